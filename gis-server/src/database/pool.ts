import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** int8 as a number: our counts and the journal's seq stay below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
/** A date without a time stays the text it is: a Date object would move it by the time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const longestConnectMs = 60_000;
const startPollMs = 250;
/** The first start of a PostgreSQL in a container makes its cluster and installs PostGIS. */
const startPatienceMs = 120_000;

export type DatabaseEngine = 'embedded' | 'postgresql';

export type DatabasePool = {
  readonly pool: pg.Pool;
  readonly engine: DatabaseEngine;
};

/**
 * Connections to either engine. The embedded one runs one statement at a time whoever asks, and its socket lets
 * messages of two connections interleave outside a transaction: so it gets one connection.
 */
export async function openPool(databaseUrl: string): Promise<DatabasePool> {
  const engine = await engineOf(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: engine === 'embedded' ? 1 : 12,
    connectionTimeoutMillis: longestConnectMs,
    application_name: 'cloud-eye',
    // Our questions are short, and compiling one takes longer than answering it: 70 ms for a circle of 3 km.
    ...(engine === 'embedded' ? {} : { options: '-c jit=off' }),
  });
  // An idle connection that the server closes is replaced at the next use.
  pool.on('error', () => {});
  // So is a lent one: the statement that waits on it fails, and between two statements nobody else would listen.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, engine };
}

/**
 * A database that starts at the same time as we do refuses connections until it serves: it is waited for, which `say`
 * is told once.
 */
export async function openPoolWhenUp(
  databaseUrl: string,
  say: (text: string) => void,
  patienceMs = startPatienceMs,
): Promise<DatabasePool> {
  const until = Date.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await openPool(databaseUrl);
    } catch (error) {
      if (!isStarting(error)) throw error;
      const seconds = patienceMs / 1000;
      if (Date.now() >= until) {
        throw new Error(
          `the database did not serve within ${seconds} s: ${(error as Error).message}`,
          { cause: error },
        );
      }
      if (tries === 1) say(`waiting for the database to serve, ${seconds} s at most`);
      await sleep(startPollMs);
    }
  }
}

/** Nobody listens yet, or PostgreSQL says that it is starting up (57P03). */
function isStarting(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ECONNREFUSED' || code === '57P03';
}

async function engineOf(databaseUrl: string): Promise<DatabaseEngine> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: longestConnectMs,
  });
  client.on('error', () => {}); // the statement under way fails and tells
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>('select version()');
    return rows[0]?.version.includes('PGlite') ? 'embedded' : 'postgresql';
  } finally {
    await client.end();
  }
}
