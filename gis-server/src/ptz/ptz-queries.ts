import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { usualHomeSeconds } from 'grid-data';
import type { HeadOfCamera, PresetRecord, RunningLook } from './ptz-record.ts';

const headColumns = sql`c.id as "cameraId", c.area_code as "areaCode", c.kind, c.platform_id as "platformId",
  c.platform_camera_id as "platformCameraId", ST_X(c.position) as longitude, ST_Y(c.position) as latitude,
  c.height_meters as "heightMeters", c.range_meters as "rangeMeters", c.width_deg as "widthDeg", c.bearing_deg as "bearingDeg",
  coalesce(p.zero_bearing_deg, c.bearing_deg) as "zeroBearingDeg", coalesce(p.home_preset, 1) as "homePreset",
  coalesce(p.home_after_seconds, ${usualHomeSeconds}::int) as "homeAfterSeconds"`;

type LookRow = Omit<RunningLook, 'head'> & HeadOfCamera;

/** A look at live pictures that runs now and has not been taken back. */
export async function runningLook(db: Reading, viewId: string): Promise<RunningLook | null> {
  const [row] = await db.query<LookRow>(sql`-- Which running look is this, at which camera?
    select v.id as "viewId", v.user_id as "userId", u.display_name as "userName", v.session_id as "sessionId",
      u.role, v.purpose, v.incident_id::text as "incidentId", i.grade as "incidentGrade", ${headColumns},
      exists (select 1 from duties d where d.user_id = v.user_id and d.signed_out_at is null) as "onDuty"
    from camera_views v
    join cameras c on c.id = v.camera_id and c.gone_at is null
    join users u on u.id = v.user_id
    left join ptz_settings p on p.camera_id = c.id
    left join incidents i on i.id = v.incident_id
    where v.id = ${viewId} and v.opened_at is not null and v.closed_at is null and v.end_reason is null
      and v.view_request_id is null`);
  if (row === undefined) return null;
  const { userId, userName, sessionId, role, purpose, incidentId, incidentGrade, onDuty } = row;
  const who = { userId, userName, sessionId, role, onDuty };
  return { viewId, ...who, purpose, incidentId, incidentGrade, head: row };
}

/** Sessions that look through a camera now. */
export async function sessionsLooking(db: Reading, cameraId: string): Promise<Set<string>> {
  const rows = await db.query<{ session_id: string }>(sql`-- Who looks through this camera now?
    select distinct session_id from camera_views
    where camera_id = ${cameraId} and opened_at is not null and closed_at is null`);
  return new Set(rows.map((row) => row.session_id));
}

export function headsOfCameras(db: Reading, ids: readonly string[]): Promise<HeadOfCamera[]> {
  return db.query<HeadOfCamera>(sql`-- How do these cameras turn?
    select ${headColumns} from cameras c left join ptz_settings p on p.camera_id = c.id
    where c.id = any(${ids}) and c.gone_at is null`);
}

export function presetsOf(db: Reading, cameraIds: readonly string[]) {
  return db.query<
    PresetRecord & { cameraId: string }
  >(sql`-- Where do the presets of these cameras look?
    select camera_id as "cameraId", number, name, bearing_deg as "bearingDeg", tilt_deg as "tiltDeg", zoom
    from camera_presets where camera_id = any(${cameraIds}) order by camera_id, number`);
}

export function keepPreset(
  db: Reading,
  { cameraId, areaCode }: HeadOfCamera,
  { number, name, bearingDeg, tiltDeg, zoom }: PresetRecord,
  at: Date,
) {
  return db.query(sql`-- Where this preset looks from now on
    insert into camera_presets (camera_id, area_code, number, name, bearing_deg, tilt_deg, zoom, saved_at)
    values (${cameraId}, ${areaCode}, ${number}, ${name}, ${bearingDeg}, ${tiltDeg}, ${zoom}, ${at})
    on conflict (camera_id, number) do update set name = excluded.name, bearing_deg = excluded.bearing_deg,
      tilt_deg = excluded.tilt_deg, zoom = excluded.zoom, saved_at = excluded.saved_at`);
}

export type PtzSettings = {
  zeroBearingDeg: number | null;
  homePreset: number;
  homeAfterSeconds: number;
};

export function keepSettings(
  db: Reading,
  { cameraId, areaCode }: HeadOfCamera,
  { zeroBearingDeg, homePreset, homeAfterSeconds }: PtzSettings,
) {
  return db.query(sql`-- How this camera turns and goes home
    insert into ptz_settings (camera_id, area_code, zero_bearing_deg, home_preset, home_after_seconds)
    values (${cameraId}, ${areaCode}, ${zeroBearingDeg}, ${homePreset}, ${homeAfterSeconds})
    on conflict (camera_id) do update set zero_bearing_deg = excluded.zero_bearing_deg,
      home_preset = excluded.home_preset, home_after_seconds = excluded.home_after_seconds`);
}

/** From now its time away from home counts; null says that it is at home. */
export function markTurned(
  db: Reading,
  { cameraId, areaCode }: Pick<HeadOfCamera, 'cameraId' | 'areaCode'>,
  at: Date | null,
) {
  return db.query(sql`-- When did somebody turn this camera last?
    insert into ptz_settings (camera_id, area_code, turned_at) values (${cameraId}, ${areaCode}, ${at})
    on conflict (camera_id) do update set turned_at = excluded.turned_at`);
}

export function headsToGoHome(db: Reading, now: Date): Promise<HeadOfCamera[]> {
  return db.query<HeadOfCamera>(sql`-- Which cameras have been left turned away for their time?
    select ${headColumns} from ptz_settings p join cameras c on c.id = p.camera_id and c.gone_at is null
    where p.turned_at is not null
      and p.turned_at + make_interval(secs => p.home_after_seconds) <= ${now}::timestamptz
      and not exists (select 1 from ptz_moves m where m.camera_id = p.camera_id and m.ended_at is null)
    order by p.turned_at limit 50`);
}
