import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { liesWithin } from '#within/within-statement.ts';
import { envelopeAround } from '#within/within.ts';
import type { Position, Within } from '#within/within.ts';
import { distanceMeters } from 'grid-data';
import type { CameraRecord } from './camera-record.ts';

export const cameraColumns = sql`c.id, c.name, c.kind, c.gb_code as "gbCode", c.area_code as "areaCode",
  c.unit_grid_code as "unitGridCode", c.bearing_deg as "bearingDeg", c.width_deg as "widthDeg",
  c.range_meters as "rangeMeters", c.height_meters as "heightMeters", c.state,
  c.state_reason as "stateReason", c.state_since as "stateSince", c.health, c.health_reason as "healthReason", c.health_since as "healthSince",
  c.health_checked_at as "healthCheckedAt", c.owner,
  c.place_class as "placeClass", c.purposes, c.notice_posted as "noticePosted",
  c.filing_no as "filingNo", c.address, c.illustrative, c.gone_at as "goneAt", c.version,
  ST_X(c.position) as longitude, ST_Y(c.position) as latitude`;

export async function camerasById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<CameraRecord>(sql`-- Which cameras have these ids?
    select ${cameraColumns} from cameras c
    where c.id = any(${ids}) and ${withinScope(viewer, 'c.area_code')}`);
}

/** The camera as it is once nobody else is changing it; held until the end of the transaction. */
export async function cameraForUpdate(db: Reading, viewer: Viewer, id: string) {
  const rows =
    await db.query<CameraRecord>(sql`-- What is this camera now, while nobody else changes it?
    select ${cameraColumns} from cameras c
    where c.id = ${id} and ${withinScope(viewer, 'c.area_code')} for update`);
  return rows[0] ?? null;
}

export type CameraFilter = {
  within: Within;
  states: readonly string[] | null;
  owners: readonly string[] | null;
  healths: readonly string[] | null;
  platformId: string | null;
};

function matching(
  viewer: Viewer,
  { within, states, owners, healths, platformId }: CameraFilter,
): Statement {
  const conditions = [
    liesWithin(within, 'c'),
    withinScope(viewer, 'c.area_code'),
    sql`c.gone_at is null`,
  ];
  if (states !== null) conditions.push(sql`c.state = any(${states})`);
  if (owners !== null) conditions.push(sql`c.owner = any(${owners})`);
  if (healths !== null) conditions.push(sql`coalesce(c.health, 'unchecked') = any(${healths})`);
  if (platformId !== null) conditions.push(sql`c.platform_id = ${platformId}`);
  return joinSql(conditions, ' and ');
}

export function cameraPage(
  db: Reading,
  viewer: Viewer,
  filter: CameraFilter,
  page: { limit: number; afterId: string | null },
) {
  return db.query<CameraRecord>(sql`-- Which cameras stand there, by id?
    select ${cameraColumns} from cameras c
    where ${matching(viewer, filter)} and c.id > ${page.afterId ?? ''}
    order by c.id limit ${page.limit}`);
}

export type AskedPoint = {
  key: number;
  position: Position;
  meters: number;
  /** Purposes that a look there could rest on. */
  purposes: readonly string[];
};

/** More cameras than this round one point, of those filed for a purpose asked for and of the others, are not weighed. */
const candidatesPerPoint = 60;

/** A camera with what is stored of its sight; `unknown` is null where it has not been worked out yet. */
export type NearCamera = CameraRecord & {
  key: number;
  cells: Buffer | null;
  unknown: string[] | null;
  terrainKnown: boolean | null;
};

/**
 * One statement for all points of a page: each brings its own box to the position index. The nearest filed for a
 * purpose that is asked for and the nearest of the others, lest many of one kind hide the other: the screen shows what
 * may be opened, and what stands beside the place and may not. Besides those that see the place from farther than all
 * of these. Nearest by a flat measure, which orders a few kilometres rightly at a tenth of the ellipsoid's cost; the
 * ranking measures truly.
 */
