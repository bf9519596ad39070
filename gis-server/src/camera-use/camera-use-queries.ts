/** Live looks and cameras counted village by village. What was played of recordings stands under its request. */
import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type UseStretch = { areaCode: string; from: Date; to: Date };

/** Null: wherever it lies, whosever platform it is of. */
export type UseOf = {
  areaCodes: readonly string[] | null;
  platform: { id: string | null } | null;
};

type Where = { areaCode: string; platformId: string | null };
export type LookCount = Where & { purpose: string; looks: number; seconds: number };
export type CameraCount = Where & { cameras: number; unwatched: number };

export function lookCounts(
  db: Reading,
  viewer: Viewer,
  { areaCode, from, to, now }: UseStretch & { now: Date },
): Promise<LookCount[]> {
  return db.query<LookCount>(sql`-- How often and how long were cameras looked through, and for what?
    select v.area_code as "areaCode", c.platform_id as "platformId", v.purpose, count(*)::integer as looks,
      sum(greatest(0, extract(epoch from least(v.closed_at, ${now}::timestamptz) - v.opened_at)))::float8 as seconds
    from camera_views v left join cameras c on c.id = v.camera_id
    where v.requested_at >= ${from} and v.requested_at < ${to} and v.opened_at is not null
      and v.view_request_id is null and ${codesWithin(areaCode, 'v.area_code')} and ${withinScope(viewer, 'v.area_code')}
    group by v.area_code, c.platform_id, v.purpose`);
}

export function cameraCounts(
  db: Reading,
  viewer: Viewer,
  stretch: UseStretch,
): Promise<CameraCount[]> {
  return db.query<CameraCount>(sql`-- How many cameras hang in each village, and through how many did nobody look?
    with watched as (${watchedCameras(viewer, stretch)})
    select c.area_code as "areaCode", c.platform_id as "platformId", count(*)::integer as cameras,
      (count(*) filter (where w.camera_id is null))::integer as unwatched
    from cameras c left join watched w on w.camera_id = c.id
    where c.gone_at is null and ${codesWithin(stretch.areaCode, 'c.area_code')} and ${withinScope(viewer, 'c.area_code')}
    group by c.area_code, c.platform_id`);
}

export async function unwatchedIds(
  db: Reading,
  viewer: Viewer,
  { of, limit, ...stretch }: UseStretch & { of: UseOf; limit: number },
): Promise<string[]> {
  const conditions = [
    sql`w.camera_id is null and c.gone_at is null`,
    codesWithin(stretch.areaCode, 'c.area_code'),
    withinScope(viewer, 'c.area_code'),
  ];
  if (of.areaCodes !== null) conditions.push(sql`c.area_code = any(${of.areaCodes})`);
  if (of.platform !== null) conditions.push(platformIs(of.platform.id));
  const rows = await db.query<{ id: string }>(sql`-- Through which cameras did nobody look?
    with watched as (${watchedCameras(viewer, stretch)})
    select c.id from cameras c left join watched w on w.camera_id = c.id
    where ${joinSql(conditions, ' and ')} order by c.area_code, c.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export async function lookIds(
  db: Reading,
  viewer: Viewer,
  asked: UseStretch & { of: UseOf; purpose: string | null; limit: number },
): Promise<string[]> {
  const { areaCode, from, to, of, purpose, limit } = asked;
  const conditions = [
    sql`v.requested_at >= ${from} and v.requested_at < ${to} and v.opened_at is not null`,
    sql`v.view_request_id is null`,
    codesWithin(areaCode, 'v.area_code'),
    withinScope(viewer, 'v.area_code'),
  ];
  if (purpose !== null) conditions.push(sql`v.purpose = ${purpose}`);
  if (of.areaCodes !== null) conditions.push(sql`v.area_code = any(${of.areaCodes})`);
  if (of.platform !== null) conditions.push(platformIs(of.platform.id));
  const rows = await db.query<{ id: string }>(sql`-- Which looks are behind this count?
    select v.id from camera_views v left join cameras c on c.id = v.camera_id
    where ${joinSql(conditions, ' and ')} order by v.requested_at desc, v.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export function platformNames(db: Reading) {
  return db.query<{ id: string; name: string }>(sql`-- What are the platforms called?
    select id, name from video_platforms order by id`);
}

const watchedCameras = (viewer: Viewer, { from, to }: UseStretch) => sql`
  select distinct v.camera_id from camera_views v
  where v.requested_at >= ${from} and v.requested_at < ${to} and v.opened_at is not null
    and v.view_request_id is null and ${withinScope(viewer, 'v.area_code')}`;

const platformIs = (id: string | null) =>
  id === null ? sql`c.platform_id is null` : sql`c.platform_id = ${id}`;
