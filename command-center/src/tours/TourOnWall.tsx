import { useEffect } from 'react';
import { useStore } from '#ui/create-store.ts';
import { showOnWall } from '#cameras/wall/wall-model.ts';
import { TourControls } from './TourControls.tsx';
import { stopTour, useTourRun } from './tour-player.ts';
import type { TourRun } from './tour-run.ts';
import styles from './TourWindow.module.css';

/** A tour of many tiles: fills the wall page after page; it ends with the wall. */
export function TourOnWall() {
  const run = useTourRun();
  useEffect(() => stopTour, []);
  return run === null ? null : <Controls run={run} />;
}

function Controls({ run }: { run: TourRun }) {
  const { tour, shown, holds } = useStore(run.store, (state) => state);
  const isHidden = holds.includes('hidden');
  useEffect(() => {
    const cameras = isHidden ? [] : shown.map((index) => tour.stops[index]!.cameraId);
    showOnWall(
      cameras.map((cameraId) => ({ cameraId, basis: null })),
      tour.purpose,
    );
  }, [tour, shown, isHidden]);
  return (
    <aside className={styles.onWall} data-tour={tour.id}>
      <TourControls run={run} />
    </aside>
  );
}
