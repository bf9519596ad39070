import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import { writePayload } from 'grid-data';
import type { JournalRecord } from './journal-row.ts';

export type JournalAuthor = {
  viewer: Viewer;
  at: Date;
  commandId: string | null;
};

/**
 * The statement that numbers and writes rows. It must be the last before commit: it locks the counter, so that the
 * order of numbers is the order of commits and a reader never meets a smaller number later.
 */
export function appendToJournal(
  records: readonly JournalRecord[],
  author: JournalAuthor,
): Statement {
  const rows = records.map((record, index) => ({
    n: index + 1,
    kind: record.kind,
    area_code: record.areaCode,
    department_code: record.departmentCode ?? null,
    subject_kind: record.subjectKind,
    subject_id: record.subjectId,
    longitude: record.position?.longitude ?? null,
    latitude: record.position?.latitude ?? null,
    payload: writePayload(record.kind, record.payload),
  }));
  const { viewer, at, commandId } = author;
  return sql`-- Which numbers do these rows get? The next ones, taken while the counter is locked until commit.
    with counter as (
      update journal_counter set head = head + ${rows.length} returning head
    ), added as (
      insert into journal (seq, at, kind, actor_id, actor_name, area_code, department_code,
        subject_kind, subject_id, position, payload, command_id)
      select counter.head - ${rows.length} + n, ${at}, kind, ${viewer.userId}, ${viewer.displayName},
        area_code, department_code, subject_kind, subject_id,
        case when longitude is null then null
          else ST_SetSRID(ST_MakePoint(longitude, latitude), 4490) end,
        payload, ${commandId}
      from counter, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry(
        n bigint, kind text, area_code text, department_code text, subject_kind text, subject_id text,
        longitude double precision, latitude double precision, payload jsonb)
    )
    select head from counter`;
}
