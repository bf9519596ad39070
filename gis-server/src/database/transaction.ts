import { systemUserId, type Viewer } from '#access/viewer.ts';
import { appendToJournal } from '#journal/append.ts';
import type { JournalRecord } from '#journal/journal-row.ts';
import { DomainError, type Clock, type JournalKind } from 'grid-data';
import pg from 'pg';
import { answerOnce, checkCommandId, rememberAnswer, type Json } from './command-memory.ts';
import { asDomainError } from './database-error.ts';
import type { DatabasePool } from './pool.ts';
import { roleAndScope } from './session-scope.ts';
import type { Statement } from './sql.ts';

export type Reading = {
  query<Row>(statement: Statement): Promise<Row[]>;
};

export type Writing = Reading & {
  /** Adds a row to the journal; it is written, numbered, with the commit. */
  record<K extends JournalKind>(entry: JournalRecord<K>): void;
  /** Statements about what lies in no area, such as sessions, under the root's role and in the same transaction. */
  atRoot<T>(work: () => Promise<T>): Promise<T>;
};

export type Command = {
  /** Made by the caller: the same id again has the same effect, once. */
  commandId: string;
  kind: string;
};

/** Nobody looks at an empty panel for longer, and what still runs keeps a connection from all others. */
const longestReadMs = 15_000;

/**
 * The only way to the tables. Each piece of work is one transaction under the viewer's role and scope; nothing but SQL
 * may be awaited inside, because one open transaction stops everybody else on the embedded engine.
 */
export class Database {
  readonly #pool: DatabasePool;
  readonly #clock: Clock;
  readonly #longestReadMs: number;
  readonly #commitListeners = new Set<(head: number) => void>();

  constructor(pool: DatabasePool, clock: Clock, limits: { longestReadMs?: number } = {}) {
    this.#pool = pool;
    this.#clock = clock;
    this.#longestReadMs = limits.longestReadMs ?? longestReadMs;
  }

  get engine() {
    return this.#pool.engine;
  }

  /** For COPY streams and LISTEN, which need a connection of their own. */
  get pool(): pg.Pool {
    return this.#pool.pool;
  }

  /** Reads in one snapshot what the viewer may see. A question that somebody waits for is broken off in time. */
  inScope<T>(viewer: Viewer, work: (db: Reading) => Promise<T>): Promise<T> {
    if (viewer.userId === systemUserId) return this.inScopeAtLength(viewer, work);
    // PostgreSQL's timer; on the embedded engine it has no effect.
    return this.#read(`set local statement_timeout = ${this.#longestReadMs}`, viewer, work);
  }

  /** The same for what takes as long as it takes, such as looking through an import. */
  inScopeAtLength<T>(viewer: Viewer, work: (db: Reading) => Promise<T>): Promise<T> {
    return this.#read('set local statement_timeout = 0', viewer, work);
  }

  /** Changes state and journal together. `work` answers plain JSON: a repeated command is answered with the first answer. */
  async command<T extends Json | void>(
    viewer: Viewer,
    { commandId, kind }: Command,
    work: (tx: Writing) => Promise<T>,
  ): Promise<T> {
    checkCommandId(commandId);
    const at = this.#clock.now();
    let head: number | null = null;
    const result = await this.#inTransaction(`begin; ${roleAndScope(viewer)}`, async (client) => {
      const db = reading(client);
      const command = { commandId, kind, actorId: viewer.userId, at };
      const first = await answerOnce<T>(db, command);
      if (first.given) return first.answer;
      const records: JournalRecord[] = [];
      const answer = await work(writing(client, viewer, records));
      await rememberAnswer(db, command, answer);
      head = await writeJournal(db, records, { viewer, at, commandId });
      return answer;
    });
    if (head !== null) this.#announce(head);
    return result;
  }

  /** The process's own writes that no client can repeat, such as positions, sessions and platform listings. */
  async write<T>(viewer: Viewer, work: (tx: Writing) => Promise<T>): Promise<T> {
    const at = this.#clock.now();
    let head: number | null = null;
    const result = await this.#inTransaction(`begin; ${roleAndScope(viewer)}`, async (client) => {
      const db = reading(client);
      const records: JournalRecord[] = [];
      const answer = await work(writing(client, viewer, records));
      head = await writeJournal(db, records, { viewer, at, commandId: null });
      return answer;
    });
    if (head !== null) this.#announce(head);
    return result;
  }

  /** Tells when this process has added rows to the journal, so that readers need not wait for the next poll. */
  onJournalCommit(listener: (head: number) => void): () => void {
    this.#commitListeners.add(listener);
    return () => this.#commitListeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#pool.pool.end();
  }

  #announce(head: number): void {
    for (const listener of this.#commitListeners) listener(head);
  }

  #read<T>(limit: string, viewer: Viewer, work: (db: Reading) => Promise<T>): Promise<T> {
    const begin = 'begin transaction isolation level repeatable read read only';
    return this.#inTransaction(`${begin}; ${limit}; ${roleAndScope(viewer)}`, (client) =>
      work(reading(client)),
    );
  }

  async #inTransaction<T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.pool.connect().catch((error: unknown) => {
      throw asDomainError(error);
    });
    let broken = false;
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      broken = await client.query('rollback').then(
        // After a failed statement the embedded engine says twice that it is ready: the second word would seem to
        // answer whoever asks next.
        () => this.engine === 'embedded' && error instanceof pg.DatabaseError,
        () => true, // the connection is gone: the pool must not lend it again
      );
      throw asDomainError(error);
    } finally {
      client.release(broken);
    }
  }
}

function reading(client: pg.PoolClient): Reading {
  return {
    async query<Row>(statement: Statement): Promise<Row[]> {
      if (!statement.text.startsWith('-- ')) {
        throw new DomainError('invalid-input', 'a statement begins with the question it answers');
      }
      const { rows } = await client.query(statement.text, [...statement.values]);
      return rows as Row[];
    },
  };
}

function writing(client: pg.PoolClient, viewer: Viewer, records: JournalRecord[]): Writing {
  return {
    ...reading(client),
    record: (entry) => void records.push(entry as JournalRecord),
    async atRoot(work) {
      await client.query('set local role cloud_eye_root');
      try {
        return await work();
      } finally {
        // After a failed statement nothing runs any more, and the end of the transaction takes the role back.
        await client.query(roleAndScope(viewer)).catch(() => {});
      }
    },
  };
}

async function writeJournal(
  db: Reading,
  records: readonly JournalRecord[],
  author: Parameters<typeof appendToJournal>[1],
): Promise<number | null> {
  if (records.length === 0) return null;
  const rows = await db.query<{ head: number }>(appendToJournal(records, author));
  return rows[0]?.head ?? null;
}
