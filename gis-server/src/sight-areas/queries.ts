import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { BuildingRow } from '#sight-lines/sight-job.ts';
import { boxSql } from '#within/within-statement.ts';
import { envelopeAround } from '#within/within.ts';
import type { LonLat } from 'grid-data';
import { withoutSpecks, type MultiPolygon } from './without-specks.ts';

export function buildingsNear(db: Reading, place: LonLat, meters: number): Promise<BuildingRow[]> {
  return db.query<BuildingRow>(sql`-- Which houses could stand in the way of who looks around here?
    select b.id::int as id, b.height_m as "heightM", ST_AsGeoJSON(b.geometry, 7) as outline
    from base_features b where b.layer = 'building' and b.height_m > 0
      and b.geometry && ${boxSql(envelopeAround([place], meters))}
    order by b.id`);
}

/**
 * A question takes so many corners: what is finer is straightened, more where there are too many. One try a statement,
 * and rings are never let collapse: the embedded engine breaks at making such shapes valid.
 */
export async function fewerCorners(db: Reading, shape: string, mostVertices: number) {
  const kept = JSON.stringify(withoutSpecks(JSON.parse(shape) as MultiPolygon, mostVertices / 10));
  for (let step = 0; ; step += 1) {
    const tolerance = step === 0 ? 0 : 0.00001 * 2 ** step;
    const [row] = await db.query<{ shape: object; corners: number }>(
      sql`-- The same ground with fewer corners
      select ST_AsGeoJSON(simple.shape, 7)::json as shape, ST_NPoints(simple.shape) as corners
      from (select ST_CollectionExtract(ST_MakeValid(ST_SimplifyPreserveTopology(
        ST_SetSRID(ST_GeomFromGeoJSON(${kept}::text), 4490), ${tolerance}::float8)), 3) as shape) as simple`,
    );
    if (row!.corners <= mostVertices || step === 8) return row!.shape;
  }
}
