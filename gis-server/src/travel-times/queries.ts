import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { LonLat } from 'grid-data';
import type { Strip } from './reached-ground.ts';
import type { RoadLine } from './road-graph.ts';

/** Changes whenever the roads of the base map do. */
export async function roadsDigest(db: Reading): Promise<string> {
  const [row] = await db.query<{
    digest: string;
  }>(sql`-- Are the roads those that are known already?
    select count(*) || ' ' || coalesce(max(id), 0) as digest from base_features where layer = 'road'`);
  return row?.digest ?? '';
}

export async function roadLines(db: Reading): Promise<RoadLine[]> {
  type Row = { roadClass: string; coordinates: LonLat[] };
  return db.query<Row>(sql`-- Where does every road run, and of which class is it?
    select b.kind as "roadClass", ST_AsGeoJSON((ST_Dump(b.geometry)).geom, 7)::json -> 'coordinates' as coordinates
    from base_features b where b.layer = 'road'`);
}

type Shaping = { strips: readonly Strip[]; cellDegrees: number; mostVertices: number };

/**
 * Strips of cells as one shape without their stairs: cells that touch at a corner grow together, and what is finer than
 * a cell is straightened, more where the shape has too many corners.
 */
export async function shapeOfStrips(db: Reading, { strips, cellDegrees, mostVertices }: Shaping) {
  const [row] = await db.query<{ shape: object | null }>(sql`-- Which ground do these strips cover?
    with ground as (
      select ST_Buffer(ST_Buffer(ST_Union(ST_MakeEnvelope(s.west, s.south, s.east, s.north, 4490)),
        ${cellDegrees * 0.3}::float8, 'join=mitre'), ${cellDegrees * -0.3}::float8, 'join=mitre') as shape
      from jsonb_to_recordset(${JSON.stringify(strips)}::jsonb)
        as s(west float8, south float8, east float8, north float8)
    )
    select ST_AsGeoJSON(ST_ForcePolygonCCW(simple.shape), 7)::json as shape
    from ground cross join generate_series(0, 7) as step
    cross join lateral (select ${cellDegrees}::float8 * 0.8 * power(1.7, step) as degrees) as within
    cross join lateral (select ST_CollectionExtract(ST_MakeValid(case when step < 4
      then ST_SimplifyPreserveTopology(ground.shape, within.degrees)
      else ST_Simplify(ground.shape, within.degrees) end), 3) as shape) as simple
    order by (ST_NPoints(simple.shape) <= ${mostVertices}) desc nulls last, step limit 1`);
  return row?.shape ?? null;
}
