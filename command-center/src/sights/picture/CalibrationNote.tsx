import { useTranslation } from 'react-i18next';
import type { Calibration } from './use-calibration.ts';
import styles from './picture-ground.module.css';

/** Says beside the picture that it is matched to the map, or why that does not hold now. */
export function CalibrationNote({ calibration }: { calibration: Calibration | null }) {
  const { t } = useTranslation('sights');
  if (calibration === null) return null;
  const { stale, tiltDeg } = calibration;
  return (
    <span
      className={stale === null ? styles.note : styles.doubtful}
      data-calibration={stale ?? 'holds'}
    >
      {stale === null ? t('picture.calibrated') : t(`calibrate.stale.${stale}`)}
      {stale === null && tiltDeg !== null ? (
        <span data-tilt={tiltDeg.toFixed(1)}>
          {' '}
          · {t('picture.tilt', { degrees: tiltDeg.toFixed(1) })}
        </span>
      ) : null}
    </span>
  );
}
