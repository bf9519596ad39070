/** What a viewer may do with a copy. */
import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { newCommandId } from '#gis/command-id.ts';
import {
  DecideRecordingExportDocument,
  DeleteRecordingExportDocument,
  HoldRecordingExportDocument,
  PermitUnmaskedExportDocument,
  TakeRecordingExportDocument,
  type RecordingExportFieldsFragment,
} from '#gis/generated/graphql.ts';
import { saveBlob } from './save-blob.ts';

export function useExportActs({ id, version, manifest, form }: RecordingExportFieldsFragment) {
  const [error, setError] = useState<unknown>(null);
  const [decide] = useMutation(DecideRecordingExportDocument);
  const [unmask] = useMutation(PermitUnmaskedExportDocument);
  const [hold] = useMutation(HoldRecordingExportDocument);
  const [remove] = useMutation(DeleteRecordingExportDocument);
  const [take] = useMutation(TakeRecordingExportDocument);
  const named = () => ({ commandId: newCommandId(), id, version });
  const run = (work: Promise<unknown>) => {
    setError(null);
    work.catch((failure: unknown) => setError(failure));
  };
  const taken = async () => {
    const { data } = await take({ variables: { id } });
    if (!data) return;
    // In the body, never in an address that logs keep.
    const answer = await fetch('/video/exports', {
      method: 'POST',
      body: JSON.stringify({ ticket: data.takeRecordingExport.ticket }),
    });
    if (!answer.ok) throw new Error(`the gateway answers ${answer.status}`);
    saveBlob(await answer.blob(), `${id}.${form === 'picture' ? 'jpg' : 'mp4'}`);
  };
  return {
    error,
    decide: (approve: boolean, note: string) =>
      run(decide({ variables: { ...named(), approve, note: note || null } })),
    unmask: (note: string) => run(unmask({ variables: { ...named(), note } })),
    hold: (held: boolean, note: string) =>
      run(hold({ variables: { ...named(), hold: held, note } })),
    remove: () => run(remove({ variables: named() })),
    take: () => run(taken()),
    saveManifest: () =>
      saveBlob(
        new Blob([JSON.stringify(manifest, null, 2)], { type: 'application/json' }),
        `${id}.json`,
      ),
  };
}
