/** A map of a place from the ground that the tiles are cut from: drawn simply, at its true place and size. */
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { boxSql } from '#within/within-statement.ts';
import type { Plan, PlanShape } from './paper.ts';

export type PlanPlace = { longitude: number; latitude: number };

const halfWidthMeters = 320;
const halfHeightMeters = 160;
const metersPerDegree = 111_320;
const mostFeatures = 1_500;

type Lines = readonly (readonly (readonly [number, number])[])[];
type Feature = {
  layer: string;
  kind: string;
  name: string | null;
  type: string;
  coordinates: never;
};

export async function planOfPlace(db: Reading, place: PlanPlace): Promise<Plan> {
  const [west, south] = toDegrees(place, [-halfWidthMeters, -halfHeightMeters]);
  const [east, north] = toDegrees(place, [halfWidthMeters, halfHeightMeters]);
  const box = boxSql([west, south, east, north]);
  const rows = await db.query<Feature>(sql`-- What ground lies around this place, surfaces first?
    select layer, kind, name, shape ->> 'type' as type, shape -> 'coordinates' as coordinates
    from (
      select id, layer, kind, name, ST_AsGeoJSON(ST_ClipByBox2D(geometry, ${box}), 7)::jsonb as shape
      from base_features where geometry && ${box} and ST_Intersects(geometry, ${box})
    ) as f
    order by array_position(array['land-use', 'lake', 'river', 'road', 'building'], layer), id
    limit ${mostFeatures}`);
  const shapes: PlanShape[] = [];
  const names = new Map<string, Plan['names'][number]>();
  for (const row of rows) {
    const lines = linesOf(row).map((line) => line.map((point) => toMeters(place, point)));
    if (lines.length === 0) continue;
    shapes.push({ look: lookOf(row), lines });
    const [along] = lines;
    const middle = along?.[along.length >> 1];
    if (row.name === null || row.layer !== 'road' || middle === undefined) continue;
    names.set(row.name, { east: middle[0], north: middle[1], text: row.name });
  }
  return { halfWidthMeters, halfHeightMeters, shapes, names: [...names.values()] };
}

function lookOf({ layer, kind, type }: Feature): PlanShape['look'] {
  switch (layer) {
    case 'building':
      return 'building';
    case 'lake':
      return 'water';
    case 'river':
      return type.endsWith('LineString') ? 'stream' : 'water';
    case 'road':
      return ['motorway', 'trunk', 'primary', 'secondary'].includes(kind) ? 'main-road' : 'road';
    default:
      return 'land';
  }
}

/** Rings and lines alike; points are no ground. */
function linesOf({ type, coordinates }: Feature): Lines {
  switch (type) {
    case 'LineString':
      return [coordinates as Lines[number]];
    case 'MultiLineString':
    case 'Polygon':
      return coordinates as Lines;
    case 'MultiPolygon':
      return (coordinates as readonly Lines[]).flat();
    default:
      return [];
  }
}

function toMeters(place: PlanPlace, [longitude, latitude]: readonly [number, number]) {
  const shrink = Math.cos((place.latitude * Math.PI) / 180);
  return [
    (longitude - place.longitude) * metersPerDegree * shrink,
    (latitude - place.latitude) * metersPerDegree,
  ] as const;
}

function toDegrees(place: PlanPlace, [east, north]: readonly [number, number]) {
  const shrink = Math.cos((place.latitude * Math.PI) / 180);
  return [
    place.longitude + east / (metersPerDegree * shrink),
    place.latitude + north / metersPerDegree,
  ] as const;
}
