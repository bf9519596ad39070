/** What is written down of a request for recordings: row and journal together. */
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import { areaAround, departmentsOfOwners, viewRequestLimits, type ExpiryReason } from 'grid-data';
import type { CameraToRecord } from './request-queries.ts';
import type { AskedView } from './take-in-request.ts';
import type { ViewRequestRecord } from './view-request-record.ts';

const hourMs = 3_600_000;

export type NewRequest = AskedView & { id: string; cameras: readonly CameraToRecord[]; at: Date };

export async function insertRequest(
  tx: Writing,
  viewer: Viewer,
  request: NewRequest,
): Promise<string> {
  const { id, at, cameras, emergency } = request;
  const areaCode = areaAround(cameras.map((camera) => camera.areaCode));
  const later = (hours: number) => new Date(at.getTime() + hours * hourMs);
  const approveBy = emergency ? later(viewRequestLimits.emergencyApprovalHours) : null;
  await tx.query(sql`-- Who asks for which recordings, and on what ground?
    insert into view_requests (id, area_code, departments, legal_basis, reason, case_no, incident_id, emergency,
      sound, applicant, applicant_name, window_from, window_to, requested_by, requested_by_name, requested_at, approve_by,
      valid_until)
    values (${id}, ${areaCode}, ${departmentsOfOwners(cameras.map(({ owner }) => owner))}, ${request.legalBasis},
      ${request.reason}, ${request.caseNo}, ${request.incidentId}, ${emergency}, ${request.sound},
      ${request.applicant}, ${request.applicantName}, ${request.windowFrom}, ${request.windowTo}, ${viewer.userId}, ${viewer.displayName},
      ${at}, ${approveBy}, ${later(viewRequestLimits.validDays * 24)})`);
  await tx.query(sql`-- Of which cameras?
    insert into view_request_cameras (request_id, camera_id, area_code, owner)
    select ${id}, camera_id, area_code, owner
    from unnest(${cameras.map((camera) => camera.id)}::text[], ${cameras.map((camera) => camera.areaCode)}::text[],
      ${cameras.map((camera) => camera.owner)}::text[]) as asked (camera_id, area_code, owner)`);
  tx.record({
    kind: 'view-request.requested',
    areaCode,
    subjectKind: 'view-request',
    subjectId: id,
    payload: {
      legalBasis: request.legalBasis,
      applicant: request.applicant,
      emergency,
      sound: request.sound,
      caseNo: request.caseNo,
      incidentId: request.incidentId,
      cameraIds: cameras.map((camera) => camera.id),
      windowFrom: request.windowFrom.toISOString(),
      windowTo: request.windowTo.toISOString(),
    },
  });
  return id;
}

export async function decideRequest(
  tx: Writing,
  viewer: Viewer,
  decision: {
    request: ViewRequestRecord;
    to: 'approved' | 'refused';
    note: string | null;
    at: Date;
  },
): Promise<void> {
  const { request, to, note, at } = decision;
  await tx.query(sql`-- How was the request decided?
    update view_requests set state = ${to}, decided_by = ${viewer.userId}, decided_by_name = ${viewer.displayName},
      decided_at = ${at}, decision_note = ${note}, version = version + 1
    where id = ${request.id} and state = 'requested'`);
  tx.record({
    kind: 'view-request.decided',
    ...about(request),
    payload: {
      to,
      consent: request.applicant !== 'officer',
      afterwards: request.emergency,
      note,
    },
  });
}

export async function endRequest(
  tx: Writing,
  end: {
    request: Pick<ViewRequestRecord, 'id' | 'areaCode'>;
    to: 'expired' | 'revoked';
    reason: ExpiryReason | 'by-hand';
    note: string | null;
    at: Date;
  },
): Promise<void> {
  const { request, to, reason, note, at } = end;
  await tx.query(sql`-- Why does the request open nothing any more?
    update view_requests set state = ${to}, ended_at = ${at}, end_reason = ${reason}, version = version + 1
    where id = ${request.id} and state in ('requested', 'approved')`);
  tx.record({ kind: 'view-request.ended', ...about(request), payload: { to, reason, note } });
}

const about = ({ id, areaCode }: Pick<ViewRequestRecord, 'id' | 'areaCode'>) =>
  ({ areaCode, subjectKind: 'view-request', subjectId: id }) as const;
