import { Sessions } from '#access/sessions.ts';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { createFieldDutyService } from '#field-duty/service.ts';
import { PositionTable } from '#live/position-table.ts';
import { ViewRegister } from '#gateway-link/view-register.ts';
import { ExportOrders } from '#recordings/export-orders.ts';
import { expect, test } from 'vitest';
import { Housekeeping } from './housekeeping.ts';
import { ConditionRounds } from '#video-health/condition-rounds.ts';

describeOnBothEngines('housekeeping', (db) => {
  const partitionsOf = async (table: string) => {
    const { rows } = await db.pool.pool.query<{ name: string }>(
      'select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1',
      [table],
    );
    return rows.map(({ name }) => name);
  };
  const keep = async () => {
    const { database, clock } = db;
    const sessions = new Sessions({ database, clock });
    const views = new ViewRegister({ database, sessions, clock });
    const conditions = new ConditionRounds({ database, clock });
    const fieldDuty = createFieldDutyService({ database, clock, liveUnits: new PositionTable() });
    const exports = new ExportOrders({
      database,
      clock,
      send: () => false,
      signer: { sign: () => 'signed' },
    });
    await new Housekeeping({
      database,
      clock,
      sessions,
      views,
      exports,
      conditions,
      fieldDuty,
      reports: { run: () => Promise.resolve(0) },
    }).run();
  };

  test('the next month has its partitions before it begins', async () => {
    await keep();
    for (const table of ['journal', 'unit_tracks']) {
      expect(await partitionsOf(table)).toEqual(
        expect.arrayContaining([`${table}_2026_05`, `${table}_2026_06`]),
      );
    }
  });

  test('what a dead upload had staged and locks long over are forgotten', async () => {
    const ask = (statement: ReturnType<typeof sql>) =>
      db.database.write(systemViewer(), (tx) => tx.query(statement));
    const longAgo = new Date(db.clock.now().getTime() - 25 * 3600 * 1000);
    await ask(sql`-- An upload whose process died
      insert into import_batches (id, kind, file_name, datum, started_at, actor_id, area_code, state)
      values (gen_random_uuid(), 'accounts', 'a.csv', 'wgs84', ${longAgo}, 'x', '', 'staging')`);
    await ask(sql`-- What it had staged
      insert into import_rows (batch_id, line, key, payload)
      select id, 1, 'k', '{"passwordHash":"h"}' from import_batches`);
    await ask(sql`-- A guess of yesterday and one of now
      insert into login_attempts (key, failures, last_failure_at)
      values ('account:old', 1, ${longAgo}), ('account:new', 1, ${db.clock.now()})`);
    await keep();
    expect(await ask(sql`-- Is anything left?\n select 1 from import_rows`)).toEqual([]);
    expect(await ask(sql`-- How did it end?\n select state from import_batches`)).toEqual([
      { state: 'failed' },
    ]);
    expect(await ask(sql`-- Which guesses count?\n select key from login_attempts`)).toEqual([
      { key: 'account:new' },
    ]);
  });

  test('a command is remembered for a week, so that it has its effect once, and then forgotten', async () => {
    let effects = 0;
    const give = () =>
      db.database.command(systemViewer(), { commandId: 'once', kind: 'test' }, async () => {
        effects += 1;
        return effects;
      });
    await give();
    db.clock.advanceSeconds(6 * 24 * 3600);
    await keep();
    expect(await give()).toBe(1);
    db.clock.advanceSeconds(2 * 24 * 3600);
    await keep();
    expect(await give()).toBe(2);
  });

  test('a month that began without a partition does not stop the server', async () => {
    db.clock.advanceSeconds(5000 * 24 * 3600);
    await db.database.write(systemViewer(), async (tx) =>
      tx.record({
        kind: 'account.reset',
        areaCode: '',
        subjectKind: 'account',
        subjectId: 'early',
        payload: {},
      }),
    );
    await keep();
    const partitions = await partitionsOf('journal');
    expect(partitions).not.toContain('journal_2040_01');
    expect(partitions).toContain('journal_2040_02');
  });
});
