import { systemViewer, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalRow } from './journal-row.ts';
import { readJournalAfter, readJournalHead, type JournalPage } from './read-journal.ts';

const pageSize = 1000;

export type EntriesListener = (entries: readonly JournalRow[]) => void;

/**
 * Hands every new row of the journal, in order, to the listeners of this process. The poll is the truth; a commit of
 * this process or a notification from another only makes it come sooner.
 */
export class JournalReader {
  readonly #database: Database;
  readonly #pollMs: number;
  readonly #listeners = new Set<EntriesListener>();
  readonly #everything = { ...systemViewer(), permissions: new Set(['audit.read'] as const) };
  #head = 0;
  #reading: Promise<void> | null = null;
  #wanted = false;
  #timer: NodeJS.Timeout | null = null;
  #forgetCommits: () => void = () => {};
  #failure: Error | null = null;
  #unreadable = 0;

  constructor(database: Database, { pollMs = 1000 }: { pollMs?: number } = {}) {
    this.#database = database;
    this.#pollMs = pollMs;
  }

  /** Begins after what is in the journal now. */
  async start(): Promise<void> {
    this.#head = await this.#database.inScope(this.#everything, readJournalHead);
    this.#forgetCommits = this.#database.onJournalCommit(() => this.look());
    this.#timer = setInterval(() => this.look(), this.#pollMs);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#forgetCommits();
    this.#listeners.clear();
    await this.#reading;
  }

  onEntries(listener: EntriesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The last number handed out. */
  head(): number {
    return this.#head;
  }

  /** Why the journal cannot be read now; null while it can. */
  failure(): Error | null {
    return this.#failure;
  }

  /** How many rows since the start were of a shape that this version does not understand. */
  unreadable(): number {
    return this.#unreadable;
  }

  readAfter(viewer: Viewer, afterSeq: number, limit: number): Promise<JournalPage> {
    return this.#database.inScope(viewer, (db) =>
      readJournalAfter(db, viewer, { afterSeq, limit }),
    );
  }

  /** Asks for a look at the journal now; while one is under way, one more follows it. */
  look(): void {
    this.#wanted = true;
    this.#reading ??= this.#drain().finally(() => {
      this.#reading = null;
    });
  }

  async #drain(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        const page = await this.readAfter(this.#everything, this.#head, pageSize);
        this.#failure = null;
        if (page.isFull) this.#wanted = true;
        this.#head = page.lastSeq;
        this.#unreadable += page.unreadable;
        this.#handOut(page.rows);
      } catch (error) {
        // The database is away: the next poll tries again, /readyz shows it meanwhile.
        this.#failure = error as Error;
      }
    }
  }

  #handOut(rows: readonly JournalRow[]): void {
    if (rows.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(rows);
      } catch (error) {
        // These rows are not handed out again: one listener's bug must not keep them from the others.
        console.error('a reader of the journal failed', error);
      }
    }
  }
}
