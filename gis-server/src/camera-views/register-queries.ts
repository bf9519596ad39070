import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import type { CameraViewRecord } from '#cameras/camera-record.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type AfterView = { requestedAt: Date; id: string } | null;

export type ViewQuestion = {
  cameraId: string | null;
  brokenGlass: boolean;
  /** First letters of the look's id, in either case. */
  code: string | null;
  limit: number;
  after: AfterView;
};

const columns = sql`v.id, v.camera_id as "cameraId", coalesce(u.display_name, v.charged_to::text) as "chargedTo",
  v.opened_by_rule as "openedByRule", v.linkage_firing_id::text as "linkageFiringId", v.purpose, v.incident_id::text as "incidentId",
  v.break_glass_reason as "breakGlassReason", v.reviewed_at as "reviewedAt", v.review_note as "reviewNote",
  (select display_name from users where users.id = v.reviewed_by) as "reviewedBy", v.transport,
  v.requested_at as "requestedAt", v.opened_at as "openedAt", v.first_frame_at as "firstFrameAt",
  v.closed_at as "closedAt", v.end_reason as "endReason"`;

export function cameraViewPage(
  db: Reading,
  viewer: Viewer,
  { cameraId, brokenGlass, code, limit, after }: ViewQuestion,
) {
  const conditions = [withinScope(viewer, 'v.area_code')];
  if (brokenGlass) conditions.push(sql`v.break_glass_reason is not null`);
  if (code !== null) {
    const escaped = code.toLowerCase().replaceAll('_', '\\_');
    conditions.push(sql`lower(v.id) like ${`${escaped}%`}`);
  }
  if (cameraId !== null) conditions.push(sql`v.camera_id = ${cameraId}`);
  if (after !== null) {
    conditions.push(sql`(v.requested_at < ${after.requestedAt}
      or (v.requested_at = ${after.requestedAt} and v.id > ${after.id}))`);
  }
  return db.query<CameraViewRecord>(sql`-- Who looked through cameras, newest first?
    select ${columns}
    from camera_views v left join users u on u.id = v.charged_to
    where ${joinSql(conditions, ' and ')}
    order by v.requested_at desc, v.id limit ${limit}`);
}

export async function cameraViewById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<CameraViewRecord>(sql`-- Which look is this?
    select ${columns} from camera_views v left join users u on u.id = v.charged_to
    where v.id = ${id} and ${withinScope(viewer, 'v.area_code')}`);
  return rows[0] ?? null;
}

export function cameraViewsById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<CameraViewRecord>(sql`-- Which looks are these?
    select ${columns} from camera_views v left join users u on u.id = v.charged_to
    where v.id = any(${ids}) and ${withinScope(viewer, 'v.area_code')}`);
}

/** Answers the camera looked through, where the look broke the glass and nobody has read it before. */
export async function markReviewed(
  db: Reading,
  viewer: Viewer,
  review: { viewId: string; at: Date; note: string | null },
) {
  const rows = await db.query<{ camera_id: string; area_code: string }>(
    sql`-- Is this a look that broke the glass and was not read yet?
      update camera_views v set reviewed_by = ${viewer.userId}, reviewed_at = ${review.at},
        review_note = ${review.note}
      where v.id = ${review.viewId} and v.break_glass_reason is not null and v.reviewed_at is null
        and ${withinScope(viewer, 'v.area_code')}
      returning camera_id, area_code`,
  );
  return rows[0] ?? null;
}
