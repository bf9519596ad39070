import { useTranslation } from 'react-i18next';
import { distanceMeters } from 'grid-data';
import { adoptOffer, useCalibrate } from './calibrate-state.ts';
import styles from './calibrate.module.css';

/** What the points tell: how well they fit, what cannot be, and the camera that must have taken the picture. */
export function CalibrationResult() {
  const { t } = useTranslation('sights');
  const solved = useCalibrate((state) => state.solved);
  const refusal = useCalibrate((state) => state.refusal);
  const stale = useCalibrate((state) => state.stale);
  const saved = useCalibrate((state) => state.saved);
  return (
    <div className={styles.result}>
      {stale ? (
        <p className={styles.bad} data-stale={stale}>
          {t(`calibrate.stale.${stale}`)}
        </p>
      ) : null}
      {solved?.solved === false ? (
        <p className={styles.bad} role="alert" data-fault={solved.fault}>
          {t(`calibrate.faults.${solved.fault}`, { points: solved.points.join('、') })}
        </p>
      ) : null}
      {solved?.solved === true ? (
        <p data-residual={solved.residualMeters ?? 'exact'}>
          {solved.residualMeters === null
            ? t('calibrate.exact')
            : t('calibrate.residual', { meters: solved.residualMeters.toFixed(2) })}
        </p>
      ) : null}
      <Offer />
      {refusal ? (
        <p className={styles.bad} role="alert" data-refusal={refusal.reason}>
          {t(`calibrate.refused.${refusal.reason}`, { defaultValue: refusal.message })}
        </p>
      ) : saved ? (
        <p className={styles.good} role="status">
          {t('calibrate.saved')}
        </p>
      ) : null}
    </div>
  );
}

function Offer() {
  const { t } = useTranslation('sights');
  const offer = useCalibrate((state) => state.offer);
  const camera = useCalibrate((state) => state.camera);
  const adopts = useCalibrate((state) => state.adopts);
  const solved = useCalibrate((state) => state.solved?.solved === true);
  if (!solved || camera === null) return null;
  if (offer === null) return <p className={styles.quiet}>{t('calibrate.noOffer')}</p>;
  const { longitude, latitude } = camera.pose;
  return (
    <label className={styles.offer} data-offer={offer.bearingDeg.toFixed(1)}>
      <input
        type="checkbox"
        checked={adopts}
        onChange={({ target }) => adoptOffer(target.checked)}
      />
      <span>
        {t('calibrate.offer', {
          away: distanceMeters([longitude, latitude], offer.position).toFixed(1),
          bearing: offer.bearingDeg.toFixed(1),
          width: offer.widthDeg.toFixed(1),
          tilt: offer.tiltDeg.toFixed(1),
          height: offer.heightMeters.toFixed(1),
          give: Math.max(0.1, offer.uncertainMeters).toFixed(1),
        })}
      </span>
    </label>
  );
}
