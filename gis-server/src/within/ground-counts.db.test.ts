import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const viewer = viewerAt(madeUpCounty);
const ids = idsIn(targetVillage);
/** The eastern half of the target village's cell, which reaches from 9.91 to 9.95. */
const easternHalf = {
  type: 'Polygon',
  coordinates: [
    [
      [9.93, 49.97],
      [9.96, 49.97],
      [9.96, 50.03],
      [9.93, 50.03],
      [9.93, 49.97],
    ],
  ],
};
const document = `query ($w: WithinInput!) { groundCounts(within: $w) {
  cameras { state count } cityComponents { class { code } count }
  incidents { class { code } state open count } places { kind count } unitsOnDuty { kind count } units { id }
  population { people asOf source illustrative cells { people cell { code } } } } }`;

describeOnBothEngines('what lies within', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    await db.database.write(systemViewer(), async (tx) => {
      for (const [number, longitude] of [9.915, 9.925, 9.935, 9.945].entries()) {
        await tx.query(sql`-- Forty people in a cell, and three in another
          insert into population_points (grid_system, grid_code, number, area_code, position, people, as_of, source, illustrative)
          values ('governance', ${ids.governanceGrid}, ${number}, ${targetVillage},
            ST_SetSRID(ST_MakePoint(${longitude}, 50), 4490), 10, '2020-11-01', 'census', false)`);
      }
      await tx.query(sql`-- Too few to be told
        insert into population_points (grid_system, grid_code, number, area_code, position, people, as_of, source, illustrative)
        values ('governance', '990101002001501', 1, '990101002001',
          ST_SetSRID(ST_MakePoint(10.05, 50), 4490), 3, '2020-11-01', 'census', false)`);
    });
    graph = new GraphUnderTest(db);
  });

  const countsIn = async (within: object, asked = viewer): Promise<Loose> => {
    const { data, errors } = await graph.ask(asked, document, { w: within });
    expect(errors).toEqual([]);
    return data.groundCounts;
  };
  const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

  it('is counted by the rules of the lists', async () => {
    const within = { polygon: easternHalf };
    const counts = await countsIn(within);
    const { data, errors } = await graph.ask(
      viewer,
      `query ($w: WithinInput!) { cameras(within: $w) { nodes { id } }
        cityComponents(within: $w) { nodes { code } } incidents(within: $w) { nodes { id } }
        places(within: $w) { nodes { id } } units(within: $w, onDutyOnly: true) { id } }`,
      { w: within },
    );
    expect(errors).toEqual([]);
    expect(sum(counts.cameras)).toBe(data.cameras.nodes.length);
    expect(sum(counts.cityComponents)).toBe(data.cityComponents.nodes.length);
    expect(sum(counts.incidents)).toBe(data.incidents.nodes.length);
    expect(sum(counts.places)).toBe(data.places.nodes.length);
    expect(sum(counts.unitsOnDuty)).toBe(data.units.length);
    expect(sum(counts.cityComponents)).toBe(3);
  });

  it('half of a cell counts half of its people, with source and day', async () => {
    const { population } = await countsIn({ polygon: easternHalf });
    expect(population).toEqual({
      people: 20,
      asOf: '2020-10-31T16:00:00.000Z',
      source: 'census',
      illustrative: false,
      cells: [{ people: 20, cell: { code: ids.governanceGrid } }],
    });
  });

  it('fewer than five people are not told, in sum or by cell', async () => {
    const { population } = await countsIn({ areaCode: '990101002001' });
    expect(population).toMatchObject({ people: null, cells: [{ people: null }] });
  });

  it('where nobody has brought in figures there is none, not nought', async () => {
    expect((await countsIn({ areaCode: '990101001002' })).population).toBeNull();
  });

  it('a unit silent for long is not on duty', async () => {
    expect((await countsIn({ areaCode: targetVillage })).unitsOnDuty).toEqual([]);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Heard of a minute ago
        update units set position_at = ${new Date(db.clock.now().getTime() - 60_000)} where id = ${ids.unit}`),
    );
    const { unitsOnDuty, units } = await countsIn({ areaCode: targetVillage });
    expect(unitsOnDuty).toEqual([{ kind: 'police-patrol', count: 1 }]);
    expect(units, 'the rows behind the number are of the same moment').toEqual([{ id: ids.unit }]);
  });

  it('a town counts only what is its own, and who may not read units hears of none', async () => {
    const neighbour = await countsIn({ polygon: easternHalf }, viewerAt('990101002'));
    expect(sum(neighbour.cityComponents)).toBe(0);
    expect(neighbour.population).toBeNull();
    const administrator = viewerAt(madeUpCounty, 'administrator');
    expect((await countsIn({ areaCode: targetVillage }, administrator)).unitsOnDuty).toBeNull();
  });
});
