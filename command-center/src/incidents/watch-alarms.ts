/** Keeps the alarms: those that lay unseen when the page opened or fell too far behind, then row by row. */
import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { journalNow, onJournal, type JournalEntry } from '#journal/journal-state.ts';
import {
  afterEntry,
  alarmsFound,
  alarmState,
  freshMs,
  stillAlarming,
  type Alarm,
} from './alarms.ts';

export const askAgainMs = 3000;

/** `ask`: incidents that may be unseen, as they are now. */
export function watchAlarms(ask: () => Promise<readonly IncidentLineFragment[]>): () => void {
  let turn = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** Rows heard while a question is out: its answer may be older than they are. */
  let meanwhile: JournalEntry[] | null = null;

  const put = (alarms: readonly Alarm[]): void => alarmState.set({ alarms });

  const seed = async (): Promise<void> => {
    const mine = (turn += 1);
    clearTimeout(again);
    meanwhile = [];
    // Why it did not come the list beside shows, which asks the same server.
    const incidents = await ask().catch(() => null);
    if (mine !== turn) return;
    const missed = meanwhile ?? [];
    meanwhile = null;
    if (incidents === null) {
      again = setTimeout(() => void seed(), askAgainMs);
      return;
    }
    const found = alarmsFound(incidents, alarmState.get().alarms, journalNow());
    put(missed.reduce((alarms, entry) => afterEntry(alarms, entry, isFresh(entry)), found));
  };

  const stop = onJournal({
    begin: () => void seed(),
    reload: () => void seed(),
    entry: (entry) => {
      const { alarms } = alarmState.get();
      if (entry.kind === 'heartbeat') put(stillAlarming(alarms, journalNow()));
      if (!entry.incident) return;
      meanwhile?.push(entry);
      put(afterEntry(alarms, entry, isFresh(entry)));
    },
  });
  return () => {
    turn += 1;
    clearTimeout(again);
    stop();
  };
}

function isFresh({ at }: JournalEntry): boolean {
  return journalNow() - Date.parse(at) < freshMs;
}
