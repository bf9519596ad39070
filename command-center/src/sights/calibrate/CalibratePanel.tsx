import { Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import {
  endCalibration,
  isWhole,
  removeCalibration,
  removePair,
  saveCalibration,
  takeMapMiddle,
  undoPoint,
  useCalibrate,
} from './calibrate-state.ts';
import { CalibrationResult } from './CalibrationResult.tsx';
import { nextStep } from './pairs.ts';
import { StillPicture } from './StillPicture.tsx';
import styles from './calibrate.module.css';

/** 画面标定: the picture stands still at the left, the map lies at the right, and points are matched one by one. */
export function CalibratePanel() {
  const { t } = useTranslation('sights');
  const camera = useCalibrate((state) => state.camera);
  const picture = useCalibrate((state) => state.picture);
  const version = useCalibrate((state) => state.version);
  const saved = useCalibrate((state) => state.saved);
  if (camera === null || picture === null) return null;
  return (
    <Panel
      title={t('calibrate.title', { name: camera.name })}
      onClose={endCalibration}
      className={styles.panel}
      raised
    >
      <div
        className={styles.body}
        data-calibrate={camera.id}
        data-version={version}
        data-saved={saved}
      >
        <StillPicture picture={picture} />
        <Step />
        <Pairs />
        <CalibrationResult />
        <Acts />
      </div>
    </Panel>
  );
}

function Step() {
  const { t } = useTranslation('sights');
  const pairs = useCalibrate((state) => state.pairs);
  const { side, number } = nextStep(pairs);
  return (
    <p className={styles.step} role="status" data-step={side}>
      <span className={styles.number}>{number}</span>
      <span>{t(`calibrate.step.${side}`, { number })}</span>
      <Button look="plain" data-act="take-middle" onClick={takeMapMiddle}>
        {t('calibrate.takeMiddle')}
      </Button>
    </p>
  );
}

function Pairs() {
  const { t } = useTranslation('sights');
  const pairs = useCalibrate((state) => state.pairs);
  const solved = useCalibrate((state) => state.solved);
  if (pairs.length === 0) return null;
  const wrong = solved?.solved === false ? solved.points : [];
  return (
    <ol className={styles.pairs} aria-label={t('calibrate.points')}>
      {pairs.map(({ picture, ground }, index) => (
        <li
          key={index}
          className={wrong.includes(index + 1) ? styles.wrong : styles.pair}
          data-pair={index + 1}
        >
          <span className={styles.number}>{index + 1}</span>
          <span className={styles.figures}>
            {picture === null
              ? t('calibrate.waiting')
              : `${(picture[0] * 100).toFixed(1)}%, ${(picture[1] * 100).toFixed(1)}%`}
          </span>
          <span className={styles.figures}>
            {ground === null
              ? t('calibrate.waiting')
              : `${ground[0].toFixed(6)}, ${ground[1].toFixed(6)}`}
          </span>
          <span className={styles.figures}>
            {solved?.solved === true && solved.residualMeters !== null
              ? t('calibrate.off', { meters: (solved.offMeters[index] ?? 0).toFixed(2) })
              : ''}
          </span>
          <Button
            look="plain"
            aria-label={t('calibrate.remove', { number: index + 1 })}
            title={t('calibrate.remove', { number: index + 1 })}
            onClick={() => removePair(index)}
          >
            <X size="1em" aria-hidden />
          </Button>
        </li>
      ))}
    </ol>
  );
}

function Acts() {
  const { t } = useTranslation('sights');
  const saving = useCalibrate((state) => state.saving);
  const version = useCalibrate((state) => state.version);
  const whole = useCalibrate(isWhole);
  const mayUndo = useCalibrate((state) => state.before.length > 0);
  return (
    <div className={styles.acts}>
      <Button
        look="solid"
        data-act="save-calibration"
        disabled={saving || !whole}
        onClick={() => void saveCalibration()}
      >
        {t('calibrate.save')}
      </Button>
      <Button data-act="undo-point" disabled={saving || !mayUndo} onClick={undoPoint}>
        <Undo2 size="1em" aria-hidden /> {t('calibrate.undo')}
      </Button>
      {version > 0 ? (
        <Button
          data-act="remove-calibration"
          disabled={saving}
          onClick={() => void removeCalibration()}
        >
          {t('calibrate.removeAll')}
        </Button>
      ) : null}
      <Button data-act="end-calibration" onClick={endCalibration}>
        {t('survey.end')}
      </Button>
    </div>
  );
}