export async function camerasNearPoints(
  db: Reading,
  viewer: Viewer,
  points: readonly AskedPoint[],
): Promise<NearCamera[]> {
  const asked = points.map(({ key, position: { longitude, latitude }, meters, purposes }) => {
    const [west, south, east, north] = envelopeAround([[longitude, latitude]], meters);
    const squeeze = Math.cos((latitude * Math.PI) / 180);
    return { key, longitude, latitude, squeeze, west, south, east, north, purposes };
  });
  const away = sql`((ST_X(c.position) - asked.longitude) * asked.squeeze) ^ 2
    + (ST_Y(c.position) - asked.latitude) ^ 2`;
  const rows = await db.query<NearCamera>(sql`-- Which cameras stand near these points or see them?
    select asked.key, near.* from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(key int,
      longitude float8, latitude float8, squeeze float8, west float8, south float8, east float8, north float8,
      purposes text[])
    cross join lateral (
      select ${cameraColumns}, s.cells, s.unknown, s.terrain_known as "terrainKnown" from (
        select ranked.id from (
          select c.id, row_number() over (
            partition by c.purposes && asked.purposes order by ${away}, c.id) as place
          from cameras c
          where c.position && ST_MakeEnvelope(asked.west, asked.south, asked.east, asked.north, 4490)
            and c.gone_at is null and ${withinScope(viewer, 'c.area_code')}
        ) ranked where ranked.place <= ${candidatesPerPoint}
        union (
          select c.id from camera_sights s join cameras c on c.id = s.camera_id
          where s.reach && ST_SetSRID(ST_MakePoint(asked.longitude, asked.latitude), 4490)
            and c.gone_at is null and ${withinScope(viewer, 's.area_code')}
            and ${withinScope(viewer, 'c.area_code')}
          order by ${away}, c.id limit ${candidatesPerPoint}
        )
      ) chosen
      join cameras c on c.id = chosen.id and ${withinScope(viewer, 'c.area_code')}
      left join camera_sights s on s.camera_id = c.id
    ) near`);
  const pointOf = new Map(points.map((point) => [point.key, point]));
  return rows.filter(({ key, longitude, latitude }) => {
    const { position, meters } = pointOf.get(key)!;
    const point = [position.longitude, position.latitude] as const;
    return distanceMeters([longitude, latitude], point) <= meters;
  });
}

export type CameraSightRecord = {
  cameraId: string;
  computedAt: Date;
  seen: object | null;
  reach: object | null;
  visibleShare: number | null;
  unknown: string[];
  terrainKnown: boolean;
  insideBuilding: boolean;
};

export function sightsOfCameras(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<CameraSightRecord>(sql`-- What do these cameras see of the ground?
    select s.camera_id as "cameraId", s.computed_at as "computedAt", ST_AsGeoJSON(s.seen, 7)::json as seen,
      ST_AsGeoJSON(s.reach, 7)::json as reach, s.visible_share as "visibleShare", s.unknown,
      s.terrain_known as "terrainKnown", s.inside_building as "insideBuilding"
    from camera_sights s join cameras c on c.id = s.camera_id
    where s.camera_id = any(${[...ids]}) and ${withinScope(viewer, 's.area_code')}
      and ${withinScope(viewer, 'c.area_code')}`);
}

export type CameraSurvey = {
  id: string;
  version: number;
  at: Date;
  position: Position;
  areaCode: string;
  unitGridCode: string | null;
  bearingDeg: number | null;
  widthDeg: number | null;
  rangeMeters: number | null;
  heightMeters: number | null;
};

export async function recordSurvey(db: Reading, viewer: Viewer, survey: CameraSurvey) {
  const { longitude, latitude } = survey.position;
  const rows = await db.query(sql`-- Writes down what a survey of a camera found.
    update cameras c set position = ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4490),
      area_code = ${survey.areaCode}, unit_grid_code = ${survey.unitGridCode},
      bearing_deg = ${survey.bearingDeg}, width_deg = ${survey.widthDeg},
      range_meters = ${survey.rangeMeters}, height_meters = ${survey.heightMeters},
      surveyed_at = ${survey.at}, version = c.version + 1
    where c.id = ${survey.id} and c.version = ${survey.version}
      and ${withinScope(viewer, 'c.area_code')}
    returning c.id`);
  return rows.length > 0;
}
