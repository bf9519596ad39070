/** How the page stands to the journal, and who wants to hear its rows. */
import { createStore } from '#ui/create-store.ts';
import type { JournalSubscription } from '#gis/generated/graphql.ts';
import type { FeedStatus } from './journal-feed.ts';

export type JournalEntry = JournalSubscription['journal'];

type JournalState = {
  status: FeedStatus;
  /** The row to follow from is known: what is asked from now on, together with the rows that follow, is everything. */
  begun: boolean;
  /** When the last row or heartbeat came, by this browser's clock. */
  heardAt: number | null;
  /** How far the server's clock is ahead of this browser's. */
  aheadMs: number;
};

const atStart: JournalState = { status: 'connecting', begun: false, heardAt: null, aheadMs: 0 };

export const journalState = createStore<JournalState>(atStart);

export function forgetJournal(): void {
  journalState.set(atStart);
}

type JournalListener = {
  /** What is asked from now on, together with the rows that follow, is everything. */
  begin?: () => void;
  entry?: (entry: JournalEntry) => void;
  /** Rows were missed that will not come any more, or an import changed more than rows tell, up to this row. */
  reload?: (seq: number) => void;
};

const listeners = new Set<JournalListener>();

export function onJournal(listener: JournalListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellBegin(): void {
  journalState.set({ begun: true });
  for (const listener of listeners) listener.begin?.();
}

export function tellEntry(entry: JournalEntry): void {
  // A heartbeat is as old as its way here, a row may have waited for a broken line.
  if (entry.kind === 'heartbeat') journalState.set({ aheadMs: Date.parse(entry.at) - Date.now() });
  for (const listener of listeners) listener.entry?.(entry);
}

export function tellReload(seq: number): void {
  for (const listener of listeners) listener.reload?.(seq);
}

/** Now by the clock that rows of the journal are written by. */
export function journalNow(): number {
  return Date.now() + journalState.get().aheadMs;
}
