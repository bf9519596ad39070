import { useTranslation } from 'react-i18next';
import { useLengthWords } from '#words/length-words.ts';
import { refusalWords } from '../outcome-words.ts';
import styles from './Linkage.module.css';

type Offered = {
  cameraId: string;
  camera?: { name: string } | null;
  relation: string;
  distanceMeters: number;
  refusal?: string | null;
};

/** The cameras that a firing opens, and those it could not open with the reason on each. */
export function FiringCameras({ cameras }: { cameras: readonly Offered[] }) {
  const { t } = useTranslation('linkage');
  const lengthWords = useLengthWords();
  if (cameras.length === 0) return null;
  return (
    <ul className={styles.cameras}>
      {cameras.map(({ cameraId, camera, relation, distanceMeters, refusal }) => (
        <li key={cameraId} data-camera-of-firing={cameraId} data-refusal={refusal ?? undefined}>
          {camera?.name ?? t('cameraElsewhere')}{' '}
          <span className={styles.aside}>
            {t(`relation.${relation}`)} · {lengthWords(distanceMeters)}
          </span>
          {refusal ? (
            <span className={styles.refused}>
              {' '}
              {t('notOpenedBecause', { why: refusalWords(t, refusal) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
