import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import { ExportReplayDocument } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { journalNow } from '#journal/journal-state.ts';
import { saveBlob } from '#recordings/save-blob.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { useJournalNow } from '#journal/use-journal-now.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { replayState } from '../replay-state.ts';
import { boundsOf } from './span.ts';

/** The server lets out no longer stretch. */
const longestMs = 86_400_000;

/** What was done in the time that the line shows, as a file with its manifest. */
export function ExportSpan() {
  const { t } = useTranslation('replay');
  const { viewer } = useViewer();
  const failureWords = useFailureWords();
  const span = useStore(replayState, (state) => state.span);
  const areaCode = useStore(replayState, (state) => state.areaCode);
  const [failure, setFailure] = useState<unknown>(null);
  const { fromMs, toMs } = boundsOf(span, useJournalNow(60_000));
  const mayTake = viewer?.permissions.includes('data.export') ?? false;
  if (!mayTake || areaCode === null || toMs - fromMs > longestMs) return null;
  const take = async (): Promise<void> => {
    setFailure(null);
    const { fromMs: start, toMs: end } = boundsOf(span, journalNow());
    const [from, to] = [start, end].map((at) => new Date(at).toISOString()) as [string, string];
    const { data } = await gisClient.mutate({
      mutation: ExportReplayDocument,
      variables: { input: { commandId: newCommandId(), areaCode, from, to } },
    });
    if (!data) return;
    const { fileName, text, manifestName, manifest } = data.exportReplay;
    saveBlob(new Blob([text], { type: 'text/csv' }), fileName);
    saveBlob(new Blob([manifest], { type: 'application/json' }), manifestName);
  };
  return (
    <>
      <Button
        title={t('exportHint')}
        data-act="export-replay"
        onClick={() => void take().catch(setFailure)}
      >
        <Download size="1em" aria-hidden /> {t('export')}
      </Button>
      {failure ? <span role="alert">{failureWords(failure)}</span> : null}
    </>
  );
}
