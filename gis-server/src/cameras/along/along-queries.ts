import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { envelopeAround } from '#within/within.ts';
import { cutRoute, type LonLat, type Route } from 'grid-data';
import { cameraColumns } from '../queries.ts';
import type { CameraRecord } from '../camera-record.ts';

/** A box around the whole of a long road holds half a county; boxes around its parts hold what stands beside it. */
const boxedMeters = 400;

/** More than these are not weighed: nobody looks through them, and each costs its rays. */
const mostWeighed = 600;

export type SightedCameraRow = CameraRecord & {
  cells: Buffer | null;
  unknown: string[] | null;
  terrainKnown: boolean | null;
};

export function camerasAlongRoute(
  db: Reading,
  viewer: Viewer,
  route: Route,
  withinMeters: number,
): Promise<SightedCameraRow[]> {
  const boxes = boxesAlong(route, withinMeters);
  const line = { type: 'LineString', coordinates: route.places };
  return db.query<SightedCameraRow>(sql`-- Which cameras stand beside this route or see some of it?
    select ${cameraColumns}, s.cells, s.unknown, s.terrain_known as "terrainKnown" from (
      select beside.id from jsonb_to_recordset(${JSON.stringify(boxes)}::jsonb)
        as box(west float8, south float8, east float8, north float8)
      join cameras beside on beside.position && ST_MakeEnvelope(box.west, box.south, box.east, box.north, 4490)
        and beside.gone_at is null and ${withinScope(viewer, 'beside.area_code')}
      union
      select seeing.camera_id from (
        select ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(line)}), 4490) as line) asked
      join camera_sights seeing on seeing.reach && asked.line and ST_Intersects(seeing.reach, asked.line)
        and ${withinScope(viewer, 'seeing.area_code')}
    ) chosen
    join cameras c on c.id = chosen.id and c.gone_at is null and ${withinScope(viewer, 'c.area_code')}
    left join camera_sights s on s.camera_id = c.id
    order by c.id limit ${mostWeighed}`);
}

function boxesAlong(route: Route, withinMeters: number) {
  const count = Math.max(1, Math.ceil(route.lengthMeters / boxedMeters));
  const each = route.lengthMeters / count;
  return Array.from({ length: count }, (_, i) => {
    const part = cutRoute(route, { fromMeters: i * each, toMeters: (i + 1) * each });
    const [west, south, east, north] = envelopeAround(part, withinMeters);
    return { west, south, east, north };
  });
}

/** Pieces of the road's name around it: one that is longer is followed piece by piece from there. */
export async function roadPieces(db: Reading, roadId: string): Promise<LonLat[][]> {
  const rows = await db.query<{
    line: LonLat[];
  }>(sql`-- Which pieces of the ground carry this road's name?
    select ST_AsGeoJSON(piece.geometry, 8)::json -> 'coordinates' as line
    from base_features road join base_features piece on piece.layer = 'road' and piece.name = road.name
      and piece.geometry && ST_Expand(road.geometry, ${pieceDegrees}) and GeometryType(piece.geometry) = 'LINESTRING'
    where road.id = ${roadId}::bigint and road.layer = 'road' order by piece.id limit 2000`);
  return rows.map(({ line }) => line);
}

/** About twenty kilometres: another road of the same name farther off is another road. */
const pieceDegrees = 0.2;
