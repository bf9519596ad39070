import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { PicturePlacing } from 'grid-data';

export type ReportedLook = {
  cameraId: string;
  areaCode: string;
  longitude: number;
  latitude: number;
  purposes: string[];
  purpose: string;
  openedAt: Date | null;
  closedAt: Date | null;
};

/** A recording is no live picture: what it shows is long over, and was asked for under a request. */
export async function ownLook(
  db: Reading,
  viewer: Viewer,
  viewId: string,
): Promise<ReportedLook | undefined> {
  const rows = await db.query<ReportedLook>(sql`-- Through which camera did they look, and for what?
    select c.id as "cameraId", c.area_code as "areaCode", ST_X(c.position) as longitude,
      ST_Y(c.position) as latitude, c.purposes, v.purpose, v.opened_at as "openedAt", v.closed_at as "closedAt"
    from camera_views v join cameras c on c.id = v.camera_id
    where v.id = ${viewId} and v.user_id = ${viewer.userId} and v.view_request_id is null
      and ${withinScope(viewer, 'v.area_code')} and ${withinScope(viewer, 'c.area_code')}`);
  return rows[0];
}

export type PictureReportRecord = {
  incidentId: string;
  cameraId: string;
  takenAt: Date;
  placedBy: PicturePlacing;
};

type NewPictureReport = PictureReportRecord & { areaCode: string; viewId: string };

export async function insertPictureReport(db: Reading, report: NewPictureReport): Promise<void> {
  await db.query(sql`-- Keeps from which picture a case was reported.
    insert into picture_reports (incident_id, area_code, camera_id, view_id, taken_at, placed_by)
    values (${report.incidentId}::uuid, ${report.areaCode}, ${report.cameraId}, ${report.viewId},
      ${report.takenAt}, ${report.placedBy})`);
}

export function pictureReportsOf(db: Reading, viewer: Viewer, incidentIds: readonly string[]) {
  return db.query<PictureReportRecord>(sql`-- Which of these cases were reported from a picture?
    select p.incident_id::text as "incidentId", p.camera_id as "cameraId", p.taken_at as "takenAt",
      p.placed_by as "placedBy"
    from picture_reports p
    where p.incident_id = any(${incidentIds}::uuid[]) and ${withinScope(viewer, 'p.area_code')}`);
}
