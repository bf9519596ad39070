import { useState } from 'react';
import { Download, Save } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  DocumentsDocument,
  KeepEvaluationDocument,
  KeptEvaluationsDocument,
  MakeEvaluationDocumentDocument,
} from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { currentLanguage } from '#words/i18n.ts';
import { takeDocument } from '#gis/take-document.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

type ActsProps = { viewer: Viewer; stretch: Stretch; onKept: () => void };

/** Take the figures out as a file, or keep them as they stand. */
export function Acts({ viewer, stretch, onKept }: ActsProps) {
  const { t } = useTranslation('evaluation');
  const failureWords = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const act = (work: () => Promise<void>) => () => {
    setBusy(true);
    setFailure(null);
    work()
      .catch((error: unknown) => setFailure(error))
      .finally(() => setBusy(false));
  };
  const may = (right: string) => viewer.permissions.includes(right);
  return (
    <div className={styles.acts}>
      {failure ? (
        <span className={styles.failure} role="alert">
          {failureWords(failure)}
        </span>
      ) : null}
      {may('data.export')
        ? (['xlsx', 'pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              disabled={busy}
              data-export={format}
              onClick={act(() => takeOut(stretch, format))}
            >
              <Download size="1em" aria-hidden /> {t(`export.${format}`)}
            </Button>
          ))
        : null}
      {may('evaluation.keep') ? (
        <Button
          look="solid"
          disabled={busy}
          data-keep
          onClick={act(async () => {
            await keep(stretch);
            onKept();
          })}
        >
          <Save size="1em" aria-hidden /> {t('keep')}
        </Button>
      ) : null}
    </div>
  );
}

async function takeOut(stretch: Stretch, format: string): Promise<void> {
  const input = { ...stretch, commandId: newCommandId(), format, language: currentLanguage() };
  const { data } = await gisClient.mutate({
    mutation: MakeEvaluationDocumentDocument,
    variables: { input },
    refetchQueries: [DocumentsDocument],
  });
  if (data) takeDocument(data.makeEvaluationDocument);
}

async function keep(stretch: Stretch): Promise<void> {
  await gisClient.mutate({
    mutation: KeepEvaluationDocument,
    variables: { ...stretch, commandId: newCommandId() },
    refetchQueries: [KeptEvaluationsDocument],
  });
}
