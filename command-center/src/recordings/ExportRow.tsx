import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingExportFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { ExportReview } from './ExportReview.tsx';
import { HiddenPartsSketch } from './masking/HiddenParts.tsx';
import { RefusedLine } from './RefusedLine.tsx';
import { useExportActs } from './use-export-acts.ts';
import styles from './Recordings.module.css';

/** One copy: how far it is, its hash, and what the viewer may do with it. */
export function ExportRow({ copy }: { copy: RecordingExportFieldsFragment }) {
  const { t } = useTranslation('recordings');
  const [note, setNote] = useState('');
  const acts = useExportActs(copy);
  const { state, mine, decidable, unmaskable, failure, heldBy, deleteAfter } = copy;
  const said = note.trim();
  const isReady = state === 'ready' && !copy.deleteReason;
  const mayHold = isReady && !mine;
  const asksNote = decidable || unmaskable || mayHold;
  return (
    <li
      className={styles.copy}
      data-export={copy.id}
      data-export-state={state}
      data-form={copy.form}
    >
      <p>
        {copy.camera?.name ?? copy.cameraId} {clockWords(new Date(copy.windowFrom), 'full')}
        {copy.form === 'movie'
          ? ` — ${clockWords(new Date(copy.windowTo), 'seconds')}`
          : null} ·{' '}
        {copy.caseNo} · {t(`masking.${copy.masking}`)} ·{' '}
        {t(copy.form === 'picture' ? 'onePicture' : copy.sound ? 'withSound' : 'withoutSound')} ·{' '}
        {t(`exportState.${state}`)}
      </p>
      {copy.masking === 'regions' ? <HiddenPartsSketch regions={copy.regions} /> : null}
      {state === 'writing' && copy.progress != null ? (
        <progress
          className={styles.progress}
          value={copy.progress}
          aria-label={t('progress')}
          data-progress={copy.progress}
        />
      ) : null}
      {copy.reviewable ? <ExportReview copy={copy} /> : null}
      <p className={styles.note}>
        {copy.requestedBy}
        {copy.approvedBy ? ` · ${t('approvedBy', { name: copy.approvedBy })}` : null}
        {copy.unmaskedBy ? ` · ${t('unmaskedBy', { name: copy.unmaskedBy })}` : null}
        {copy.sha256 ? ` · SHA-256 ${copy.sha256}` : null}
      </p>
      {failure ? (
        <p role="status" data-failure={failure}>
          {t(`failure.${failure}`, { defaultValue: t('failure.other', { reason: failure }) })}
        </p>
      ) : null}
      {isReady && markOf(copy.manifest) === 'in-file' ? (
        <p role="status" data-mark="in-file">
          {t('markInFileOnly')}
        </p>
      ) : null}
      {isReady ? (
        <p className={styles.note}>
          {heldBy
            ? t('heldBy', { name: heldBy, reason: copy.holdReason ?? '' })
            : deleteAfter
              ? t('keptUntil', { until: clockWords(new Date(deleteAfter), 'full') })
              : null}
        </p>
      ) : null}
      {copy.deletedAt ? (
        <p className={styles.note}>
          {t('deletedAt', { at: clockWords(new Date(copy.deletedAt), 'full') })}
        </p>
      ) : null}
      <div className={styles.acts}>
        {asksNote ? (
          <input
            aria-label={t('field.note')}
            placeholder={t('field.note')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        ) : null}
        {decidable ? (
          <>
            <Button look="solid" data-act="approve" onClick={() => acts.decide(true, said)}>
              {t('approve')}
            </Button>
            <Button disabled={said === ''} onClick={() => acts.decide(false, said)}>
              {t('refuse')}
            </Button>
          </>
        ) : null}
        {unmaskable ? (
          <Button data-act="unmask" disabled={said === ''} onClick={() => acts.unmask(said)}>
            {t('permitUnmasked')}
          </Button>
        ) : null}
        {isReady && mine ? (
          <Button look="solid" data-act="take" onClick={acts.take}>
            {t('takeExport')}
          </Button>
        ) : null}
        {isReady ? <Button onClick={acts.saveManifest}>{t('takeManifest')}</Button> : null}
        {mayHold ? (
          <Button disabled={said === ''} onClick={() => acts.hold(!heldBy, said)}>
            {t(heldBy ? 'release' : 'hold')}
          </Button>
        ) : null}
        {isReady && !heldBy ? <Button onClick={acts.remove}>{t('deleteExport')}</Button> : null}
        <RefusedLine error={acts.error} />
      </div>
    </li>
  );
}

/** Where the gateway had no ffmpeg, who took the copy stands in its file and not in its pictures. */
function markOf(manifest: unknown): string {
  const written = manifest as { mark?: string } | null;
  return written?.mark ?? 'in-file';
}
