/** The moment that the hall shows; null is now. */
import { setWritesBlocked } from '#gis/write-block.ts';
import { journalNow } from '#journal/journal-state.ts';
import { createStore } from '#ui/create-store.ts';
import { pastShown } from '#ui/past-shown.ts';
import { spanHolding, type Span } from './line/span.ts';

export type ReplayState = {
  at: number | null;
  /** When it was set, by the page's own clock. */
  toldMs: number;
  /** How many times as fast as life; 0 stands still. */
  speed: number;
  span: Span;
  /** Whose past it is; set by the hall. */
  areaCode: string | null;
  /** The last search for a report to this side found none. */
  noReport: 'later' | 'earlier' | null;
};

export const replayState = createStore<ReplayState>({
  at: null,
  toldMs: 0,
  speed: 0,
  span: { kind: 'day' },
  areaCode: null,
  noReport: null,
});

/** Recorders play along up to 8; faster than that only what stands in the journal is shown. */
export const replaySpeeds = [1, 8, 60, 600] as const;

export function showMoment(at: number): void {
  const now = journalNow();
  const moment = Math.min(at, now);
  setWritesBlocked(true);
  pastShown.set({ shown: true });
  replayState.set(({ span }) => ({
    at: moment,
    toldMs: performance.now(),
    span: spanHolding(span, moment, now),
    noReport: null,
  }));
}

export function backToLive(): void {
  setWritesBlocked(false);
  pastShown.set({ shown: false });
  replayState.set({ at: null, speed: 0, noReport: null });
}

const hourMs = 3_600_000;

/** Plays or pauses; from now on, the last hour at the speed of a minute a second. */
export function togglePlay(): void {
  const { at, speed } = replayState.get();
  if (at === null) showMoment(journalNow() - hourMs);
  if (at === null) replayState.set({ speed: 60 });
  else replayState.set({ speed: speed === 0 ? 1 : 0 });
}
