import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabasePool } from './pool.ts';

const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations');
/** Any number, the same for every process of the product: two that start together migrate one after the other. */
const advisoryLock = 43_138_243;

export type Migration = { name: string; text: string; sha256: string };

export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

/** Brings the database to the newest shape, each file in a transaction of its own; returns what was new. */
export async function migrate(
  { pool }: DatabasePool,
  migrations = readMigrations(),
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations',
    );
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (done.has(migration.name)) checkUnchanged(migration, done.get(migration.name) ?? '');
      else applied.push(await apply(client, migration));
    }
    return applied;
  } finally {
    // Closing the session frees the lock even where a statement has failed.
    await client.query('select pg_advisory_unlock($1)', [advisoryLock]).catch(() => {});
    client.release();
  }
}

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };

async function apply(client: Client, migration: Migration): Promise<string> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '5s'");
    await client.query(migration.text);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
    return migration.name;
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name}: ${(cause as Error).message}`, { cause });
  }
}

function checkUnchanged(migration: Migration, sha256: string): void {
  if (migration.sha256 !== sha256) {
    throw new Error(
      `migration ${migration.name} was changed after it had been applied: add a new file instead`,
    );
  }
}
