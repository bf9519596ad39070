/** The moment that the hall shows; null is now. */
import { setWritesBlocked } from '#gis/write-block.ts';
import { createStore } from '#ui/create-store.ts';

export type ReplayState = {
  at: number | null;
  /** How many times as fast as life; 0 stands still. */
  speed: number;
};

export const replayState = createStore<ReplayState>({ at: null, speed: 0 });

export const replaySpeeds = [1, 10, 60, 600] as const;

export function showMoment(at: number): void {
  setWritesBlocked(true);
  replayState.set({ at: Math.min(at, Date.now()) });
}

export function backToLive(): void {
  setWritesBlocked(false);
  replayState.set({ at: null, speed: 0 });
}
