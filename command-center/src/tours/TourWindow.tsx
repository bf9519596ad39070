import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import type { TourRun, TourState } from './tour-run.ts';
import { stopNames } from './tour-player-names.ts';
import { TourControls } from './TourControls.tsx';
import { TurningPictures, type TurningPicture } from './TurningPictures.tsx';
import styles from './TourWindow.module.css';

/** A tour in one window: the picture before stays until the next one moves. */
export function TourWindow({ run }: { run: TourRun }) {
  const { t } = useTranslation('tours');
  const state = useStore(run.store, (now) => now);
  const isHidden = state.holds.includes('hidden');
  return (
    <section className={styles.window} aria-label={state.tour.name} data-tour={state.tour.id}>
      <TourControls run={run} />
      {isHidden ? null : state.shown.length === 0 ? (
        <p className={styles.waiting} role="status">
          {t(state.skipped.size === state.tour.stops.length ? 'noneAlive' : 'preparing')}
        </p>
      ) : (
        <TurningPictures
          before={pictureAt(state, state.turn - 1, state.before)}
          shown={pictureAt(state, state.turn, state.shown)}
        />
      )}
    </section>
  );
}

function pictureAt(
  { tour }: TourState,
  turn: number,
  [index]: readonly number[],
): TurningPicture | null {
  const stop = index === undefined ? undefined : tour.stops[index];
  if (!stop) return null;
  const { cameraId } = stop;
  return { turn, cameraId, purpose: tour.purpose, name: stopNames.get(cameraId) ?? '' };
}
