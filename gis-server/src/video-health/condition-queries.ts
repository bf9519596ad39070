import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Reading, Writing } from '#database/transaction.ts';
import type { CameraHealth, CameraState } from 'grid-data';

export type Watched = { areaCode: string | null; platformId: string | null };

/** Ends the spans of cameras that are not as they were, and begins the next. */
export async function writeConditions(tx: Writing, now: Date): Promise<void> {
  await tx.query(sql`-- Which cameras are not as they were at the last round?
    with present as (
      select id, area_code, platform_id, state, health, coalesce(health_reason, state_reason) as reason
      from cameras where gone_at is null
    ), open as (
      select * from camera_condition_spans where to_at is null
    ), changed as (
      select coalesce(present.id, open.camera_id) as id
      from present full join open on open.camera_id = present.id
      where present.id is null or open.camera_id is null
        or (present.area_code, present.platform_id, present.state, present.health)
          is distinct from (open.area_code, open.platform_id, open.state, open.health)
    ), ended as (
      update camera_condition_spans set to_at = ${now}
      where to_at is null and camera_id in (select id from changed)
    )
    insert into camera_condition_spans (camera_id, area_code, platform_id, state, health, reason, from_at)
    select id, area_code, platform_id, state, health, reason, ${now}::timestamptz
    from present join changed using (id)`);
  await tx.query(sql`-- When was it looked?
    insert into camera_condition_rounds (at) values (${now})`);
}

/** Null where it was never looked. */
export async function lastRound(db: Reading, at: Date): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>(sql`-- When was it last looked?
    select max(at) as at from camera_condition_rounds where at <= ${at}`);
  return row?.at ?? null;
}

export async function roundsBetween(db: Reading, from: Date, to: Date): Promise<Date[]> {
  const rows = await db.query<{ at: Date }>(sql`-- When was it looked in this time?
    select at from camera_condition_rounds where at >= ${from} and at <= ${to} order by at`);
  return rows.map(({ at }) => at);
}

export async function forgetConditions(tx: Writing, before: Date): Promise<void> {
  await tx.query(sql`-- Which spans lie so far back that no rate is asked of them?
    delete from camera_condition_spans where to_at < ${before}`);
  await tx.query(sql`-- And which rounds?
    delete from camera_condition_rounds where at < ${before}`);
}

export type ConditionStep = { at: Date; online: number; offline: number; unknown: number };

/** How the counts change from round to round, the state at the beginning as its first step. */
export function conditionSteps(
  db: Reading,
  viewer: Viewer,
  watched: Watched,
  { from, to }: { from: Date; to: Date },
): Promise<ConditionStep[]> {
  return db.query<ConditionStep>(sql`-- How many cameras came online and went off, when?
    with seen as (
      select greatest(from_at, ${from}::timestamptz) as from_at, to_at, state from camera_condition_spans s
      where from_at <= ${to} and (to_at is null or to_at > ${from}) and ${matching(viewer, watched)}
    ), steps as (
      select from_at as at, state, 1 as n from seen
      union all select to_at, state, -1 from seen where to_at <= ${to}
    )
    select at, coalesce(sum(n) filter (where state = 'online'), 0)::int as online,
      coalesce(sum(n) filter (where state = 'offline'), 0)::int as offline,
      coalesce(sum(n) filter (where state = 'unknown'), 0)::int as unknown
    from steps group by at order by at`);
}

export type ConditionRow = {
  cameraId: string;
  state: CameraState;
  health: CameraHealth | null;
  reason: string | null;
  since: Date;
};

export function conditionsAt(
  db: Reading,
  viewer: Viewer,
  asked: Watched & { at: Date; states: readonly string[] | null },
  page: { limit: number; afterId: string | null },
): Promise<ConditionRow[]> {
  const { at, states } = asked;
  const conditions = [
    sql`from_at <= ${at} and (to_at is null or to_at > ${at})`,
    matching(viewer, asked),
    sql`camera_id > ${page.afterId ?? ''}`,
  ];
  if (states !== null) conditions.push(sql`state = any(${states})`);
  return db.query<ConditionRow>(sql`-- What were these cameras like then?
    select camera_id as "cameraId", state, health, reason, from_at as since from camera_condition_spans s
    where ${joinSql(conditions, ' and ')} order by camera_id limit ${page.limit}`);
}

function matching(viewer: Viewer, { areaCode, platformId }: Watched): Statement {
  const conditions = [withinScope(viewer, 's.area_code')];
  if (areaCode !== null) conditions.push(codesWithin(areaCode, 's.area_code'));
  if (platformId !== null) conditions.push(sql`s.platform_id = ${platformId}`);
  return joinSql(conditions, ' and ');
}
