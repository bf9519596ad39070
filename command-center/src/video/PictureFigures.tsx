import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureFigures as Figures } from '#video/player/picture-state.ts';
import styles from './PictureFigures.module.css';

const everyMs = 500;

type PictureFiguresProps = {
  read: () => Figures | null;
  /** A few lines along the upper edge, where many pictures show theirs at once. */
  isStrip?: boolean;
};

/** What the picture costs and how old it is, over the picture's corner. */
export function PictureFigures({ read, isStrip = false }: PictureFiguresProps) {
  const { t } = useTranslation('video');
  const figures = useFigures(read);
  if (figures === null) return null;
  const unknown = t('figures.unknown');
  const latency = figures.latencySeconds;
  const rows: [string, string][] = [
    ['transport', t(`transport.${figures.transport}`)],
    ['bitrate', `${Math.round(figures.kilobitsPerSecond)} kbit/s`],
    [
      figures.latencyIsTrue ? 'latency' : 'delayInPage',
      latency === null ? unknown : `${Math.round(latency * 1000)} ms`,
    ],
    ['fps', figures.framesPerSecond.toFixed(1)],
    ['frames', String(figures.framesShown)],
    ['dropped', String(figures.framesDropped)],
    [
      'firstFrame',
      figures.firstFrameMs === null ? unknown : `${Math.round(figures.firstFrameMs)} ms`,
    ],
    ['size', figures.width > 0 ? `${figures.width}×${figures.height}` : unknown],
    ['codec', figures.codec ?? unknown],
    ['profile', t(`profile.${figures.profile}`)],
    ...(figures.reduced === 'no'
      ? []
      : ([['reduced', t(`reduced.${figures.reduced}`)]] as [string, string][])),
  ];
  return (
    <dl className={isStrip ? styles.strip : styles.figures} aria-label={t('figures.title')}>
      {rows.map(([name, value]) => (
        <div key={name} data-figure={name}>
          <dt>{t(`figures.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFigures(read: () => Figures | null): Figures | null {
  const [figures, setFigures] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setFigures(read()), everyMs);
    return () => clearInterval(timer);
  }, [read]);
  return figures;
}
