import type { JournalReader } from '#journal/journal-reader.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import type { Sessions } from './sessions.ts';

/** Whose rights have ended or changed, and why: one session, or all of a user's. */
export type RightsChange = { sessionId?: string; userId?: string; reason: string };

const reasonByKind: Partial<Record<JournalRow['kind'], string>> = {
  'session.closed': 'session-ended',
  'account.moved': 'rights-changed',
  'account.reset': 'password-reset',
  'account.closed': 'account-closed',
};

/**
 * Tells what runs long (feeds, pictures, positions) when a right ends. It reads the journal, so that a change made
 * through another server counts as well as one made here.
 */
export class RightsWatch {
  readonly #listeners = new Set<(change: RightsChange) => void>();
  readonly #stop: () => void;

  constructor(reader: JournalReader, sessions: Sessions) {
    this.#stop = reader.onEntries((rows) => {
      for (const row of rows) {
        if (row.kind === 'import.applied') sessions.forgetAll();
        const change = rightsChangeOf(row);
        if (change === null) continue;
        sessions.forget(change);
        for (const listener of this.#listeners) listener(change);
      }
    });
  }

  onChange(listener: (change: RightsChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#stop();
    this.#listeners.clear();
  }
}

function rightsChangeOf(row: JournalRow): RightsChange | null {
  const reason = reasonByKind[row.kind];
  if (reason === undefined) return null;
  return row.kind === 'session.closed'
    ? { sessionId: row.subjectId, reason }
    : { userId: row.subjectId, reason };
}
