import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import type { BuildingRow, ComputedSight, SightCamera } from './sight-job.ts';
import { envelopeAround } from '#within/within.ts';
import { longestRangeMeters } from './viewshed/eye.ts';

/** All cameras on the map, those beside each other one after the other: they look at the same houses. */
export async function allCameraIds(database: Database): Promise<string[]> {
  const rows = await database.inScope(systemViewer(), (db) =>
    db.query<{ id: string }>(sql`-- Which cameras have a sight to be worked out?
      select c.id from cameras c where c.gone_at is null order by c.area_code, c.id`),
  );
  return rows.map(({ id }) => id);
}

export function sightCameras(db: Reading, ids: readonly string[]): Promise<SightCamera[]> {
  return db.query<SightCamera>(sql`-- How do these cameras stand, and what was known of their sight?
    select c.id, c.kind, c.area_code as "areaCode", ST_X(c.position) as longitude, ST_Y(c.position) as latitude,
      c.bearing_deg as "bearingDeg", c.width_deg as "widthDeg", c.range_meters as "rangeMeters",
      c.height_meters as "heightMeters", s.inputs as "storedInputs"
    from cameras c left join camera_sights s on s.camera_id = c.id
    where c.id = any(${[...ids]}) and c.gone_at is null`);
}

export function buildingsAround(db: Reading, ids: readonly string[]): Promise<BuildingRow[]> {
  return db.query<BuildingRow>(sql`-- Which houses could stand in the way of these cameras?
    select b.id::int as id, b.height_m as "heightM", ST_AsGeoJSON(b.geometry, 7) as outline
    from base_features b where b.layer = 'building' and b.height_m > 0 and b.id in (
      select near.id from cameras c
      cross join lateral (select least(c.range_meters, ${longestRangeMeters}) / 111195 as degrees) reach
      join base_features near on near.layer = 'building' and near.geometry && ST_Expand(c.position,
        reach.degrees / cos(radians(ST_Y(c.position))), reach.degrees)
      where c.id = any(${[...ids]}) and c.range_meters is not null and c.height_meters is not null)
    order by b.id`);
}

/** As `buildingsAround`, for cameras that are not in the table as they are meant. */
export function buildingsNear(
  db: Reading,
  cameras: readonly SightCamera[],
): Promise<BuildingRow[]> {
  const boxes = cameras.map(({ longitude, latitude, rangeMeters }) => {
    const meters = Math.min(rangeMeters ?? 0, longestRangeMeters);
    const [west, south, east, north] = envelopeAround([[longitude, latitude]], meters);
    return { west, south, east, north };
  });
  return db.query<BuildingRow>(sql`-- Which houses could stand in the way there?
    select b.id::int as id, b.height_m as "heightM", ST_AsGeoJSON(b.geometry, 7) as outline
    from base_features b
    where b.layer = 'building' and b.height_m > 0 and b.id in (
      select near.id from jsonb_to_recordset(${JSON.stringify(boxes)}::jsonb)
        as box(west float8, south float8, east float8, north float8)
      join base_features near on near.layer = 'building'
        and near.geometry && ST_MakeEnvelope(box.west, box.south, box.east, box.north, 4490))
    order by b.id`);
}

type StoredSight = Omit<ComputedSight, 'cells'> & { cells: string | null };

export async function saveSights(
  tx: Writing,
  sights: readonly ComputedSight[],
  at: Date,
): Promise<void> {
  const rows: StoredSight[] = sights.map(({ cells, ...sight }) => ({
    ...sight,
    cells: cells === null ? null : Buffer.from(cells).toString('base64'),
  }));
  await tx.query(sql`-- Writes down what these cameras see.
    insert into camera_sights (camera_id, area_code, inputs, computed_at, unknown, terrain_known, inside_building,
      seen, reach, visible_share, cells)
    select c.id, c.area_code, s.inputs, ${at}, s.unknown, s."terrainKnown", s."insideBuilding",
      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(s.seen), 4490)), 3)),
      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(s.reach), 4490)), 3)),
      s."visibleShare", decode(s.cells, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s("cameraId" text, inputs text, unknown text[],
      "terrainKnown" boolean, "insideBuilding" boolean, seen text, reach text, "visibleShare" float8, cells text)
    join cameras c on c.id = s."cameraId"
    on conflict (camera_id) do update set area_code = excluded.area_code, inputs = excluded.inputs,
      computed_at = excluded.computed_at, unknown = excluded.unknown, terrain_known = excluded.terrain_known,
      inside_building = excluded.inside_building, seen = excluded.seen, reach = excluded.reach,
      visible_share = excluded.visible_share, cells = excluded.cells`);
}
