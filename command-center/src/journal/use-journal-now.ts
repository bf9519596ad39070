import { useStore } from '#ui/create-store.ts';
import { useNow } from '#ui/use-now.ts';
import { journalState } from './journal-state.ts';

/** Now by the clock that rows of the journal are written by, stepping by `stepMs`. */
export function useJournalNow(stepMs = 1000): number {
  // To the second: heartbeats are some milliseconds under way, now more, now less.
  const aheadMs = useStore(journalState, (state) => Math.round(state.aheadMs / 1000) * 1000);
  return useNow(stepMs) + aheadMs;
}
