import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const stretch = {
  areaCode: madeUpCounty,
  from: '2026-06-01T00:00:00Z',
  to: '2026-07-01T00:00:00Z',
};
/** One metre to the north. */
const meter = 1 / 111_320;

describeOnBothEngines('places of cases', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let elsewhere: Viewer;
  let department: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const at = (...of: Parameters<typeof viewerAt>) => seeAccountOf(db.database, viewerAt(...of));
    officer = await at(madeUpCounty, 'duty-officer');
    elsewhere = await at('990101002', 'town-monitor');
    department = await at(madeUpCounty, 'department', 'city-management');
    // A hydrant thrice, 40 m from one to the next; one told twice within the hour; and two of other classes beside it.
    await aCase({ north: 0, day: 1 });
    await aCase({ north: 40, day: 5 });
    await aCase({ north: 80, day: 9 });
    await aCase({ north: 5_000, day: 2 });
    await aCase({ north: 5_000, day: 2, hour: 1 });
    await aCase({ north: 10, day: 3, classCode: 'C0102' });
    await aCase({ north: 20, day: 3, state: 'voided' });
    await aCase({ north: 2_000, day: 3, classCode: 'C0102' });
  });

  type Made = { north: number; day: number; hour?: number; classCode?: string; state?: string };
  const aCase = ({ north, day, hour = 0, classCode = 'E0102', state = 'reported' }: Made) =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- It happened there and then
        insert into incidents (id, class_code, title, state, grade, source, area_code, position, reported_at)
        values (${randomUUID()}::uuid, ${classCode}, 'made up', ${state}, 4, 'hotline', ${targetVillage},
          ST_SetSRID(ST_MakePoint(9.93, ${50 + north * meter}), 4490),
          ${new Date(Date.UTC(2026, 5, day, hour))})`),
    );
  const ask = async (viewer: Viewer, by: string, more: object = {}) => {
    const { data, errors } = await graph.ask(
      viewer,
      `query ($areaCode: String!, $from: DateTime!, $to: DateTime!, $by: String!, $classCode: ID) {
        casePlaces(areaCode: $areaCode, from: $from, to: $to, by: $by, classCode: $classCode) {
          total meters hours nodes { key cases class { code } firstAt lastAt position { longitude latitude } } } }`,
      { ...stretch, by, ...more },
    );
    expect(errors).toEqual([]);
    return data.casePlaces;
  };
  const rowsOf = async (by: string, key: string, more: object = {}) => {
    const { data, errors } = await graph.ask(
      officer,
      `query ($areaCode: String!, $from: DateTime!, $to: DateTime!, $by: String!, $classCode: ID, $key: ID!) {
        casesAtPlace(areaCode: $areaCode, from: $from, to: $to, by: $by, classCode: $classCode, key: $key, first: 200) {
          total nodes { id class { code } } } }`,
      { ...stretch, by, key, ...more },
    );
    expect(errors).toEqual([]);
    return data.casesAtPlace;
  };

  it('each spot opens as many cases as it says, by heat as by recurrence', async () => {
    for (const by of ['heat', 'recurrence']) {
      const { nodes, total } = await ask(officer, by);
      expect(nodes.length).toBe(total);
      expect(total).toBeGreaterThan(0);
      for (const { key, cases } of nodes) {
        const { total: behind, nodes: rows } = await rowsOf(by, key);
        expect([behind, rows.length]).toEqual([cases, cases]);
      }
    }
  });

  it('heat counts every case once, but for what was none', async () => {
    const { nodes } = await ask(officer, 'heat');
    const sum = nodes.reduce((all: number, { cases }: Loose) => all + cases, 0);
    expect(sum).toBe(7);
    const one = await ask(officer, 'heat', { classCode: 'C0102' });
    expect(one.nodes.map(({ cases }: Loose) => cases)).toEqual([1, 1]);
  });

  it('what comes up again is of one class, near, and not one thing told twice', async () => {
    const { nodes, meters, hours } = await ask(officer, 'recurrence');
    expect({ meters, hours }).toEqual({ meters: 50, hours: 24 });
    expect(nodes).toMatchObject([
      {
        cases: 3,
        class: { code: 'E0102' },
        firstAt: '2026-06-01T00:00:00.000Z',
        lastAt: '2026-06-09T00:00:00.000Z',
        position: { longitude: 9.93 },
      },
    ]);
    expect(nodes[0].position.latitude).toBeCloseTo(50 + 40 * meter, 6);
  });

  it('a town is told of its own, a department of the cases that it has', async () => {
    expect((await ask(elsewhere, 'heat', { areaCode: targetVillage })).total).toBe(0);
    expect((await ask(officer, 'heat', { areaCode: targetVillage })).total).toBeGreaterThan(0);
    expect((await ask(department, 'heat')).total).toBe(0);
  });
});
