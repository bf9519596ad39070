import type { Database } from '#database/transaction.ts';
import type pg from 'pg';
import type { JournalReader } from './journal-reader.ts';

const channel = 'cloud_eye_journal';
/** Published measurements: NOTIFY at every commit collapses at 500-600 commits a second. */
const leastGapMs = 100;

/**
 * Tells other processes on the same PostgreSQL that the journal has grown and hears it from them. Only a hint: a lost
 * one costs a poll's wait. The embedded engine carries no notifications over its socket and serves one process.
 */
export class JournalHints {
  readonly #database: Database;
  readonly #reader: JournalReader;
  readonly #released = new WeakSet<pg.PoolClient>();
  #client: pg.PoolClient | null = null;
  #forgetCommits: () => void = () => {};
  #timer: NodeJS.Timeout | null = null;

  constructor(database: Database, reader: JournalReader) {
    this.#database = database;
    this.#reader = reader;
  }

  async start(): Promise<void> {
    if (this.#database.engine === 'embedded') return;
    this.#forgetCommits = this.#database.onJournalCommit(() => this.#tellSoon());
    await this.#listen();
  }

  stop(): void {
    this.#forgetCommits();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#letGo(this.#client);
  }

  #letGo(client: pg.PoolClient | null): void {
    if (client === null || this.#released.has(client)) return;
    this.#released.add(client);
    client.on('error', () => {}); // what a broken connection says after
    client.release(true);
    if (this.#client === client) this.#client = null;
  }

  async #listen(): Promise<void> {
    const client = await this.#database.pool.connect();
    client.on('notification', () => this.#reader.look());
    // A broken connection goes back to the pool, or its place there is lost; the next hint opens another.
    client.once('error', () => this.#letGo(client));
    try {
      await client.query(`listen ${channel}`);
    } catch (error) {
      this.#letGo(client);
      throw error;
    }
    this.#client = client;
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      // A hint may be lost: the poll comes anyway.
      this.#tell().catch(() => this.#letGo(this.#client));
    }, leastGapMs);
  }

  async #tell(): Promise<void> {
    if (this.#client === null) await this.#listen();
    await this.#client?.query(`notify ${channel}`);
  }
}
