import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { journalColumns, toJournalRows } from '#journal/read-journal.ts';
import type { StoredRow } from '#journal/read-journal.ts';
import { visibleKinds } from '#journal/visibility.ts';
import type { CaseMoveName } from 'grid-data';

/** A subject with a longer story shows its newest rows. */
const longestHistory = 200;

/** What happened to each of these subjects, oldest first. */
export async function historyOf(
  db: Reading,
  viewer: Viewer,
  subjectKind: string,
  subjectIds: readonly string[],
) {
  const rows = await db.query<StoredRow>(sql`-- What has happened to these things?
    select ${journalColumns} from (
      select journal.*, row_number() over (partition by subject_id order by seq desc) as newest
      from journal
      where subject_kind = ${subjectKind} and subject_id = any(${subjectIds})
        and kind = any(${visibleKinds(viewer)}) and ${withinScope(viewer, 'area_code')}
    ) as journal where newest <= ${longestHistory} order by seq`);
  return toJournalRows(rows);
}

/** What was written with the last move of this name on each of these cases. */
export function lastNotes(
  db: Reading,
  viewer: Viewer,
  { move, incidentIds }: { move: CaseMoveName; incidentIds: readonly string[] },
) {
  return db.query<{
    incidentId: string;
    note: string | null;
  }>(sql`-- What did whoever made this move last write with it?
    select distinct on (subject_id) subject_id as "incidentId", payload ->> 'note' as note
    from journal
    where subject_kind = 'incident' and subject_id = any(${incidentIds})
      and kind = 'incident.moved' and kind = any(${visibleKinds(viewer)})
      and payload ->> 'move' = ${move} and ${withinScope(viewer, 'area_code')}
    order by subject_id, seq desc`);
}

export type JournalQuestion = {
  afterSeq: number | null;
  beforeSeq: number | null;
  subjectKind: string | null;
  subjectId: string | null;
  limit: number;
};

export async function newestFirst(db: Reading, viewer: Viewer, question: JournalQuestion) {
  const { afterSeq, beforeSeq, subjectKind, subjectId, limit } = question;
  const conditions = [
    sql`kind = any(${visibleKinds(viewer)})`,
    withinScope(viewer, 'area_code'),
    sql`seq > ${afterSeq ?? 0}`,
  ];
  if (beforeSeq !== null) conditions.push(sql`seq < ${beforeSeq}`);
  if (subjectKind !== null) conditions.push(sql`subject_kind = ${subjectKind}`);
  if (subjectId !== null) conditions.push(sql`subject_id = ${subjectId}`);
  const rows = await db.query<StoredRow>(sql`-- What happened last in the viewer's scope?
    select ${journalColumns} from journal
    where ${joinSql(conditions, ' and ')} order by seq desc limit ${limit}`);
  return toJournalRows(rows);
}
