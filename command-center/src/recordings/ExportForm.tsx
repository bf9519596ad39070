import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { exportMaskings, type ExportMasking, type PictureRegion } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  RequestRecordingExportDocument,
  type ViewRequestFieldsFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { fromInput, toInput } from './city-time.ts';
import { RegionEditor } from './masking/RegionEditor.tsx';
import { RefusedLine } from './RefusedLine.tsx';
import styles from './Recordings.module.css';

type ExportFormProps = { request: ViewRequestFieldsFragment; onAsked: () => void };

/** Asks for a copy; somebody else lets it out. */
export function ExportForm({ request, onAsked }: ExportFormProps) {
  const { t } = useTranslation('recordings');
  const { cameras, windowFrom, windowTo } = request;
  const [ask, { error, loading }] = useMutation(RequestRecordingExportDocument);
  const [draft, setDraft] = useState({
    cameraId: cameras[0]?.cameraId ?? '',
    from: toInput(new Date(windowFrom)),
    to: toInput(new Date(windowTo)),
    caseNo: request.caseNo ?? '',
    masking: 'whole-picture' as ExportMasking,
    regions: [] as readonly PictureRegion[],
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const [from, to] = [fromInput(draft.from), fromInput(draft.to)];
  const drawsNothing = draft.masking === 'regions' && draft.regions.length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!from || !to) return;
    const { cameraId, caseNo, masking, regions } = draft;
    const input = {
      commandId: newCommandId(),
      requestId: request.id,
      cameraId,
      windowFrom: from.toISOString(),
      windowTo: to.toISOString(),
      caseNo,
      legalBasis: request.legalBasis,
      masking,
      regions: masking === 'regions' ? [...regions] : null,
    };
    // A refusal is shown from the hook's own error.
    const done = await ask({ variables: { input } }).catch(() => null);
    if (done?.data) onAsked();
  };
  return (
    <form className={styles.acts} onSubmit={(event) => void submit(event)} data-export-form>
      <select
        aria-label={t('field.exportCamera')}
        value={draft.cameraId}
        // Parts are drawn on one camera's picture.
        onChange={({ target }) => change({ cameraId: target.value, regions: [] })}
      >
        {cameras.map(({ cameraId, camera }) => (
          <option key={cameraId} value={cameraId}>
            {camera?.name ?? cameraId}
          </option>
        ))}
      </select>
      <input
        type="datetime-local"
        step={1}
        name="exportFrom"
        aria-label={t('field.windowFrom')}
        value={draft.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <input
        type="datetime-local"
        step={1}
        name="exportTo"
        aria-label={t('field.windowTo')}
        value={draft.to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <input
        name="exportCaseNo"
        aria-label={t('field.caseNo')}
        placeholder={t('field.caseNo')}
        value={draft.caseNo}
        onChange={({ target }) => change({ caseNo: target.value })}
      />
      <select
        aria-label={t('field.masking')}
        name="masking"
        value={draft.masking}
        onChange={({ target }) => change({ masking: target.value as ExportMasking })}
      >
        {exportMaskings.map((each) => (
          <option key={each} value={each}>
            {t(`maskingChoice.${each}`)}
          </option>
        ))}
      </select>
      {draft.masking === 'regions' ? (
        <RegionEditor
          cameraId={draft.cameraId}
          regions={draft.regions}
          onChange={(regions) => change({ regions })}
        />
      ) : null}
      <Button type="submit" disabled={loading || !from || !to || drawsNothing}>
        {t('askExport')}
      </Button>
      <RefusedLine error={error} />
    </form>
  );
}
