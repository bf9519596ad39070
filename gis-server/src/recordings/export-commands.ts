/** What is written down of a copy: row and journal together. */
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import type { JournalRecord } from '#journal/journal-row.ts';
import {
  departmentsOfOwners,
  exportFormOf,
  grantsSound,
  type ExportMasking,
  type PictureRegion,
} from 'grid-data';
import type { RecordingExportRecord } from './export-record.ts';
import type { GrantedCamera } from './recording-tickets.ts';

export type NewExport = {
  id: string;
  windowFrom: Date;
  windowTo: Date;
  caseNo: string;
  legalBasis: string;
  masking: ExportMasking;
  regions: readonly PictureRegion[];
  at: Date;
};

export async function insertExport(
  tx: Writing,
  viewer: Viewer,
  asked: NewExport,
  { request, camera }: GrantedCamera,
): Promise<string> {
  const { id, windowFrom, windowTo, caseNo, legalBasis, masking } = asked;
  const form = exportFormOf({ fromMs: windowFrom.getTime(), toMs: windowTo.getTime() });
  const sound = form === 'movie' && grantsSound(request);
  const owner = request.cameras.find(({ cameraId }) => cameraId === camera.id)?.owner ?? 'other';
  await tx.query(sql`-- Who asks for a copy of which recording?
    insert into recording_exports (id, request_id, area_code, departments, owner, camera_id, window_from, window_to,
      case_no, legal_basis, purpose, masking, regions, sound, requested_by, requested_by_name, requested_at)
    values (${id}, ${request.id}, ${camera.areaCode}, ${departmentsOfOwners([owner])}, ${owner}, ${camera.id},
      ${windowFrom}, ${windowTo}, ${caseNo}, ${legalBasis}, ${request.reason}, ${masking},
      ${JSON.stringify(asked.regions)}::jsonb, ${sound}, ${viewer.userId}, ${viewer.displayName}, ${asked.at})`);
  tx.record({
    kind: 'recording-export.requested',
    areaCode: camera.areaCode,
    subjectKind: 'recording-export',
    subjectId: id,
    payload: {
      requestId: request.id,
      cameraId: camera.id,
      caseNo,
      legalBasis,
      masking,
      windowFrom: windowFrom.toISOString(),
      windowTo: windowTo.toISOString(),
    },
  });
  return id;
}

/** Sets columns of a copy and says so in the journal. */
export async function changeExport(
  tx: Writing,
  copy: Pick<RecordingExportRecord, 'id' | 'areaCode'>,
  changes: readonly Statement[],
  entry: Pick<JournalRecord, 'kind' | 'payload'> | null,
): Promise<void> {
  await tx.query(sql`-- What became of this copy?
    update recording_exports set ${joinSql([...changes, sql`version = version + 1`], ', ')}
    where id = ${copy.id}`);
  if (entry === null) return;
  tx.record({
    ...entry,
    areaCode: copy.areaCode,
    subjectKind: 'recording-export',
    subjectId: copy.id,
  } as JournalRecord);
}
