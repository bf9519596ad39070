/**
 * All that lies in a drawn shape, asked over GraphQL, beside the plain PostGIS statement that counts the same things:
 * 1,020,000 city components, shapes from a block to a town, each asked in turn by both.
 */
import type pg from 'pg';
import { benchRow, median, promiseRows, type Bench } from '../bench-row.ts';
import { openBigCity, timed, type BigCity } from '../big-city.ts';

type Place = { longitude: number; latitude: number };
type Asked = {
  name: string;
  within: object;
  /** The same ground for PostGIS: a GeoJSON geometry and metres around it. */
  shape: object;
  meters: number;
};

const promised = [500, 'ms'] as const;
/** GraphQL, session, scope and snapshot included. */
const promisedRatio = 2;

const question = `query ($within: WithinInput!) { groundCounts(within: $within) {
  cameras { state count } cityComponents { class { code } count } incidents { class { code } state count }
  places { kind count } unitsOnDuty { kind count } population { people } } }`;

const byPostgis = `
  with asked as (
    select case when $2::float8 = 0 then ST_SetSRID(ST_GeomFromGeoJSON($1), 4490)
      else ST_SetSRID(ST_Buffer(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)::geography, $2)::geometry, 4490) end as ground
  )
  select 'components' as noun, class_code as word, count(*)::int from city_components, asked
    where ST_Intersects(position, ground) group by 2
  union all select 'cameras', state, count(*)::int from cameras, asked
    where ST_Intersects(position, ground) and gone_at is null group by 2
  union all select 'incidents', class_code || state, count(*)::int from incidents, asked
    where ST_Intersects(position, ground) group by 2
  union all select 'places', kind, count(*)::int from places, asked where ST_Intersects(position, ground) group by 2
  union all select 'units', kind, count(*)::int from units, asked
    where ST_Intersects(position, ground) and position_at > now() - interval '10 minutes' group by 2
  union all select 'people', '', coalesce(sum(people), 0)::int from population_points, asked
    where ST_Intersects(position, ground)`;

export const bench: Bench = async ({ quick }) => {
  const city = await openBigCity(quick ? 1 : 17);
  try {
    const places = await samplePlaces(city.client, quick ? 6 : 30);
    const rows = [];
    for (const [name, make] of shapes) {
      const tries = await measure(city, places.map(make));
      rows.push(
        ...promiseRows(`${name}, counted`, tries.ours, promised),
        benchRow(
          {
            case: `${name}, median`,
            ours: median(tries.ours),
            peer: median(tries.peer),
            peerName: 'plain PostGIS',
            unit: 'ms',
          },
          '<=',
          promisedRatio,
        ),
      );
    }
    return rows;
  } finally {
    await city.close();
  }
};

const shapes: readonly [string, (place: Place) => Asked][] = [
  ['circle of 300 m', (place) => circle(place, 300)],
  ['circle of 3 km', (place) => circle(place, 3_000)],
  ['polygon of a town', polygon],
  ['road of 2 km with 100 m', road],
];

function circle(center: Place, radiusMeters: number): Asked {
  const shape = { type: 'Point', coordinates: [center.longitude, center.latitude] };
  return {
    ...{ name: 'circle', within: { circle: { center, radiusMeters } }, shape },
    meters: radiusMeters,
  };
}

/** Forty corners, in and out, about four kilometres across. */
function polygon({ longitude, latitude }: Place): Asked {
  const ring = Array.from({ length: 40 }, (_, i) => {
    const radius = i % 2 === 0 ? 0.02 : 0.014;
    const angle = (i / 40) * 2 * Math.PI;
    return [longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)];
  });
  const shape = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  return { name: 'polygon', within: { polygon: shape }, shape, meters: 0 };
}

function road({ longitude, latitude }: Place): Asked {
  const line = Array.from({ length: 20 }, (_, i) => [
    longitude + i * 0.001,
    latitude + Math.sin(i) * 0.0005,
  ]);
  const shape = { type: 'LineString', coordinates: line };
  return { name: 'road', within: { roadBuffer: { line: shape, meters: 100 } }, shape, meters: 100 };
}

async function samplePlaces(client: pg.Client, most: number): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select ST_X(position) as longitude, ST_Y(position) as latitude from city_components
     order by md5(code) limit $1`,
    [most],
  );
  return rows;
}

type Answer = { groundCounts: { cityComponents: { count: number }[] } };

/** The first of each kind warms both sides. */
async function measure({ officer, client }: BigCity, asked: readonly Asked[]) {
  const ours: number[] = [];
  const peer: number[] = [];
  for (const [i, { within, shape, meters }] of [...asked.slice(0, 1), ...asked].entries()) {
    const [oursMs, answer] = await timed(() => officer.get<Answer>(question, { within }));
    const [peerMs, told] = await timed(() =>
      client.query<{ noun: string; count: number }>(byPostgis, [JSON.stringify(shape), meters]),
    );
    checkSame(
      answer.groundCounts.cityComponents,
      told.rows.filter(({ noun }) => noun === 'components'),
    );
    if (i === 0) continue;
    ours.push(oursMs);
    peer.push(peerMs);
  }
  return { ours, peer };
}

/** A buffer is a polygon of 32 corners a turn and a little smaller than the circle that we ask. */
function checkSame(ours: readonly { count: number }[], theirs: readonly { count: number }[]): void {
  const sum = (rows: readonly { count: number }[]): number =>
    rows.reduce((total, { count }) => total + count, 0);
  const [here, there] = [sum(ours), sum(theirs)];
  if (Math.abs(here - there) > Math.max(5, there * 0.02)) {
    throw new Error(`${here} components counted here, ${there} by PostGIS`);
  }
}
