import { joinSql, sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { systemViewer } from '#access/viewer.ts';
import { expect, it } from 'vitest';
import { liesWithin, pointSql, shapeSql } from './within-statement.ts';
import type { Within } from './within.ts';

const places = [-33.9, 0.01, 27.7, 60, 74.7];

describeOnBothEngines('near by the plane and by the ellipsoid', (db) => {
  /** Places about as far from `around` as is asked, in all directions: which of them does each rule find? */
  const differing = (
    within: Within,
    around: readonly (readonly [number, number])[],
    exact: object,
  ) => {
    const centers = around.map(([x, y]) => sql`select ${x}::float8 as x, ${y}::float8 as y`);
    const meters = within.kind === 'circle' ? within.radiusMeters : 100;
    return db.database.inScopeAtLength(systemViewer(), (reading) =>
      reading.query<{ found: number; differing: number }>(sql`-- Where do the two rules differ?
        with at as (${joinSql(centers, ' union all ')}),
        tried as (
          select ST_SetSRID(ST_Project(
              ST_SetSRID(ST_MakePoint(at.x, at.y), 4326)::geography,
              ${meters}::float8 * (0.94 + 0.12 * ((i * 0.6180339) % 1.0)), i * 0.7853)::geometry, 4490) as position
          from at, generate_series(1, 300) as i
        ),
        judged as (
          select ${liesWithin(within, 'p')} as ours,
            ST_DWithin(p.position::geography, (${exact as ReturnType<typeof shapeSql>})::geography, ${meters}::float8) as exact
          from tried p
        )
        select count(*) filter (where exact) as found, count(*) filter (where ours <> exact) as differing
        from judged`),
    );
  };

  it.each(places)('a circle at %s degrees holds the same places', async (latitude) => {
    const center = { longitude: 111.7, latitude };
    for (const radiusMeters of [3, 300, 3_000, 50_000]) {
      const within = { kind: 'circle', center, radiusMeters } as const;
      const [row] = await differing(within, [[111.7, latitude]], pointSql(center));
      expect(row!.found, `${radiusMeters} m`).toBeGreaterThan(50);
      expect(row!.differing, `${radiusMeters} m`).toBe(0);
    }
  });

  it.each(places)('a line at %s degrees holds the same places along it', async (latitude) => {
    const line = [
      [111.7, latitude],
      [111.71, latitude + 0.004],
      [111.9, latitude + 0.004],
      [111.9, latitude - 0.01],
    ] as const;
    const along = [...line, [111.8, latitude + 0.004] as const];
    const shape = shapeSql({ type: 'LineString', coordinates: line });
    const [row] = await differing({ kind: 'line', line, meters: 100 }, along, shape);
    expect(row!.found).toBeGreaterThan(200);
    expect(row!.differing).toBe(0);
  });
});
