import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { ScreenPlace } from 'grid-data';
import type { WallScreenRecord } from './wall-records.ts';

type Row = Omit<WallScreenRecord, 'rect'> & {
  leftMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
};

const columns = sql`w.id, w.name, w.area_code as "areaCode", w.left_mm as "leftMm", w.top_mm as "topMm",
  w.width_mm as "widthMm", w.height_mm as "heightMm", w.bezel_mm as "bezelMm", w.width_px as "widthPx",
  w.height_px as "heightPx", w.device_id as "deviceId", w.paired_at as "pairedAt", w.paired_by as "pairedBy",
  w.changed_by as "changedBy", w.changed_at as "changedAt", w.version`;

function recordOf({ leftMm, topMm, widthMm, heightMm, ...row }: Row): WallScreenRecord {
  return { ...row, rect: { leftMm, topMm, widthMm, heightMm } };
}

export async function screens(db: Reading, viewer: Viewer): Promise<WallScreenRecord[]> {
  const rows = await db.query<Row>(sql`-- Which screens hang in the halls?
    select ${columns} from wall_screens w
    where w.removed_at is null and ${withinScope(viewer, 'w.area_code')}
    order by w.area_code, w.left_mm, w.top_mm, w.id`);
  return rows.map(recordOf);
}

/** The screens of one hall, held until the end of the change: two pushes onto one screen take turns. */
export async function lockHall(db: Reading, viewer: Viewer, areaCode: string) {
  const rows = await db.query<Row>(sql`-- Which screens hang in this hall?
    select ${columns} from wall_screens w
    where w.removed_at is null and w.area_code = ${areaCode} and ${withinScope(viewer, 'w.area_code')}
    order by w.id for update`);
  return rows.map(recordOf);
}

export async function screenById(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<WallScreenRecord | null> {
  const rows = await db.query<Row>(sql`-- Which screen is this?
    select ${columns} from wall_screens w
    where w.id = ${id} and w.removed_at is null and ${withinScope(viewer, 'w.area_code')}`);
  return rows[0] === undefined ? null : recordOf(rows[0]);
}

export type ScreenToSave = ScreenPlace & {
  id: string;
  name: string;
  areaCode: string;
  changedBy: string;
  changedAt: Date;
};

export async function insertScreen(db: Reading, screen: ScreenToSave): Promise<void> {
  const { id, name, areaCode, rect, bezelMm, widthPx, heightPx, changedBy, changedAt } = screen;
  await db.query(sql`-- A new screen
    insert into wall_screens (id, name, area_code, left_mm, top_mm, width_mm, height_mm, bezel_mm, width_px,
      height_px, changed_by, changed_at)
    values (${id}, ${name}, ${areaCode}, ${rect.leftMm}, ${rect.topMm}, ${rect.widthMm}, ${rect.heightMm},
      ${bezelMm}, ${widthPx}, ${heightPx}, ${changedBy}, ${changedAt})`);
}

/** False where somebody else changed it meanwhile. */
export async function updateScreen(
  db: Reading,
  viewer: Viewer,
  screen: ScreenToSave & { version: number },
): Promise<boolean> {
  const { id, name, rect, bezelMm, widthPx, heightPx, changedBy, changedAt, version } = screen;
  const rows = await db.query(sql`-- Is the screen still as its editor saw it?
    update wall_screens w set name = ${name}, left_mm = ${rect.leftMm}, top_mm = ${rect.topMm},
      width_mm = ${rect.widthMm}, height_mm = ${rect.heightMm}, bezel_mm = ${bezelMm},
      width_px = ${widthPx}, height_px = ${heightPx}, changed_by = ${changedBy}, changed_at = ${changedAt},
      version = w.version + 1
    where w.id = ${id} and w.version = ${version} and w.removed_at is null
      and ${withinScope(viewer, 'w.area_code')}
    returning w.id`);
  return rows.length > 0;
}

export async function removeScreen(
  db: Reading,
  viewer: Viewer,
  { id, version, at }: { id: string; version: number; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is the screen still there as its editor saw it?
    update wall_screens w set removed_at = ${at}, device_id = null, paired_at = null
    where w.id = ${id} and w.version = ${version} and w.removed_at is null
      and ${withinScope(viewer, 'w.area_code')}
    returning w.id`);
  return rows.length > 0;
}

export async function setDevice(
  db: Reading,
  viewer: Viewer,
  device: { screenId: string; deviceId: string | null; at: Date | null; by: string | null },
): Promise<void> {
  await db.query(sql`-- Which device is the screen from now on?
    update wall_screens w set device_id = ${device.deviceId}::uuid, paired_at = ${device.at}::timestamptz,
      paired_by = ${device.by}::text
    where w.id = ${device.screenId} and ${withinScope(viewer, 'w.area_code')}`);
}
