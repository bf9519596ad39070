import { systemViewer, type Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { joinSql, sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { incidentSources, incidentStates, worklistsFor } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';
import { addUpCaseCounts } from './case-counts.ts';
import { takeInFilter } from './service.ts';
import { pageOfWorklist } from './worklist-queries.ts';

const rounds = 40;
const leastCases = 60;
const villages = ['990101001001', '990101001002', '990101002001', '990101002002'];
const departments = [null, 'city-management', 'water'];
const hourMs = 3_600_000;

describeOnBothEngines('counts of the desk', (db) => {
  const random = atRandom(20_261_128);
  let graph: GraphUnderTest;
  let viewers: Viewer[];
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    viewers = await Promise.all(
      [
        viewerAt('', 'shift-leader'),
        viewerAt(madeUpCounty, 'duty-officer'),
        viewerAt(madeUpCounty, 'dispatcher'),
        viewerAt('990101002', 'duty-officer'),
        viewerAt(madeUpCounty, 'department', 'water'),
      ].map((viewer) => seeAccountOf(db.database, viewer)),
    );
  });

  const near = () =>
    random.chance(0.3)
      ? null
      : new Date(db.clock.now().getTime() + (random.next() - 0.5) * 40 * hourMs);
  /** Anything that a case can be, whether or not the loop leads there. */
  const anything = () => sql`${random.pick(incidentStates)} as state,
    ${random.pick(departments)}::text as department_code, ${1 + Math.floor(random.next() * 4)}::integer as grade,
    ${random.pick(incidentSources.slice(0, 3))} as source, ${near()}::timestamptz as due_at,
    ${near()}::timestamptz as amber_at, ${near()}::timestamptz as stage_due_at, ${random.chance(0.3)}::boolean as check_failed,
    ${random.chance(0.3) ? '{}' : null}::jsonb as request, ${near()}::timestamptz as supervised_at`;
  const some = sql`select id from incidents where state <> 'archived' order by md5(id::text) limit 5`;

  const change = async (): Promise<void> => {
    const rows = Array.from(
      { length: 1 + Math.floor(random.next() * 6) },
      () => sql`select ${random.pick(villages)} as area_code, ${anything()}`,
    );
    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- New ones, several at once
        insert into incidents (id, class_code, title, area_code, state, department_code, grade, source, due_at,
          amber_at, stage_due_at, check_failed, request, supervised_at, position, reported_at)
        select gen_random_uuid(), ${random.pick(['C0102', 'E0102'])}, 'x', c.area_code, c.state, c.department_code,
          c.grade, c.source, c.due_at, c.amber_at, c.stage_due_at, c.check_failed, c.request, c.supervised_at,
          ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${db.clock.now()}
        from (${joinSql(rows, ' union all ')}) as c`);
      await tx.query(sql`-- Some become something else, all the same
        update incidents i set state = c.state, department_code = c.department_code, due_at = c.due_at,
          amber_at = c.amber_at, stage_due_at = c.stage_due_at, check_failed = c.check_failed, request = c.request,
          supervised_at = c.supervised_at
        from (select ${anything()}) as c where i.id in (${some})`);
      await tx.query(sql`-- A word of them changes that nobody counts
        update incidents set title = 'y' where id in (${some})`);
      await tx.query(sql`-- One goes
        delete from incidents where id = (
          select id from incidents where state <> 'archived' and title = 'x' order by id limit 1)`);
    });
    if (random.chance(0.3)) await addUpCaseCounts(db.database);
    if (random.chance(0.2)) db.clock.advanceSeconds(random.next() * 7_200);
  };

  const filterAtRandom = () => ({
    ...(random.chance(0.5) ? { areaCode: random.pick(['990101', '990101001', villages[2]]) } : {}),
    ...(random.chance(0.3) ? { classCodes: ['C0102'] } : {}),
    ...(random.chance(0.3) ? { grades: [1, 3] } : {}),
    ...(random.chance(0.3) ? { sources: [incidentSources[0], incidentSources[2]] } : {}),
    ...(random.chance(0.3) ? { departmentCode: 'water' } : {}),
  });

  it('are their rows, whatever has become of the cases', async () => {
    const told = new Map<string, number>();
    const isEmpty = () => told.size === 0 || [...told.values()].includes(0);
    for (let round = 0; round < rounds || (isEmpty() && round < 5 * rounds); round += 1) {
      await change();
      const viewer = random.pick(viewers);
      const home = viewer.areaCode || madeUpCounty;
      const asked = { areaCode: home, ...filterAtRandom() };
      const areaCode = asked.areaCode.startsWith(home) ? asked.areaCode : home;
      const filter = { ...asked, areaCode };
      const counts = await graph.services.cases.worklists(viewer, areaCode, filter);
      expect(counts.map(({ key }) => key)).toEqual([...worklistsFor(viewer.permissions)]);
      const view = {
        within: { kind: 'area', areaCode } as const,
        now: db.clock.now(),
        filter: takeInFilter(filter),
      };
      for (const { key, count } of counts) {
        const rows = await db.database.inScope(viewer, (read) =>
          pageOfWorklist(read, viewer, { key, view }, { limit: 1_000, after: null }),
        );
        expect(count, `round ${round}: ${key} of ${viewer.role}`).toBe(rows.length);
        told.set(key, (told.get(key) ?? 0) + count);
      }
    }
    // No list was empty all the time.
    expect(isEmpty(), [...told].join(' ')).toBe(false);
  });

  it('keep no kind of which there is none, and no change that was added up', async () => {
    await addUpCaseCounts(db.database);
    await addUpCaseCounts(db.database);
    const [kept] = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ cases: number; counted: number; empty: number; waiting: number }>(
        sql`-- What is kept beside the cases?
          select (select count(*) from incidents) as cases, (select sum(n) from case_counts) as counted,
            (select count(*) from case_counts where n <= 0) as empty,
            (select count(*) from case_count_changes) as waiting`,
      ),
    );
    expect(kept).toEqual({ cases: kept!.cases, counted: kept!.cases, empty: 0, waiting: 0 });
    expect(kept!.cases).toBeGreaterThan(leastCases);
  });

  it('begin anew with a city that begins anew', async () => {
    await db.database.pool.query('truncate incidents cascade');
    const [kept] = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ n: number }>(sql`-- Is anything counted still?
        select (select count(*) from case_counts) + (select count(*) from case_count_changes) as n`),
    );
    expect(kept).toEqual({ n: 0 });
  });
});

/** The same changes each time (mulberry32). */
function atRandom(start: number) {
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  };
}
