import { TourWindow } from '#tours/TourWindow.tsx';
import { playTour, stopTour, useTourRun } from '#tours/tour-player.ts';
import type { Tour } from '#tours/tour-run.ts';
import { useStore } from '#ui/create-store.ts';
import type { TourRun } from '#tours/tour-run.ts';
import { useEffect } from 'react';
import { showPanel } from './hall-panels.ts';
import { wallPath } from './open-wall.ts';
import { goTo } from './path.ts';

/** One picture at a time plays in the hall, more on the wall of pictures. */
export function playTourHere(tour: Omit<Tour, 'stops'> & { stops: readonly Stop[] }): void {
  const stops = tour.stops.map(({ cameraId, dwellSeconds, refusal }) => ({
    cameraId,
    dwellSeconds,
    refusal: refusal ?? null,
  }));
  playTour({ ...tour, stops });
  showPanel(null);
  if (tour.tiles > 1) goTo(wallPath);
}

type Stop = { cameraId: string; dwellSeconds: number; refusal?: string | null };

export function TourInHall() {
  const run = useTourRun();
  return run === null ? null : <InHall run={run} />;
}

/** Leaving the hall for elsewhere than the wall ends a tour that plays in it: nobody would look. */
function InHall({ run }: { run: TourRun }) {
  const { tour } = useStore(run.store, (state) => state);
  useEffect(() => {
    if (tour.tiles === 1) return stopTour;
    return undefined;
  }, [tour]);
  return tour.tiles === 1 ? <TourWindow run={run} /> : null;
}
