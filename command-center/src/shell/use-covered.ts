import { useEffect, useSyncExternalStore } from 'react';
import { restMap } from '#map/map-rest.ts';
import { hallIsCovered, onPathChange } from './path.ts';

/** Whether a page fills the screen over the hall, whose map rests as long. */
export function useCovered(): boolean {
  const covered = useSyncExternalStore(onPathChange, hallIsCovered);
  useEffect(() => {
    restMap(covered);
    return () => restMap(false);
  }, [covered]);
  return covered;
}
