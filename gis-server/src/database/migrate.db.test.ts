import { expect, test } from 'vitest';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { describeOnBothEngines } from './testing/test-database.ts';

const migration = (name: string, text: string): Migration => ({ name, text, sha256: text });

describeOnBothEngines('migrations', (db) => {
  const tables = async (name: string) => {
    const { rows } = await db.pool.pool.query<{ found: string | null }>(
      'select to_regclass($1)::text as found',
      [name],
    );
    return rows[0]?.found ?? null;
  };
  const forget = async (...names: string[]) => {
    await db.pool.pool.query('delete from migrations where name = any($1)', [names]);
  };

  test('the shipped ones are applied, and a second run finds nothing to do', async () => {
    expect(readMigrations().length).toBeGreaterThan(10);
    expect(await migrate(db.pool)).toEqual([]);
  });

  test('one that fails halfway leaves nothing of itself and can be run again', async () => {
    const good = migration('9001-good.sql', 'create table migration_good (id int)');
    const bad = migration('9002-bad.sql', 'create table migration_bad (id int); select 1 / 0');
    await expect(migrate(db.pool, [good, bad])).rejects.toThrow(/9002-bad\.sql/);
    expect(await tables('migration_good')).toBe('migration_good');
    expect(await tables('migration_bad')).toBeNull();
    const mended = migration('9002-bad.sql', 'create table migration_bad (id int)');
    expect(await migrate(db.pool, [good, mended])).toEqual(['9002-bad.sql']);
    await db.pool.pool.query('drop table migration_good, migration_bad');
    await forget(good.name, bad.name);
  });

  test('one that was edited after it had been applied is refused', async () => {
    const first = migration('9003-kept.sql', 'select 1');
    await migrate(db.pool, [first]);
    const edited = migration('9003-kept.sql', 'select 2');
    await expect(migrate(db.pool, [edited])).rejects.toThrow(/was changed/);
    await forget(first.name);
  });

  test('every table with an area is under the scope, enforced for its owner too', async () => {
    const { rows } = await db.pool.pool.query<{ name: string; enforced: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as enforced
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_code'
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition order by 1`,
    );
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.filter(({ enforced }) => !enforced)).toEqual([]);
  });
});
