import { useTranslation } from 'react-i18next';
import type { Point } from './duty-watch.ts';
import { drawnWay, lengthMeters } from './own-way.ts';
import styles from './Duty.module.css';

/** The worker's own way on this duty, north up. */
export function OwnWay({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('field');
  const drawn = drawnWay(points);
  if (drawn === null) return null;
  const [x, y] = drawn.end;
  const words = t('duty.way', { km: (lengthMeters(points) / 1000).toFixed(2) });
  return (
    <figure className={styles.way} data-own-way={points.length}>
      <svg viewBox="0 0 100 100" role="img" aria-label={words}>
        <polyline points={drawn.path} />
        <circle cx={x} cy={y} r="2.5" />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
