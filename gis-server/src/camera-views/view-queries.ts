import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CameraState, ViewLapse } from 'grid-data';
import { viewLapse } from './view-lapse.ts';

export type CameraForView = {
  id: string;
  area_code: string;
  state: CameraState;
  state_reason: string | null;
  gone_at: Date | null;
  purposes: string[];
  place_class: string;
  platformId: string | null;
  platformCameraId: string | null;
  longitude: number;
  latitude: number;
};

export async function cameraForView(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<CameraForView | undefined> {
  const rows = await db.query<CameraForView>(sql`-- What is filed for this camera?
    select id, area_code, state, state_reason, gone_at, purposes, place_class, platform_id as "platformId",
      platform_camera_id as "platformCameraId", ST_X(position) as longitude, ST_Y(position) as latitude
    from cameras where id = ${id} and ${withinScope(viewer, 'area_code')}`);
  return rows[0];
}

/** Purposes of a case's class; undefined where the viewer sees no such case. */
export async function incidentPurposes(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<{ purposes: string[]; state: string } | undefined> {
  const rows = await db.query<{ purposes: string[]; state: string }>(
    sql`-- For which purposes may cameras be opened in this case?
      select purposes, incidents.state from incidents
      join incident_classes on incident_classes.code = incidents.class_code
      where incidents.id = ${id} and ${withinScope(viewer, 'incidents.area_code')}`,
  );
  return rows[0];
}

/** Whether a rule fired for this case, as whoever opens by it says. */
export async function firedFor(
  db: Reading,
  viewer: Viewer,
  firingId: string,
  incidentId: string,
): Promise<boolean> {
  const rows = await db.query(sql`-- Did a rule fire for this incident?
    select id from linkage_firings f
    where f.id = ${firingId}::uuid and ${withinScope(viewer, 'f.area_code')}
      and exists (select 1 from linkage_triggers t where t.firing_id = f.id and t.subject_id = ${incidentId.toLowerCase()})`);
  return rows.length > 0;
}

export type OpenView = {
  id: string;
  camera_id: string;
  area_code: string;
  user_id: string;
  session_id: string;
  /** Name of who answers for the look. */
  charged_name: string;
  purpose: string;
  requested_at: Date;
  opened_at: Date | null;
  first_frame_at: Date | null;
  closed_at: Date | null;
  end_reason: string | null;
};

export const viewColumns = sql`camera_views.id, camera_id, camera_views.area_code, user_id, session_id, purpose,
  requested_at, opened_at, first_frame_at, closed_at, end_reason,
  coalesce((select display_name from users where users.id = charged_to), '') as charged_name`;

/** With why it may not run any more; null where it may. */
export async function viewById(
  db: Reading,
  id: string,
): Promise<(OpenView & { lapse: ViewLapse | null }) | undefined> {
  const rows = await db.query<
    OpenView & { lapse: ViewLapse | null }
  >(sql`-- Which look is this, and does its right still stand?
    select ${viewColumns}, ${viewLapse} as lapse from camera_views where id = ${id}`);
  return rows[0];
}
