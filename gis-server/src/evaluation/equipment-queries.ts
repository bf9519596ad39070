/** What the city owns, counted village by village: components by their state, cameras by their minutes online. */
import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type AreaCount = {
  areaCode: string;
  numerator: number;
  denominator: number;
  /** As many as can be opened one by one. */
  rows: number;
};

export function componentCounts(
  db: Reading,
  viewer: Viewer,
  areaCode: string,
): Promise<AreaCount[]> {
  return db.query<AreaCount>(sql`-- How many components lie in each village, and how many are intact?
    select c.area_code as "areaCode", count(*) filter (where c.state = 'intact')::integer as numerator,
      count(*)::integer as denominator, count(*)::integer as rows
    from city_components c
    where ${codesWithin(areaCode, 'c.area_code')} and ${withinScope(viewer, 'c.area_code')}
    group by c.area_code`);
}

/** The codes of those behind the figure: what is not intact first. */
export async function componentCodes(
  db: Reading,
  viewer: Viewer,
  asked: { areaCodes: readonly string[]; counted: boolean; limit: number },
): Promise<string[]> {
  const conditions = [
    sql`c.area_code = any(${asked.areaCodes})`,
    withinScope(viewer, 'c.area_code'),
  ];
  if (asked.counted) conditions.push(sql`c.state = 'intact'`);
  const rows = await db.query<{ code: string }>(sql`-- Which components are these?
    select c.code from city_components c where ${joinSql(conditions, ' and ')}
    order by c.state = 'intact', c.code limit ${asked.limit}`);
  return rows.map(({ code }) => code);
}

export type CameraMinutes = {
  cameraId: string;
  /** Where it stood last. */
  areaCode: string;
  online: number;
  planned: number;
};

/** A round speaks for the time until the next one, and for so long at most: nobody knows what was while the house was down. */
const roundSpeaksFor = '10 minutes';

/** Cameras without one planned minute are left out. */
export function cameraMinutes(
  db: Reading,
  viewer: Viewer,
  areaCode: string,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<CameraMinutes[]> {
  const end = to < now ? to : now;
  if (end <= from) return Promise.resolve([]);
  return db.query<CameraMinutes>(sql`-- How many minutes was each camera online, of those in which it was looked?
    with looked as (
      select range_agg(tstzrange(at, least(coalesce(next, ${end}), at + ${roundSpeaksFor}::interval))) as time
      from (
        select at, lead(at) over (order by at) as next from camera_condition_rounds
        where at > ${from}::timestamptz - ${roundSpeaksFor}::interval and at < ${end}
      ) as rounds
    ), spans as (
      select s.camera_id, s.area_code, s.from_at, s.state, (
        select coalesce(sum(extract(epoch from upper(part) - lower(part))), 0) / 60
        from unnest(looked.time * tstzmultirange(
          tstzrange(greatest(s.from_at, ${from}::timestamptz), least(s.to_at, ${end}::timestamptz)))) as part
      ) as minutes
      from camera_condition_spans s cross join looked
      where s.from_at < ${end} and (s.to_at is null or s.to_at > ${from})
        and ${codesWithin(areaCode, 's.area_code')} and ${withinScope(viewer, 's.area_code')}
    )
    select camera_id as "cameraId", (array_agg(area_code order by from_at desc))[1] as "areaCode",
      round(coalesce(sum(minutes) filter (where state = 'online'), 0))::integer as online,
      round(sum(minutes))::integer as planned
    from spans group by camera_id having round(sum(minutes)) > 0`);
}
