import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { exportMaskings, pictureWindowMs, type ExportMasking, type PictureRegion } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  RequestRecordingExportDocument,
  type ViewRequestFieldsFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { fromInput, toInput } from './city-time.ts';
import { RegionEditor } from './masking/RegionEditor.tsx';
import { RefusedLine } from './RefusedLine.tsx';
import styles from './Recordings.module.css';

/** A moment that a camera recorded. */
export type PictureOf = { cameraId: string; atMs: number };

type ExportFormProps = {
  request: ViewRequestFieldsFragment;
  picture: PictureOf | null;
  onPicture: (picture: PictureOf | null) => void;
  onAsked: () => void;
};

/** Asks for a copy of a stretch, or of one picture; somebody else lets it out. */
export function ExportForm({ request, picture, onPicture, onAsked }: ExportFormProps) {
  const { t } = useTranslation('recordings');
  const { cameras, windowFrom, windowTo } = request;
  const [ask, { error, loading }] = useMutation(RequestRecordingExportDocument);
  const [draft, setDraft] = useState({
    cameraId: picture?.cameraId ?? cameras[0]?.cameraId ?? '',
    from: toInput(new Date(windowFrom)),
    to: toInput(new Date(windowTo)),
    caseNo: request.caseNo ?? '',
    // All of it hidden, a picture is there without asking anybody.
    masking: (picture ? 'regions' : 'whole-picture') as ExportMasking,
    regions: [] as readonly PictureRegion[],
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const [from, to] = picture
    ? momentOf(picture.atMs, Date.parse(windowTo))
    : [fromInput(draft.from), fromInput(draft.to)];
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
      {picture ? (
        <p className={styles.note} data-picture-of={picture.cameraId}>
          {t('pictureOf', {
            camera: nameOf(request, picture.cameraId),
            at: clockWords(new Date(picture.atMs), 'full'),
          })}
          <Button look="plain" onClick={() => onPicture(null)}>
            {t('stretchInstead')}
          </Button>
        </p>
      ) : (
        <StretchFields request={request} draft={draft} onChange={change} />
      )}
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
        {t(picture ? 'askPictureCopy' : 'askExport')}
      </Button>
      <RefusedLine error={error} />
    </form>
  );
}

type Stretch = { cameraId: string; from: string; to: string };
type StretchFieldsProps = {
  request: ViewRequestFieldsFragment;
  draft: Stretch;
  onChange: (part: Partial<Stretch> & { regions?: readonly PictureRegion[] }) => void;
};

function StretchFields({ request, draft, onChange }: StretchFieldsProps) {
  const { t } = useTranslation('recordings');
  return (
    <>
      <select
        aria-label={t('field.exportCamera')}
        value={draft.cameraId}
        // Parts are drawn on one camera's picture.
        onChange={({ target }) => onChange({ cameraId: target.value, regions: [] })}
      >
        {request.cameras.map(({ cameraId, camera }) => (
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
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <input
        type="datetime-local"
        step={1}
        name="exportTo"
        aria-label={t('field.windowTo')}
        value={draft.to}
        onChange={({ target }) => onChange({ to: target.value })}
      />
    </>
  );
}

/** The window of one picture, inside the granted one. */
function momentOf(atMs: number, lastMs: number): [Date, Date] {
  const fromMs = Math.min(Math.round(atMs), lastMs - 1);
  return [new Date(fromMs), new Date(Math.min(fromMs + pictureWindowMs - 1, lastMs))];
}

const nameOf = ({ cameras }: ViewRequestFieldsFragment, id: string): string =>
  cameras.find(({ cameraId }) => cameraId === id)?.camera?.name ?? id;
