import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type ShiftNoteRecord = {
  id: string;
  areaCode: string;
  text: string;
  incidentIds: string[];
  writtenById: string;
  writtenBy: string;
  writtenAt: Date;
  takenBy: string | null;
  takenAt: Date | null;
};

const columns = sql`n.id::text as id, n.area_code as "areaCode", n.text,
  n.incident_ids::text[] as "incidentIds", n.written_by::text as "writtenById",
  n.written_by_name as "writtenBy", n.written_at as "writtenAt", n.taken_by_name as "takenBy",
  n.taken_at as "takenAt"`;

/** Of the viewer's own center: one shift speaks to the next, not to the towns. */
export function shiftNotes(db: Reading, viewer: Viewer, first: number) {
  return db.query<ShiftNoteRecord>(sql`-- What did the shifts before leave here?
    select ${columns} from shift_notes n
    where n.area_code = ${viewer.areaCode} and ${withinScope(viewer, 'n.area_code')}
    order by n.taken_at is not null, n.written_at desc limit ${first}`);
}

export async function shiftNoteById(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<ShiftNoteRecord>(sql`-- Which note is this?
    select ${columns} from shift_notes n where n.id = ${id}::uuid
      and n.area_code = ${viewer.areaCode} and ${withinScope(viewer, 'n.area_code')}`);
  return row ?? null;
}

type NewNote = { id: string; text: string; incidentIds: readonly string[]; at: Date };

export function insertShiftNote(
  db: Reading,
  viewer: Viewer,
  { id, text, incidentIds, at }: NewNote,
) {
  return db.query(sql`-- What does this shift leave to the next?
    insert into shift_notes (id, area_code, text, incident_ids, written_by, written_by_name, written_at)
    values (${id}::uuid, ${viewer.areaCode}, ${text}, ${incidentIds}::uuid[], ${viewer.userId}::uuid,
      ${viewer.displayName}, ${at})`);
}

/** Whether nobody took it before. */
export async function takeShiftNote(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is this note taken only now?
    update shift_notes n set taken_by = ${viewer.userId}::uuid, taken_by_name = ${viewer.displayName},
      taken_at = ${at}
    where n.id = ${id}::uuid and n.taken_at is null and ${withinScope(viewer, 'n.area_code')}
    returning n.id`);
  return rows.length > 0;
}
