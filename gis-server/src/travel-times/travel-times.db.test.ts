import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { checkGeometry, interactiveLimits } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

/** The made-up city has one road, a secondary one along the parallel of 50 degrees. */
describeOnBothEngines('shapes made of a place', (db) => {
  let graph: GraphUnderTest;
  let viewer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    viewer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
  });

  const from = { longitude: 9.95, latitude: 50.0005 };
  const ring = (minutes: number, at = from) =>
    graph.services.travelTimes.ring(viewer, { from: at, minutes });
  const holds = async (shape: object, longitude: number, latitude: number): Promise<boolean> => {
    const [row] = await db.database.inScope(systemViewer(), (reading) =>
      reading.query<{ holds: boolean }>(sql`-- Does this ground hold this place?
        select ST_Intersects(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(shape)}::text), 4490),
          ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4490)) as holds`),
    );
    return row!.holds;
  };

  it('what a car reaches follows the road as far as its time lasts, and can be asked about', async () => {
    const { shape, speeds } = await ring(3);
    expect(speeds).toContainEqual({ roadClass: 'secondary', kmh: 40 });
    // Three minutes less the walk to the road: about 1,500 m at 40 km/h, some 0.021 degrees here.
    expect(await holds(shape, 9.95 + 0.019, 50)).toBe(true);
    expect(await holds(shape, 9.95 + 0.024, 50)).toBe(false);
    expect(await holds(shape, 9.95 + 0.01, 50.004)).toBe(false);
    const checked = checkGeometry(shape, {
      limits: interactiveLimits,
      allowed: ['Polygon', 'MultiPolygon'],
    });
    expect(checked).toMatchObject({ ok: true });
    const counts = await graph.ask(
      viewer,
      'query ($w: WithinInput!) { groundCounts(within: $w) { asOf } }',
      { w: { polygon: shape } },
    );
    expect(counts.errors).toEqual([]);
  });

  it('more time reaches more; a road that is added is driven on', async () => {
    const north = [9.955, 50.01] as const;
    expect(await holds((await ring(10)).shape, ...north)).toBe(false);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A new road to the north
        insert into base_features (id, layer, kind, geometry) values (7701, 'road', 'primary', ST_SetSRID(ST_MakeLine(
          array[ST_MakePoint(9.95, 50.0004), ST_MakePoint(9.955, 50.0004), ST_MakePoint(9.955, 50.02)]), 4490))`),
    );
    expect(await holds((await ring(10)).shape, ...north)).toBe(true);
  });

  it.each([
    ['no road is near', 5, { longitude: 9.95, latitude: 50.09 }, 'no-road'],
    ['an hour is asked for', 60, from, 'minutes'],
  ])('says so where %s', async (_, minutes, at, reason) => {
    await expect(ring(minutes, at)).rejects.toMatchObject({ reason });
  });

  it('what is seen ends behind a house', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A house twenty metres high, sixty metres east of where somebody stands
        insert into base_features (id, layer, kind, geometry, height_m) values (7703, 'building', 'house',
          ST_SetSRID(ST_MakeEnvelope(9.9808, 50.0498, 9.9811, 50.0502), 4490), 20)`),
    );
    const place = { longitude: 9.98, latitude: 50.05 };
    const asked = { from: place, heightMeters: 2, rangeMeters: 200 };
    const { shape, visibleShare } = await graph.services.sightAreas.around(viewer, asked);
    expect(await holds(shape, 9.9805, 50.05)).toBe(true);
    expect(await holds(shape, 9.9822, 50.05), 'in the shadow of the house').toBe(false);
    expect(await holds(shape, 9.978, 50.05), 'to the other side').toBe(true);
    expect(visibleShare).toBeLessThan(1);
  });
});
