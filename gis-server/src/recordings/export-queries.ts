import { withinScope } from '#access/scope.ts';
import { systemUserId, type Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { RecordingExportRecord } from './export-record.ts';

const columns = sql`e.id, e.request_id as "requestId", e.area_code as "areaCode", e.camera_id as "cameraId", e.owner,
  e.window_from as "windowFrom", e.window_to as "windowTo", e.case_no as "caseNo", e.legal_basis as "legalBasis",
  e.masking, coalesce(e.regions, '[]'::jsonb) as regions, e.requested_by as "requestedById",
  e.requested_by_name as "requestedBy", e.requested_at as "requestedAt", e.state, e.approved_by as "approvedById",
  e.approved_by_name as "approvedBy",
  e.approved_at as "approvedAt", e.unmasked_by_name as "unmaskedBy", e.decision_note as "decisionNote", e.failure,
  e.sound, e.progress::float8 as progress, e.sha256, e.bytes::float8 as bytes, e.manifest, e.ready_at as "readyAt", e.delete_after as "deleteAfter",
  e.held_by_name as "heldBy", e.held_at as "heldAt", e.hold_reason as "holdReason", e.deleted_at as "deletedAt",
  e.delete_reason as "deleteReason", e.version`;

/** The same readers as of view requests. */
function readableExports(viewer: Viewer): Statement {
  const area = withinScope(viewer, 'e.area_code');
  if (viewer.userId === systemUserId || viewer.permissions.has('audit.read')) return area;
  if (!viewer.permissions.has('recording.approve')) {
    return sql`(${area} and e.requested_by = ${viewer.userId}::uuid)`;
  }
  if (viewer.role !== 'department') return area;
  return sql`(${area} and ${viewer.departmentCode ?? ''} = any(e.departments))`;
}

export type ExportQuestion = {
  requestId: string | null;
  after: { requestedAt: Date; id: string } | null;
  limit: number;
};

export function exportPage(
  db: Reading,
  viewer: Viewer,
  { requestId, after, limit }: ExportQuestion,
): Promise<RecordingExportRecord[]> {
  const conditions = [readableExports(viewer)];
  if (requestId !== null) conditions.push(sql`e.request_id = ${requestId}::uuid`);
  if (after !== null) {
    conditions.push(
      sql`(e.requested_at < ${after.requestedAt} or (e.requested_at = ${after.requestedAt} and e.id > ${after.id}::uuid))`,
    );
  }
  return db.query(sql`-- Which copies were asked for, newest first?
    select ${columns} from recording_exports e where ${joinSql(conditions, ' and ')}
    order by e.requested_at desc, e.id limit ${limit}`);
}

export async function exportById(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<RecordingExportRecord | null> {
  const rows = await db.query<RecordingExportRecord>(sql`-- What is this copy?
    select ${columns} from recording_exports e where e.id = ${id}::uuid and ${readableExports(viewer)}`);
  return rows[0] ?? null;
}

export async function exportForUpdate(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<RecordingExportRecord | null> {
  const rows =
    await db.query<RecordingExportRecord>(sql`-- What is this copy, while nobody else decides on it?
    select ${columns} from recording_exports e
    where e.id = ${id}::uuid and ${readableExports(viewer)} for update`);
  return rows[0] ?? null;
}

/** For the process's own work: exports in these states, oldest first. */
export function exportsToWork(db: Reading, condition: Statement): Promise<RecordingExportRecord[]> {
  return db.query(sql`-- Which copies wait for the gateway?
    select ${columns} from recording_exports e where ${condition} order by e.requested_at limit 100`);
}
