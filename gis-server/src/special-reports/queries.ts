import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { SpecialReportPart, SpecialReportState } from 'grid-data';

export type SpecialReportRecord = Record<SpecialReportPart, string | null> & {
  id: string;
  areaCode: string;
  number: string | null;
  title: string;
  incidentIds: string[];
  authorId: string;
  author: string;
  writtenAt: Date;
  changedAt: Date;
  state: SpecialReportState;
  version: number;
  submittedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decisionNote: string | null;
};

const columns = sql`r.id::text as id, r.area_code as "areaCode", r.number, r.title, r.cause, r.course, r.disposal,
  r.advice, r.incident_ids::text[] as "incidentIds", r.author_id::text as "authorId", r.author_name as author,
  r.written_at as "writtenAt", r.changed_at as "changedAt", r.state, r.version, r.submitted_at as "submittedAt",
  r.decided_at as "decidedAt", r.decided_by_name as "decidedBy", r.decision_note as "decisionNote"`;

export type ReportsAsked = {
  text: string | null;
  state: SpecialReportState | null;
  incidentId: string | null;
  first: number;
};

export function specialReports(db: Reading, viewer: Viewer, asked: ReportsAsked) {
  const conditions = [withinScope(viewer, 'r.area_code')];
  if (asked.state !== null) conditions.push(sql`r.state = ${asked.state}`);
  if (asked.incidentId !== null) {
    conditions.push(sql`r.incident_ids @> array[${asked.incidentId}::uuid]`);
  }
  if (asked.text !== null) {
    conditions.push(sql`strpos(lower(concat_ws(' ', r.number, r.title, r.author_name, r.cause, r.course,
      r.disposal, r.advice)), lower(${asked.text})) > 0`);
  }
  return db.query<SpecialReportRecord>(sql`-- Which special reports are these, the newest first?
    select ${columns} from special_reports r where ${joinSql(conditions, ' and ')}
    order by r.written_at desc, r.id limit ${asked.first}`);
}

export async function specialReportById(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<SpecialReportRecord>(sql`-- Which special report is this?
    select ${columns} from special_reports r where r.id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')}`);
  return row ?? null;
}

export async function specialReportForUpdate(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<SpecialReportRecord>(
    sql`-- What is this report now, while nobody else changes it?
    select ${columns} from special_reports r
    where r.id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')} for update`,
  );
  return row ?? null;
}

export type ReportWords = Record<SpecialReportPart, string | null> & {
  title: string;
  incidentIds: readonly string[];
};
type Written = { id: string; words: ReportWords; at: Date };

export async function insertReport(db: Reading, viewer: Viewer, { id, words, at }: Written) {
  await db.query(sql`-- What does this center tell?
    insert into special_reports (id, area_code, title, cause, course, disposal, advice, incident_ids, author_id,
      author_name, state, version, written_at, changed_at)
    values (${id}::uuid, ${viewer.areaCode}, ${words.title}, ${words.cause}, ${words.course}, ${words.disposal},
      ${words.advice}, ${words.incidentIds}::uuid[], ${viewer.userId}::uuid, ${viewer.displayName}, 'draft', 1,
      ${at}, ${at})`);
}

export async function changeReport(db: Reading, viewer: Viewer, { id, words, at }: Written) {
  await db.query(sql`-- What does it say from now on?
    update special_reports r set title = ${words.title}, cause = ${words.cause}, course = ${words.course},
      disposal = ${words.disposal}, advice = ${words.advice}, incident_ids = ${words.incidentIds}::uuid[],
      version = r.version + 1, changed_at = ${at}
    where r.id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')}`);
}

export async function submitReport(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
) {
  await db.query(sql`-- Is it before the leader now?
    update special_reports r set state = 'submitted', version = r.version + 1, submitted_at = ${at},
      changed_at = ${at}
    where r.id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')}`);
}

type Decision = { id: string; at: Date; number: string | null; note: string | null };

export async function decideReport(db: Reading, viewer: Viewer, decision: Decision) {
  const { id, at, number, note } = decision;
  await db.query(sql`-- What does the leader say to it?
    update special_reports r set state = ${number === null ? 'draft' : 'approved'}, number = ${number},
      version = r.version + 1, decided_at = ${at}, decided_by = ${viewer.userId}::uuid,
      decided_by_name = ${viewer.displayName}, decision_note = ${note}
    where r.id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')}`);
}

/** Two who approve at once wait for each other here: no number is given twice or left out. */
export async function nextNumber(db: Reading, areaCode: string, year: number): Promise<string> {
  const [row] = await db.query<{ last: number }>(sql`-- Which number comes next at this center?
    insert into special_report_numbers as n (area_code, year, last) values (${areaCode}, ${year}, 1)
    on conflict (area_code, year) do update set last = n.last + 1 returning last`);
  return `〔${year}〕${row!.last}号`;
}
