import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { worstHealthsFirst, type GatewayReport, type PlatformReport } from 'grid-data';

export type HealthRow = { state: string; health: string | null; count: number };

export function healthCounts(db: Reading, viewer: Viewer, areaCode: string | null) {
  return db.query<HealthRow>(sql`-- How many cameras are how?
    select state, health, count(*)::int as count from cameras c
    where ${here(viewer, areaCode)} group by state, health`);
}

export type PlatformRow = {
  id: string;
  name: string;
  owner: string;
  state: string;
  stateReason: string | null;
  stateSince: Date;
  cameras: number;
  online: number;
  reportedAt: Date | null;
  report: PlatformReport | null;
  unplaced: number | null;
};

export function platformRows(db: Reading, viewer: Viewer, areaCode: string | null) {
  return db.query<PlatformRow>(sql`-- How do the platforms stand, and their cameras here?
    select p.id, p.name, p.owner, p.state, p.state_reason as "stateReason", p.state_since as "stateSince",
      coalesce(own.cameras, 0) as cameras, coalesce(own.online, 0) as online,
      p.reported_at as "reportedAt", p.report,
      case when ${viewer.scopePrefix === ''}::boolean then (select count(*)::int from unplaced_cameras u
        where u.platform_id = p.id) end as unplaced
    from video_platforms p left join (
      select platform_id, count(*)::int as cameras, (count(*) filter (where state = 'online'))::int as online
      from cameras c where ${here(viewer, areaCode)} group by platform_id
    ) own on own.platform_id = p.id order by p.name, p.id`);
}

export type UnplacedRow = {
  platformCameraId: string;
  name: string;
  gbCode: string | null;
  reason: string;
};

export function unplacedCameras(
  db: Reading,
  viewer: Viewer,
  { platformId, limit }: { platformId: string; limit: number },
) {
  return db.query<UnplacedRow>(sql`-- What does this platform list that stands nowhere?
    select platform_camera_id as "platformCameraId", name, gb_code as "gbCode", reason
    from unplaced_cameras u where platform_id = ${platformId} and ${withinScope(viewer, 'u.area_code')}
    order by name, platform_camera_id limit ${limit}`);
}

export type GatewayRow = { id: string; reportedAt: Date; report: GatewayReport };

export function gatewayRows(db: Reading, since: Date) {
  return db.query<GatewayRow>(sql`-- Which gateways have reported of late?
    select id, reported_at as "reportedAt", report from video_gateways
    where reported_at >= ${since} order by id`);
}

export async function worstCameraIds(
  db: Reading,
  viewer: Viewer,
  areaCode: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`-- Which cameras must somebody look after first?
    select id from cameras c where ${here(viewer, areaCode)} and health = any(${worstHealthsFirst})
    order by array_position(${worstHealthsFirst}::text[], health), health_since, id limit ${limit}`);
  return rows.map(({ id }) => id);
}

function here(viewer: Viewer, areaCode: string | null): Statement {
  const conditions = [sql`c.gone_at is null`, withinScope(viewer, 'c.area_code')];
  if (areaCode !== null) conditions.push(codesWithin(areaCode, 'c.area_code'));
  return joinSql(conditions, ' and ');
}
