import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type TourStopRecord = { cameraId: string; dwellSeconds: number };

export type TourRecord = {
  id: string;
  name: string;
  areaCode: string;
  purpose: string;
  tiles: number;
  stops: TourStopRecord[];
  changedBy: string;
  changedAt: Date;
  version: number;
};

const columns = sql`t.id, t.name, t.area_code as "areaCode", t.purpose, t.tiles, t.stops,
  t.changed_by as "changedBy", t.changed_at as "changedAt", t.version`;

export function tours(db: Reading, viewer: Viewer) {
  return db.query<TourRecord>(sql`-- Which tours are there?
    select ${columns} from camera_tours t
    where t.removed_at is null and ${withinScope(viewer, 't.area_code')} order by t.name, t.id`);
}

export async function tourById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<TourRecord>(sql`-- Which tour is this?
    select ${columns} from camera_tours t
    where t.id = ${id} and t.removed_at is null and ${withinScope(viewer, 't.area_code')}`);
  return rows[0] ?? null;
}

export async function insertTour(db: Reading, tour: Omit<TourRecord, 'version'>) {
  const { id, name, areaCode, purpose, tiles, stops, changedBy, changedAt } = tour;
  await db.query(sql`-- A new tour
    insert into camera_tours (id, name, area_code, purpose, tiles, stops, changed_by, changed_at)
    values (${id}, ${name}, ${areaCode}, ${purpose}, ${tiles}, ${JSON.stringify(stops)}::jsonb, ${changedBy},
      ${changedAt})`);
}

/** False where somebody else changed it meanwhile. */
export async function updateTour(
  db: Reading,
  viewer: Viewer,
  tour: Omit<TourRecord, 'areaCode'>,
): Promise<boolean> {
  const { id, name, purpose, tiles, stops, changedBy, changedAt, version } = tour;
  const rows = await db.query(sql`-- Is the tour still as its editor saw it?
    update camera_tours t set name = ${name}, purpose = ${purpose}, tiles = ${tiles},
      stops = ${JSON.stringify(stops)}::jsonb, changed_by = ${changedBy}, changed_at = ${changedAt},
      version = t.version + 1
    where t.id = ${id} and t.version = ${version} and t.removed_at is null
      and ${withinScope(viewer, 't.area_code')}
    returning t.id`);
  return rows.length > 0;
}

export async function removeTour(
  db: Reading,
  viewer: Viewer,
  { id, version, at }: { id: string; version: number; at: Date },
): Promise<TourRecord | null> {
  const rows = await db.query<TourRecord>(sql`-- Is the tour still there as its editor saw it?
    update camera_tours t set removed_at = ${at}
    where t.id = ${id} and t.version = ${version} and t.removed_at is null
      and ${withinScope(viewer, 't.area_code')}
    returning ${columns}`);
  return rows[0] ?? null;
}
