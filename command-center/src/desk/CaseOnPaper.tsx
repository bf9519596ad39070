import { useState } from 'react';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import { MakeCaseFileDocument } from '#gis/generated/graphql.ts';
import { takeDocument } from '#gis/take-document.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { currentLanguage } from '#words/i18n.ts';

/** The case as one PDF: clock, place, photos and story, kept among the documents. */
export function CaseOnPaper({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('desk');
  const failureWords = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const make = (): void => {
    setBusy(true);
    setFailure(null);
    onPaper(incidentId)
      .catch((error: unknown) => setFailure(error))
      .finally(() => setBusy(false));
  };
  return (
    <p>
      <Button disabled={busy} data-on-paper onClick={make}>
        <FileText size="1em" aria-hidden /> {t('onPaper')}
      </Button>
      {failure ? <span role="alert"> {failureWords(failure)}</span> : null}
    </p>
  );
}

async function onPaper(incidentId: string): Promise<void> {
  const { data } = await gisClient.mutate({
    mutation: MakeCaseFileDocument,
    variables: { commandId: newCommandId(), incidentId, language: currentLanguage() },
  });
  if (data) takeDocument(data.makeCaseFile);
}
