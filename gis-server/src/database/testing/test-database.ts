import { openPool, type DatabaseEngine, type DatabasePool } from '#database/pool.ts';
import { Database } from '#database/transaction.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { enginesOfThisRun } from './engines-of-this-run.ts';
import { TestClock } from './test-clock.ts';

/** A migrated database without rows, of this file alone, on one of the two engines. */
export class TestDatabase {
  readonly engine: DatabaseEngine;
  readonly clock = new TestClock();
  url = '';
  #opened: { pool: DatabasePool; database: Database }[] = [];

  constructor(engine: DatabaseEngine) {
    this.engine = engine;
  }

  get database(): Database {
    return this.#opened[0]!.database;
  }

  get pool(): DatabasePool {
    return this.#opened[0]!.pool;
  }

  /** A second process's view: connections of its own. */
  async openAnother(): Promise<Database> {
    const pool = await openPool(this.url);
    const database = new Database(pool, this.clock);
    this.#opened.push({ pool, database });
    return database;
  }

  async open(): Promise<void> {
    this.url = this.engine === 'embedded' ? await emptiedEmbedded() : await freshPostgres();
    await this.openAnother();
  }

  async close(): Promise<void> {
    for (const { pool } of this.#opened) if (!pool.pool.ending) await pool.pool.end();
    if (this.engine === 'postgresql') await dropPostgres(this.url);
  }
}

/** Runs a suite on the embedded engine and on PostgreSQL, each with an empty database. */
export function describeOnBothEngines(name: string, suite: (db: TestDatabase) => void): void {
  describe.each(enginesOfThisRun)(`${name} (%s)`, (engine) => {
    const db = new TestDatabase(engine);
    beforeAll(() => db.open());
    afterAll(() => db.close());
    suite(db);
  });
}

/** The one embedded server is shared by all files, which run one after the other: each finds it emptied. */
async function emptiedEmbedded(): Promise<string> {
  const url = inject('embeddedUrl');
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I', relname) as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and relname not in ('spatial_ref_sys', 'migrations')`,
    );
    await client.query(`truncate ${rows.map((row) => row.name).join(', ')} cascade`);
    await client.query('insert into journal_counter (head) values (0)');
  });
  return url;
}

let databases = 0;

async function freshPostgres(): Promise<string> {
  const server = inject('postgresUrl');
  databases += 1;
  const name = `cloud_eye_test_${process.pid}_${databases}`;
  await withClient(server, (client) =>
    client.query(`create database ${name} template ${inject('postgresTemplate')}`),
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropPostgres(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(inject('postgresUrl'), (client) =>
    client.query(`drop database ${name} with (force)`),
  );
}

async function withClient(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
