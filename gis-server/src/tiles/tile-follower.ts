import type { JournalReader } from '#journal/journal-reader.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { TileFeed } from './tile-feed.ts';

const retryAfterMs = 1000;

/** Applies journal rows to the tiles one batch after the other; where the database is away, it tries again. */
export class TileFollower {
  readonly #feed: TileFeed;
  readonly #reader: JournalReader;
  readonly #stopping = new AbortController();
  #waiting: JournalRow[] = [];
  #work: Promise<void> | null = null;
  #warming: Promise<void> = Promise.resolve();
  #isLoaded = false;
  #failure: Error | null = null;
  #forget: () => void = () => {};

  constructor(feed: TileFeed, reader: JournalReader) {
    this.#feed = feed;
    this.#reader = reader;
  }

  /** Loads every layer, then follows the reader, which must have been started before. */
  async start(): Promise<void> {
    // Rows that arrive while the layers load wait, so that none falls between load and journal.
    this.#forget = this.#reader.onEntries((rows) => {
      this.#waiting.push(...rows);
      this.#applyWaiting();
    });
    await this.#feed.load();
    this.#isLoaded = true;
    this.#applyWaiting();
    // A tile that cannot be made beforehand fails again, and is told, to whoever asks for it.
    this.#warming = this.#feed.warmUp(this.#stopping.signal).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#forget();
    this.#stopping.abort();
    await this.#work;
    await this.#warming;
  }

  /** Why the tiles cannot follow the journal now; null while they can. */
  failure(): Error | null {
    return this.#failure;
  }

  #applyWaiting(): void {
    if (!this.#isLoaded) return;
    this.#work ??= this.#drain().finally(() => {
      this.#work = null;
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#stopping.signal.aborted) {
      const rows = this.#waiting;
      this.#waiting = [];
      try {
        await this.#feed.apply(rows);
        this.#failure = null;
      } catch (error) {
        this.#failure = error as Error;
        this.#waiting = [...rows, ...this.#waiting];
        const { signal } = this.#stopping;
        // Aborted only by stop(), after which nothing is left to do.
        await pause(retryAfterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
