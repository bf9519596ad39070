import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassField } from '#intake/ClassField.tsx';
import { LikelySame } from '#intake/LikelySame.tsx';
import { flyToPlace, mapHost } from '#map/map-host.ts';
import { select } from '#map/map-model.ts';
import { newRegion } from '#recordings/masking/region.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { Panel } from '#ui/Panel.tsx';
import { MarkedPicture } from './MarkedPicture.tsx';
import { markOf } from './mark.ts';
import {
  endPictureReport,
  pictureReportState,
  placeOfReport,
  writePictureReport,
  type PictureReport,
} from './picture-report-state.ts';
import { useSendReport } from './use-send-report.ts';
import styles from './PictureReport.module.css';

/** 视频巡查: a case reported from the picture of a camera, its frame, place and camera with it. */
export function PictureReportPanel() {
  const { t } = useTranslation('picture-report');
  const report = useStore(pictureReportState, (state) => state.report);
  if (report === null) return null;
  return (
    <Panel
      raised
      title={t('title', { name: report.camera.name })}
      onClose={endPictureReport}
      className={styles.panel}
    >
      <ReportForm key={report.commandId} report={report} />
    </Panel>
  );
}

function ReportForm({ report }: { report: PictureReport }) {
  const { t } = useTranslation('picture-report');
  const [hides, setHides] = useState(false);
  const [classCode, setClassCode] = useState('');
  const [description, setDescription] = useState('');
  const { send, busy, refusal } = useSendReport();
  const { place } = placeOfReport(report);
  const isComplete = report.mark !== null && classCode !== '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const id = await send(report, { classCode, description });
    if (id === null) return;
    endPictureReport();
    select({ kind: 'incident', id, position: [...place] });
    flyToPlace([...place]);
  };
  return (
    <form
      className={styles.form}
      data-picture-report={report.camera.id}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <MarkedPicture report={report} hides={hides} />
      <Tools report={report} hides={hides} onHides={setHides} />
      <p className={styles.quiet}>{t('privacy')}</p>
      <PlaceLine report={report} />
      <ClassField value={classCode} onChoose={setClassCode} />
      <label className={styles.field}>
        {t('description')}
        <textarea
          rows={2}
          maxLength={4_000}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
      {isComplete ? (
        <LikelySame classCode={classCode} position={{ longitude: place[0], latitude: place[1] }} />
      ) : null}
      {refusal ? (
        <p className={styles.refused} role="alert">
          {t(`refusal.${refusal}`, { defaultValue: t('refusal.other', { reason: refusal }) })}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button look="solid" type="submit" disabled={!isComplete || busy}>
          {t('send')}
        </Button>
        {isComplete ? null : <span className={styles.quiet}>{t('missing')}</span>}
      </div>
    </form>
  );
}

type ToolsProps = { report: PictureReport; hides: boolean; onHides: (hides: boolean) => void };

function Tools({ report, hides, onHides }: ToolsProps) {
  const { t } = useTranslation('picture-report');
  const { hidden } = report;
  const addInMiddle = (): void =>
    hides
      ? writePictureReport({ hidden: [...hidden, newRegion(hidden)] })
      : writePictureReport({ mark: markOf(newRegion([])) });
  return (
    <div className={styles.acts} role="toolbar" aria-label={t('tools')}>
      <Button aria-pressed={!hides} data-act="mark" onClick={() => onHides(false)}>
        {t('mark')}
      </Button>
      <Button aria-pressed={hides} data-act="hide" onClick={() => onHides(true)}>
        {t('hide')}
      </Button>
      <Button look="plain" data-act="in-middle" onClick={addInMiddle}>
        {t('inMiddle')}
      </Button>
      {hidden.length > 0 ? (
        <Button
          look="plain"
          data-act="show-again"
          onClick={() => writePictureReport({ hidden: hidden.slice(0, -1) })}
        >
          {t('showAgain')}
        </Button>
      ) : null}
    </div>
  );
}

function PlaceLine({ report }: { report: PictureReport }) {
  const { t } = useTranslation('picture-report');
  const { place, placedBy } = placeOfReport(report);
  const takeMiddle = (): void => {
    const view = mapHost.get().engine?.view();
    if (view) writePictureReport({ byHand: [view.longitude, view.latitude] });
  };
  return (
    <div className={styles.acts}>
      <span role="status" data-placed-by={placedBy}>
        {t(`placedBy.${placedBy}`)}{' '}
        <span className={styles.quiet}>{place.map((each) => each.toFixed(5)).join(', ')}</span>
      </span>
      <Button look="plain" data-act="take-middle" onClick={takeMiddle}>
        {t('takeMiddle')}
      </Button>
      {placedBy === 'hand' ? (
        <Button look="plain" onClick={() => writePictureReport({ byHand: null })}>
          {t('takePicture')}
        </Button>
      ) : null}
    </div>
  );
}
