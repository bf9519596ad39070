import { useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLengthWords } from '#words/length-words.ts';
import { pointAlong } from './measure-state.ts';
import type { Profile, ProfilePoint } from './measuring.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './measure.module.css';

const width = 320;
const height = 96;
/** A plain must not look like a mountain range: so much height at least is shown. */
const leastSpanMeters = 10;

/** The ground along the line, seen from the side; pointing at it shows the place on the map. */
export function ProfileChart({ profile }: { profile: Profile }) {
  const { t } = useTranslation('measure');
  const lengthWords = useLengthWords();
  const [at, setAt] = useState<ProfilePoint | null>(null);
  const { points, lowestMeters, highestMeters } = profile;
  const span = Math.max(leastSpanMeters, highestMeters - lowestMeters);
  const length = points.at(-1)?.alongMeters || 1;
  const x = (point: ProfilePoint): number => (point.alongMeters / length) * width;
  const y = (point: ProfilePoint): number =>
    height - ((point.heightMeters - lowestMeters) / span) * (height - 8) - 2;
  const path = points.map((point) => `${x(point).toFixed(1)},${y(point).toFixed(1)}`).join(' ');
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const { left, width: shown } = event.currentTarget.getBoundingClientRect();
    const along = ((event.clientX - left) / shown) * length;
    const near = points.find(({ alongMeters }) => alongMeters >= along) ?? null;
    setAt(near);
    pointAlong(near?.position ?? null);
  };
  const leave = (): void => {
    setAt(null);
    pointAlong(null);
  };
  return (
    <figure className={styles.profile}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('profile')}
        data-profile={points.length}
        onPointerMove={point}
        onPointerLeave={leave}
      >
        <polygon className={styles.ground} points={`0,${height} ${path} ${width},${height}`} />
        <polyline className={styles.line} points={path} />
        {at ? <line className={styles.at} x1={x(at)} x2={x(at)} y1={0} y2={height} /> : null}
      </svg>
      <figcaption className={toolStyles.quiet}>
        {at
          ? t('at', {
              along: lengthWords(at.alongMeters),
              height: Math.round(at.heightMeters * 10) / 10,
            })
          : t('profileOf', { length: lengthWords(length) })}
      </figcaption>
    </figure>
  );
}
