import { useTranslation } from 'react-i18next';
import { ChevronLeft, ChevronRight, Pause, Play, X } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { useNow } from '#ui/use-now.ts';
import { reasonWords } from '#video/reason-words.ts';
import { stopTour } from './tour-player.ts';
import { stopNames } from './tour-player-names.ts';
import type { TourRun } from './tour-run.ts';
import styles from './TourWindow.module.css';

/** Where the tour is, when it turns, what holds it, and what it leaves out with the reason. */
export function TourControls({ run }: { run: TourRun }) {
  const { t } = useTranslation('tours');
  const state = useStore(run.store, (now) => now);
  const { tour, shown, holds } = state;
  const byHand = holds.includes('hand');
  const last = shown.at(-1);
  const acts = [
    { id: 'back', Icon: ChevronLeft, act: () => run.step(-1) },
    byHand
      ? { id: 'resume', Icon: Play, act: () => run.release('hand') }
      : { id: 'pause', Icon: Pause, act: () => run.hold('hand') },
    { id: 'on', Icon: ChevronRight, act: () => run.step(1) },
    { id: 'end', Icon: X, act: stopTour },
  ];
  return (
    <header
      className={styles.controls}
      data-tour-holds={holds.join(' ')}
      data-tour-turn={state.turn}
    >
      <div className={styles.bar}>
        <h2 className={styles.title}>{tour.name}</h2>
        <span className={styles.quiet}>
          {last === undefined ? '' : t('place', { at: last + 1, of: tour.stops.length })}
        </span>
        <TurnsIn turnsAt={state.turnsAt} leftMs={state.leftMs} />
        {acts.map(({ id, Icon, act }) => (
          <Button
            key={id}
            look="plain"
            data-act={`tour-${id}`}
            aria-label={t(`act.${id}`)}
            title={t(`act.${id}`)}
            onClick={act}
          >
            <Icon size="1em" aria-hidden />
          </Button>
        ))}
      </div>
      {holds.includes('alarm') ? (
        <p className={styles.held} role="status">
          {t('heldByAlarm')}
          <Button onClick={() => run.release('alarm')}>{t('goOn')}</Button>
        </p>
      ) : null}
      <Skipped run={run} />
    </header>
  );
}

function TurnsIn({ turnsAt, leftMs }: { turnsAt: number | null; leftMs: number }) {
  const { t } = useTranslation('tours');
  const now = useNow();
  const seconds = Math.max(0, Math.ceil((turnsAt === null ? leftMs : turnsAt - now) / 1000));
  return <span className={styles.seconds}>{t('seconds', { seconds })}</span>;
}

function Skipped({ run }: { run: TourRun }) {
  const { t } = useTranslation('tours');
  const { t: video } = useTranslation('video');
  const skipped = useStore(run.store, (state) => state.skipped);
  const { stops } = run.store.get().tour;
  if (skipped.size === 0) return null;
  return (
    <details className={styles.skipped} data-skipped={skipped.size}>
      <summary>{t('skipped', { count: skipped.size })}</summary>
      <ul>
        {[...skipped].map(([index, reason]) => (
          <li key={index}>
            {stopNames.get(stops[index]!.cameraId) ?? stops[index]!.cameraId}:{' '}
            {reasonWords(video, reason, null).means}
          </li>
        ))}
      </ul>
    </details>
  );
}
