import { useEffect } from 'react';
import { onJournal } from '#journal/journal-state.ts';

/** Asks anew when the journal tells of an instruction or its receipt. */
export function useInstructionNews(ask: () => Promise<unknown>): void {
  useEffect(
    () =>
      onJournal({
        entry: ({ kind }) => {
          // Where it fails, the next news or opening asks again.
          if (kind.startsWith('incident.instruct')) ask().catch(() => {});
        },
      }),
    [ask],
  );
}
