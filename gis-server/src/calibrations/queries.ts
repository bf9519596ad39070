import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CameraKind, CameraPose } from 'grid-data';

/** A point of the picture and the place that it shows, as it is kept. */
export type StoredPoint = { x: number; y: number; longitude: number; latitude: number };

export type CalibrationRecord = {
  cameraId: string;
  version: number;
  points: StoredPoint[];
  aspect: number;
  calibratedAt: Date;
  calibratedBy: string;
  isMoved: boolean;
  isTurned: boolean;
};

/** Less is a rounding, more a camera that stands or looks otherwise: metres, degrees. */
const sameMeters = 1;
const sameDegrees = 1;

export function calibrationsOf(db: Reading, viewer: Viewer, cameraIds: readonly string[]) {
  return db.query<CalibrationRecord>(sql`-- How were the pictures of these cameras matched to the map, and does it hold?
    select k.camera_id as "cameraId", k.version, k.points, k.aspect, k.calibrated_at as "calibratedAt",
      k.calibrated_by as "calibratedBy",
      (ST_DistanceSphere(k.position, c.position) > ${sameMeters}
        or abs(k.height_meters - c.height_meters) > ${sameMeters}
        or abs(k.width_deg - c.width_deg) > ${sameDegrees}
        or abs(mod((k.bearing_deg - c.bearing_deg + 540)::numeric, 360) - 180) > ${sameDegrees}) is true as "isMoved",
      (k.home_preset is not null and (p.turned_at is not null or k.home_preset <> coalesce(p.home_preset, 1)))
        as "isTurned"
    from camera_calibrations k join cameras c on c.id = k.camera_id
    left join ptz_settings p on p.camera_id = k.camera_id
    where k.camera_id = any(${[...cameraIds]}) and ${withinScope(viewer, 'k.area_code')}
      and ${withinScope(viewer, 'c.area_code')}`);
}

export type CameraToCalibrate = CameraPose & {
  id: string;
  kind: CameraKind;
  areaCode: string;
  homePreset: number;
  isTurned: boolean;
  /** 0 where it has no calibration. */
  version: number;
};

/** Held until the end of the transaction: two that match its points at once come one after the other. */
export async function cameraToCalibrate(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<CameraToCalibrate>(sql`-- How does this camera stand and look now?
    select c.id, c.kind, c.area_code as "areaCode", ST_X(c.position) as longitude, ST_Y(c.position) as latitude,
      c.bearing_deg as "bearingDeg", c.width_deg as "widthDeg", c.range_meters as "rangeMeters",
      c.height_meters as "heightMeters", coalesce(p.home_preset, 1) as "homePreset",
      p.turned_at is not null as "isTurned", coalesce(k.version, 0) as version
    from cameras c left join ptz_settings p on p.camera_id = c.id
    left join camera_calibrations k on k.camera_id = c.id
    where c.id = ${id} and ${withinScope(viewer, 'c.area_code')} for update of c`);
  return rows[0] ?? null;
}

type NewCalibration = {
  points: readonly StoredPoint[];
  aspect: number;
  homePreset: number | null;
  at: Date;
  by: string;
};

export function keepCalibration(
  db: Reading,
  camera: CameraToCalibrate,
  { points, aspect, homePreset, at, by }: NewCalibration,
) {
  return db.query(sql`-- Which point of this picture shows which place, from now on?
    insert into camera_calibrations (camera_id, area_code, points, aspect, position, bearing_deg, width_deg,
      height_meters, home_preset, calibrated_at, calibrated_by)
    values (${camera.id}, ${camera.areaCode}, ${JSON.stringify(points)}::jsonb, ${aspect},
      ST_SetSRID(ST_MakePoint(${camera.longitude}, ${camera.latitude}), 4490), ${camera.bearingDeg},
      ${camera.widthDeg}, ${camera.heightMeters}, ${homePreset}, ${at}, ${by})
    on conflict (camera_id) do update set version = camera_calibrations.version + 1, points = excluded.points,
      aspect = excluded.aspect, position = excluded.position, bearing_deg = excluded.bearing_deg,
      width_deg = excluded.width_deg, height_meters = excluded.height_meters, home_preset = excluded.home_preset,
      calibrated_at = excluded.calibrated_at, calibrated_by = excluded.calibrated_by`);
}

export function removeCalibration(db: Reading, viewer: Viewer, cameraId: string) {
  return db.query(sql`-- Nobody knows any longer what this picture shows.
    delete from camera_calibrations k where k.camera_id = ${cameraId} and ${withinScope(viewer, 'k.area_code')}`);
}
