import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { ViewRequestState } from 'grid-data';
import type { ViewRequestRecord } from './view-request-record.ts';

const columns = sql`r.id, r.area_code as "areaCode", r.legal_basis as "legalBasis", r.reason, r.case_no as "caseNo",
  r.incident_id as "incidentId", r.emergency, r.sound, r.applicant, r.applicant_name as "applicantName",
  r.window_from as "windowFrom", r.window_to as "windowTo", r.requested_by as "requestedById",
  r.requested_by_name as "requestedBy", r.requested_at as "requestedAt", r.state, r.approve_by as "approveBy", r.valid_until as "validUntil",
  r.decided_by_name as "decidedBy", r.decided_at as "decidedAt",
  r.decision_note as "decisionNote", r.end_reason as "endReason", r.version,
  (select json_agg(json_build_object('cameraId', c.camera_id, 'owner', c.owner) order by c.camera_id)
    from view_request_cameras c where c.request_id = r.id) as cameras`;

/**
 * Requests a viewer may read: the viewer's own, and those in the area of who approves or audits; a department sees what
 * it speaks for. Row-level security holds area and department once more.
 */
export function readableRequests(viewer: Viewer): Statement {
  const area = withinScope(viewer, 'r.area_code');
  const own = sql`r.requested_by = ${viewer.userId}::uuid`;
  if (viewer.permissions.has('audit.read')) return area;
  if (!viewer.permissions.has('recording.approve')) return sql`(${area} and ${own})`;
  if (viewer.role !== 'department') return area;
  return sql`(${area} and ${viewer.departmentCode ?? ''} = any(r.departments))`;
}

export type RequestQuestion = {
  states: readonly ViewRequestState[] | null;
  overdue: boolean | null;
  mine: boolean;
  cameraId: string | null;
  after: { requestedAt: Date; id: string } | null;
  limit: number;
};

export function requestPage(
  db: Reading,
  viewer: Viewer,
  { states, overdue, mine, cameraId, after, limit }: RequestQuestion,
): Promise<ViewRequestRecord[]> {
  const conditions = [readableRequests(viewer)];
  if (states !== null) conditions.push(sql`r.state = any(${states})`);
  if (overdue !== null) {
    conditions.push(sql`coalesce(r.end_reason = 'approval-overdue', false) = ${overdue}`);
  }
  if (mine) conditions.push(sql`r.requested_by = ${viewer.userId}::uuid`);
  if (cameraId !== null) {
    conditions.push(
      sql`exists (select from view_request_cameras c where c.request_id = r.id and c.camera_id = ${cameraId})`,
    );
  }
  if (after !== null) {
    conditions.push(
      sql`(r.requested_at < ${after.requestedAt} or (r.requested_at = ${after.requestedAt} and r.id > ${after.id}::uuid))`,
    );
  }
  return db.query(sql`-- Who asked to look at which recordings, newest first?
    select ${columns} from view_requests r where ${joinSql(conditions, ' and ')}
    order by r.requested_at desc, r.id limit ${limit}`);
}

export async function requestById(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<ViewRequestRecord | null> {
  const rows = await db.query<ViewRequestRecord>(sql`-- What does this request ask for?
    select ${columns} from view_requests r where r.id = ${id}::uuid and ${readableRequests(viewer)}`);
  return rows[0] ?? null;
}

/** While nobody else decides it. */
export async function requestForUpdate(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<ViewRequestRecord | null> {
  const locked = await db.query<{ id: string }>(sql`-- Is the request free to be decided?
    select r.id from view_requests r where r.id = ${id}::uuid and ${readableRequests(viewer)} for update`);
  return locked.length === 0 ? null : requestById(db, viewer, id);
}

export type CameraToRecord = {
  id: string;
  areaCode: string;
  owner: string;
  platformId: string | null;
  platformCameraId: string | null;
  longitude: number;
  latitude: number;
};

/** A camera that was taken down has recordings still. */
export function camerasToRecord(
  db: Reading,
  viewer: Viewer,
  ids: readonly string[],
): Promise<CameraToRecord[]> {
  return db.query(sql`-- Whose are these cameras, and where do they stand?
    select id, area_code as "areaCode", owner, platform_id as "platformId",
      platform_camera_id as "platformCameraId", ST_X(position) as longitude, ST_Y(position) as latitude
    from cameras where id = any(${ids}) and ${withinScope(viewer, 'area_code')} order by id`);
}

export async function incidentOpen(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<string | null> {
  const rows = await db.query<{ state: string }>(sql`-- How far is this case?
    select state from incidents where id = ${id}::uuid and ${withinScope(viewer, 'area_code')}`);
  return rows[0]?.state ?? null;
}
