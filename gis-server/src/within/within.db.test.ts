import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, roadId, targetVillage } from '#graphql/testing/made-up-city.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { systemViewer } from '#access/viewer.ts';
import { liesWithin } from './within-statement.ts';
import { takeInWithin } from './within.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const viewer = viewerAt(madeUpCounty);
const ids = idsIn(targetVillage);
const [first, second, third] = [1, 2, 3].map(ids.component);
/** The first component of the target village stands here, the next ones 72 m to the east each. */
const start = { longitude: 9.931, latitude: 50 };
const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

const document = `query ($w: WithinInput!) {
  cityComponents(within: $w) { nodes { code } } cityComponentCounts(within: $w) { count } }`;

describeOnBothEngines('things within', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
  });

  const codesIn = async (within: object): Promise<string[]> => {
    const { data, errors } = await graph.ask(viewer, document, { w: within });
    expect(errors).toEqual([]);
    const codes = data.cityComponents.nodes.map((node: any) => node.code);
    const counted = data.cityComponentCounts.reduce((sum: number, row: any) => sum + row.count, 0);
    expect(counted, 'the counts follow the rule of the list').toBe(codes.length);
    return codes;
  };

  it('an area are those whose area it is', async () => {
    expect(await codesIn({ areaCode: targetVillage })).toEqual([first, second, third]);
    expect(await codesIn({ areaCode: madeUpCounty })).toHaveLength(12);
    expect(await codesIn({ areaCode: '990101009' })).toEqual([]);
  });

  it('a polygon are those inside it', async () => {
    expect(await codesIn({ polygon: box(9.9305, 49.9999, 9.9325, 50.0001) })).toEqual([
      first,
      second,
    ]);
  });

  it('a polygon with a hole are not those in the hole', async () => {
    const shape = box(9.9305, 49.9999, 9.934, 50.0001);
    const hole = box(9.9315, 49.99995, 9.9325, 50.00005).coordinates[0];
    expect(
      await codesIn({ polygon: { ...shape, coordinates: [...shape.coordinates, hole] } }),
    ).toEqual([first, third]);
  });

  it('a circle are those within its metres', async () => {
    expect(await codesIn({ circle: { center: start, radiusMeters: 10 } })).toEqual([first]);
    expect(await codesIn({ circle: { center: start, radiusMeters: 71 } })).toEqual([first]);
    expect(await codesIn({ circle: { center: start, radiusMeters: 72.5 } })).toEqual([
      first,
      second,
    ]);
  });

  it('a road buffer are those along the road or a drawn line', async () => {
    expect(await codesIn({ roadBuffer: { roadId, meters: 5 } })).toHaveLength(12);
    const line = {
      type: 'LineString',
      coordinates: [
        [9.9318, 50.0005],
        [9.9318, 49.9995],
      ],
    };
    expect(await codesIn({ roadBuffer: { line, meters: 20 } })).toEqual([second]);
    const winding = Array.from({ length: 300 }, (_, i) => [
      9.93 + i * 0.00001,
      50 + (i % 2) * 0.00001,
    ]);
    expect(
      await codesIn({
        roadBuffer: { line: { type: 'LineString', coordinates: winding }, meters: 10 },
      }),
    ).toEqual([first, second, third]);
  });

  describe('what is no place is refused with the field:', () => {
    const point = { longitude: 9.93, latitude: 50 };
    it.each([
      ['nothing', {}, 'one-of'],
      [
        'two places',
        { areaCode: madeUpCounty, circle: { center: point, radiusMeters: 5 } },
        'one-of',
      ],
      ['a name for a code', { areaCode: 'Springfield' }, 'unknown-code'],
      ['a circle round the world', { circle: { center: point, radiusMeters: 1e9 } }, 'distance'],
      ['a circle of nothing', { circle: { center: point, radiusMeters: 0 } }, 'distance'],
      [
        'a centre off the earth',
        { circle: { center: { longitude: 0, latitude: 91 }, radiusMeters: 5 } },
        'out-of-range',
      ],
      ['a point for a polygon', { polygon: { type: 'Point', coordinates: [1, 1] } }, 'wrong-type'],
      ['a polygon for a line', { roadBuffer: { line: box(1, 1, 2, 2), meters: 5 } }, 'wrong-type'],
      [
        'a line round the world',
        {
          roadBuffer: {
            line: {
              type: 'LineString',
              coordinates: [
                [-170, 0],
                [170, 0],
              ],
            },
            meters: 5,
          },
        },
        'distance',
      ],
      ['a buffer of a county', { roadBuffer: { roadId, meters: 50_000 } }, 'distance'],
      ['no road', { roadBuffer: { roadId: '424242', meters: 5 } }, 'unknown-road'],
      ['an injected road', { roadBuffer: { roadId: '1 or 1=1', meters: 5 } }, 'road-id'],
      [
        'a bow tie',
        {
          polygon: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [2, 2],
                [2, 0],
                [0, 2],
                [0, 0],
              ],
            ],
          },
        },
        'self-crossing',
      ],
      ['a latitude of 91', { polygon: box(1, 1, 2, 91) }, 'out-of-range'],
    ])('%s', async (_, within, reason) => {
      const { errors } = await graph.ask(viewer, document, { w: within });
      expect(errors[0]?.extensions?.['reason']).toBe(reason);
    });
  });

  it('pages go on where the last one ended', async () => {
    const ask = (after: string | null) =>
      graph.ask(
        viewer,
        `query ($a: String) { cityComponents(within: { areaCode: "${madeUpCounty}" }, first: 5, after: $a) {
        nodes { code } pageInfo { endCursor hasNextPage } } }`,
        { a: after },
      );
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { cityComponents }: any = (await ask(after)).data;
      seen.push(...cityComponents.nodes.map((node: any) => node.code));
      after = cityComponents.pageInfo.endCursor;
      more = cityComponents.pageInfo.hasNextPage;
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    expect(seen).toEqual([...seen].sort());
  });

  it('a small circle is looked up in the position index, whatever the table holds', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Enough rows that reading them all would be the dearer way
        insert into city_components (code, class_code, name, area_code, state, position)
        select '9902010102' || lpad(n::text, 6, '0'), '0102', 'x', '990101001001', 'intact',
          ST_SetSRID(ST_MakePoint(9.9 + (n % 200) * 0.001, 49.9 + (n / 200) * 0.001), 4490)
        from generate_series(1, 20000) as n`),
    );
    const within = takeInWithin({ circle: { center: start, radiusMeters: 100 } });
    const plan = await db.database.inScope(viewer, (tx) =>
      tx.query<{ 'QUERY PLAN': string }>(sql`-- How is this found?
        explain select code from city_components c where ${liesWithin(within, 'c')}`),
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('city_components_by_position');
  });
});
