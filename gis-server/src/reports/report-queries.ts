/** What a report tells beside the figures: who was on duty, what the shifts left each other, the gravest cases. */
import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { gravestGrade } from 'grid-data';
import type { DueReport } from './due-reports.ts';

export type Center = { code: string; name: string };
export type Stretch = Pick<DueReport, 'from' | 'to'> & { areaCode: string };

const mostRows = 200;

export function centers(db: Reading, viewer: Viewer): Promise<Center[]> {
  return db.query<Center>(sql`-- Which counties are reported of?
    select a.code, a.name from areas a
    where a.level = 'county' and ${withinScope(viewer, 'a.code')} order by a.code`);
}

export async function isMade(db: Reading, viewer: Viewer, report: DueReport & Stretch) {
  const rows = await db.query<{ format: string }>(sql`-- What of it is there already?
    select d.format from documents d where d.kind = ${report.kind} and d.area_code = ${report.areaCode}
      and d.from_at = ${report.from} and ${withinScope(viewer, 'd.area_code')}`);
  return rows.length > 0;
}

export type DutyRow = { areaName: string; post: string; name: string; from: Date; to: Date | null };

export function dutiesOf(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  return db.query<DutyRow>(sql`-- Who was on duty in this time?
    select a.name as "areaName", d.post, u.display_name as name, d.signed_in_at as "from",
      d.signed_out_at as "to"
    from duties d join users u on u.id = d.user_id join areas a on a.code = d.area_code
    where ${codesWithin(areaCode, 'd.area_code')} and ${withinScope(viewer, 'd.area_code')}
      and d.signed_in_at < ${to} and coalesce(d.signed_out_at, ${to}) > ${from}
    order by d.signed_in_at limit ${mostRows}`);
}

export type NoteRow = {
  text: string;
  writtenBy: string;
  writtenAt: Date;
  takenBy: string | null;
};

export function notesOf(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  return db.query<NoteRow>(sql`-- What did one shift leave to the next?
    select n.text, n.written_by_name as "writtenBy", n.written_at as "writtenAt",
      n.taken_by_name as "takenBy"
    from shift_notes n
    where ${codesWithin(areaCode, 'n.area_code')} and ${withinScope(viewer, 'n.area_code')}
      and n.written_at >= ${from} and n.written_at < ${to}
    order by n.written_at limit ${mostRows}`);
}

export type EntryRow = { areaName: string; at: Date; by: string | null; text: string };

export function entriesOf(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  return db.query<EntryRow>(sql`-- What was written into the logs of duty?
    select a.name as "areaName", l.at, l.by_name as by, l.text
    from duty_log_lines l join areas a on a.code = l.area_code
    where ${codesWithin(areaCode, 'l.area_code')} and ${withinScope(viewer, 'l.area_code')}
      and l.kind = 'entry' and l.struck_at is null and l.at >= ${from} and l.at < ${to}
    order by l.at limit ${mostRows}`);
}

export type GraveRow = {
  caseNo: string | null;
  title: string;
  grade: number;
  state: string;
  address: string | null;
  reportedAt: Date;
};

export function graveCasesOf(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  return db.query<GraveRow>(sql`-- Which grave cases were reported in this time?
    select i.case_no as "caseNo", i.title, i.grade, i.state, i.address, i.reported_at as "reportedAt"
    from incidents i
    where ${codesWithin(areaCode, 'i.area_code')}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
      and i.reported_at >= ${from} and i.reported_at < ${to} and i.grade <= ${gravestGrade}
    order by i.grade, i.reported_at limit ${mostRows}`);
}
