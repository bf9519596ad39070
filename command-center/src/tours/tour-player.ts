/** The tour that this page plays, if any; what holds it: an alarm, a hidden page, a hand. */
import { onJournal } from '#journal/journal-state.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { warmUp } from '#video/warm-ticket.ts';
import { TourRun, type Tour } from './tour-run.ts';

export const tourPlayer = createStore<{ run: TourRun | null }>({ run: null });

let stopWatching: () => void = () => undefined;

export function playTour(tour: Tour): TourRun {
  stopTour();
  // A tile of a wall is served the small stream, a window the camera's main one.
  const profile = tour.tiles > 1 ? 'sub' : 'main';
  const run = new TourRun(tour, (cameraId, purpose) =>
    warmUp(cameraId, { dutyPurpose: purpose }, profile),
  );
  const stops = [holdForAlarms(run), holdWhileHidden(run)];
  stopWatching = () => {
    for (const stop of stops) stop();
  };
  tourPlayer.set({ run });
  return run;
}

export function stopTour(): void {
  stopWatching();
  tourPlayer.get().run?.stop();
  tourPlayer.set({ run: null });
}

export function useTourRun(): TourRun | null {
  return useStore(tourPlayer, ({ run }) => run);
}

type Held = Pick<TourRun, 'hold' | 'release'>;

/** Held from the report of an incident until somebody has acknowledged it or moved it on. */
export function holdForAlarms(run: Held): () => void {
  const unseen = new Set<string>();
  return onJournal({
    entry: ({ kind, subjectId }) => {
      if (subjectId == null) return;
      if (kind === 'incident.reported') {
        unseen.add(subjectId);
        run.hold('alarm');
      } else if (kind === 'incident.acknowledged' || kind === 'incident.moved') {
        if (unseen.delete(subjectId) && unseen.size === 0) run.release('alarm');
      }
    },
  });
}

/** Nobody looks at a hidden page: its pictures go, and with them the pulls. */
function holdWhileHidden(run: Held): () => void {
  const follow = (): void => {
    if (document.hidden) run.hold('hidden');
    else run.release('hidden');
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => document.removeEventListener('visibilitychange', follow);
}
