import { useEffect, useRef, useState } from 'react';
import { journalState, onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { useStore } from '#ui/create-store.ts';
import { createThrottle } from '#ui/throttle.ts';

const everyMs = 1000;

type Watched = {
  /** Whether a row of the journal changes what the list shows. */
  concerns: (entry: JournalEntry) => boolean;
  refresh: () => Promise<unknown>;
};

/** Asks a list anew as the journal moves on, and says since when it could not. */
export function useJournalRefresh(watched: Watched): { stale: boolean; asOf: Date | null } {
  const latest = useRef(watched);
  useEffect(() => {
    latest.current = watched;
  });
  const [failedAt, setFailedAt] = useState<number | null>(null);
  const failed = useRef(false);
  const status = useStore(journalState, (state) => state.status);
  const heardAt = useStore(journalState, (state) => state.heardAt);
  useEffect(() => {
    const throttle = createThrottle(() => {
      latest.current.refresh().then(
        () => {
          failed.current = false;
          setFailedAt(null);
        },
        () => {
          failed.current = true;
          setFailedAt((since) => since ?? Date.now());
        },
      );
    }, everyMs);
    // A row may have come between the list's first answer and the beginning of the feed.
    if (status === 'live') throttle.call();
    // After a failure the next word of the journal, a heartbeat at the latest, asks again.
    const forget = onJournal({
      entry: (entry) => {
        if (failed.current || latest.current.concerns(entry)) throttle.call();
      },
    });
    return () => {
      forget();
      throttle.cancel();
    };
  }, [status]);
  const known = failedAt ?? heardAt;
  return {
    stale: status === 'lost' || failedAt !== null,
    asOf: known === null ? null : new Date(known),
  };
}
