import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { BuildingRow } from '#sight-lines/sight-job.ts';
import { boxSql } from '#within/within-statement.ts';
import { envelopeAround } from '#within/within.ts';
import type { LonLat } from 'grid-data';

export function buildingsNear(db: Reading, place: LonLat, meters: number): Promise<BuildingRow[]> {
  return db.query<BuildingRow>(sql`-- Which houses could stand in the way of who looks around here?
    select b.id::int as id, b.height_m as "heightM", ST_AsGeoJSON(b.geometry, 7) as outline
    from base_features b where b.layer = 'building' and b.height_m > 0
      and b.geometry && ${boxSql(envelopeAround([place], meters))}
    order by b.id`);
}

/** A question takes so many corners: what is finer is straightened, specks left out, more where there are too many. */
export async function fewerCorners(db: Reading, shape: string, mostVertices: number) {
  const [row] = await db.query<{ shape: object }>(sql`-- The same ground with fewer corners
    select ST_AsGeoJSON(simple.shape, 7)::json as shape
    from (select ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(${shape}::text), 4490)), 3)
      as shape) as seen
    cross join generate_series(0, 8) as step
    cross join lateral (select ST_CollectionExtract(ST_MakeValid(case step when 0 then seen.shape
      else ST_Simplify(seen.shape, 0.00001 * power(2, step)) end), 3) as shape) as simple
    order by (ST_NPoints(simple.shape) <= ${mostVertices}) desc nulls last, step limit 1`);
  return row!.shape;
}
