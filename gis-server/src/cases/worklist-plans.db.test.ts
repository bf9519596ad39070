import { systemViewer } from '#access/viewer.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { wholeWorklist, type WorklistKey } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';
import { pageOfWorklist } from './worklist-queries.ts';

const cases = 30_000;

describeOnBothEngines('a list among many cases', (db) => {
  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- One class
        insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value,
          limit_unit, purposes, department_code)
        values ('E0102', 'event', 'x', 'x', 'x', 4, 1, 'work-day', '{}', null)`);
      await tx.query(sql`-- Nine of ten cases are closed
        insert into incidents (id, class_code, title, state, grade, source, area_code, position,
          reported_at, due_at, stage_due_at)
        select gen_random_uuid(), 'E0102', 'x', case when n % 10 = 0 then
            (array['reported', 'accepted', 'registered', 'dispatched', 'processing'])[1 + n / 10 % 5]
          else 'closed' end, 4, 'grid-worker', '990101001001', ST_SetSRID(ST_MakePoint(9.93, 50), 4490),
          timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute',
          timestamptz '2026-01-02T00:00:00Z' + n * interval '1 minute',
          case when n % 10 = 0 then timestamptz '2026-01-01T02:00:00Z' + n * interval '1 minute' end
        from generate_series(1, ${cases}::integer) as n`);
    });
    // As autovacuum would.
    await db.database.pool.query('analyze incidents');
  }, 120_000);

  /** How the engine would answer, in the words of its plan. */
  const planOf = async (key: WorklistKey): Promise<string> => {
    const viewer = viewerAt(madeUpCounty);
    const view = {
      within: { kind: 'area', areaCode: madeUpCounty } as const,
      now: db.clock.now(),
      filter: wholeWorklist,
    };
    return db.database.inScope(viewer, async (tx) => {
      let plan: { 'QUERY PLAN': string }[] = [];
      const explaining: Reading = {
        async query<Row>(statement: Statement): Promise<Row[]> {
          plan = await tx.query(sql`-- How would this be answered?
            explain ${statement}`);
          return [];
        },
      };
      await pageOfWorklist(explaining, viewer, { key, view }, { limit: 51, after: null });
      return plan.map((line) => line['QUERY PLAN']).join('\n');
    });
  };

  it.each(['closed', 'to-accept', 'open', 'overdue', 'stage-overdue'] as const)(
    '%s comes in its order out of an index, without looking at all of them',
    async (key) => {
      const plan = await planOf(key);
      expect(plan).toMatch(
        /Index Scan using incidents_(open_)?by_urgency|incidents_by_due|incidents_open_by_stage_due/,
      );
      expect(plan).not.toMatch(/Seq Scan/);
    },
  );
});
