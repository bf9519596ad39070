import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { gravestGrade } from 'grid-data';
import { createHash, randomUUID } from 'node:crypto';
import type { ShiftRecord } from './shift-queries.ts';

/** What is told of a line beside its words. */
export type LineFacts = {
  caseName?: string | null;
  grade?: number | null;
  post?: string | null;
};

export type LineRecord = {
  id: string;
  shiftId: string;
  at: Date;
  kind: string;
  text: string | null;
  byId: string | null;
  by: string | null;
  incidentId: string | null;
  facts: LineFacts;
  journalSeq: number | null;
  struckAt: Date | null;
  struckBy: string | null;
  struckFor: string | null;
};

/** A line with whether its shift lasts. */
export type LineOfShift = LineRecord & { isOpen: boolean };

const columns = sql`l.id::text as id, l.shift_id::text as "shiftId", l.at, l.kind, l.text,
  l.by_id::text as "byId", l.by_name as by, l.incident_id::text as "incidentId", l.facts,
  l.journal_seq::float8 as "journalSeq", l.struck_at as "struckAt", l.struck_by_name as "struckBy",
  l.struck_for as "struckFor"`;

/** What is written down of a shift: its entries, and once it was handed over all else. */
export function writtenLines(db: Reading, viewer: Viewer, shiftId: string) {
  return db.query<LineRecord>(sql`-- What stands in the log of this shift?
    select ${columns} from duty_log_lines l
    where l.shift_id = ${shiftId}::uuid and ${withinScope(viewer, 'l.area_code')}
    order by l.at, l.journal_seq, l.id`);
}

export async function lineById(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<LineRecord>(sql`-- Which line of a log is this?
    select ${columns} from duty_log_lines l
    where l.id = ${id}::uuid and l.area_code = ${viewer.areaCode} and ${withinScope(viewer, 'l.area_code')}`);
  return row ?? null;
}

/** What the journal tells of the shift that lasts: grave cases, instructions, who came and went, notes left. */
export function toldLines(
  db: Reading,
  viewer: Viewer,
  { shift, untilSeq }: { shift: ShiftRecord; untilSeq: number },
) {
  return db.query<LineRecord>(sql`-- What happened in this shift that its log tells of by itself?
    select j.seq::text as id, ${shift.id}::text as "shiftId", j.at,
      case j.kind when 'incident.moved' then 'incident.closed' else j.kind end as kind,
      coalesce(n.text, j.payload ->> 'note') as text, j.actor_id as "byId", j.actor_name as by,
      i.id::text as "incidentId",
      jsonb_strip_nulls(jsonb_build_object('caseName', coalesce(i.case_no, i.title, j.payload ->> 'title'),
        'grade', coalesce(i.grade, (j.payload ->> 'grade')::integer), 'post', j.payload ->> 'post')) as facts,
      j.seq::float8 as "journalSeq", null::timestamptz as "struckAt", null as "struckBy", null as "struckFor"
    from journal j
      left join incidents i on i.id = case when j.subject_kind = 'incident' then j.subject_id::uuid end
      left join shift_notes n on n.id = case when j.kind = 'shift-note.written' then j.subject_id::uuid end
    where j.seq > ${shift.begunSeq} and j.seq <= ${untilSeq} and j.at >= ${dayBefore(shift.begunAt)}
      and ${codesWithin(shift.areaCode, 'j.area_code')} and ${withinScope(viewer, 'j.area_code')}
      and ((j.kind = 'incident.reported' and (j.payload ->> 'grade')::integer <= ${gravestGrade})
        or (j.kind = 'incident.moved' and j.payload ->> 'to' = 'closed' and i.grade <= ${gravestGrade})
        or j.kind in ('incident.instructed', 'incident.instruction-received')
        or (j.area_code = ${shift.areaCode} and j.kind in ('shift-note.written', 'shift-note.taken',
          'duty.signed-in', 'duty.signed-out')))
    order by j.seq`);
}

/** Times of rows may be a little older than their order says: enough to leave out what is of months ago. */
const dayBefore = (at: Date) => new Date(at.getTime() - 86_400_000);

export type NewEntry = {
  shiftId: string;
  at: Date;
  text: string;
  incidentId: string | null;
  facts: LineFacts;
};

export async function insertEntry(
  db: Reading,
  viewer: Viewer,
  { shiftId, at, text, incidentId, facts }: NewEntry,
): Promise<string> {
  const id = randomUUID();
  await db.query(sql`-- What does a person write into the log?
    insert into duty_log_lines (id, shift_id, area_code, at, kind, text, by_id, by_name, incident_id, facts)
    values (${id}::uuid, ${shiftId}::uuid, ${viewer.areaCode}, ${at}, 'entry', ${text}, ${viewer.userId}::uuid,
      ${viewer.displayName}, ${incidentId}::uuid, ${JSON.stringify(facts)}::jsonb)`);
  return id;
}

/** Keeps what the journal told with the shift that is handed over: from now on it is read from there. */
export async function keepTold(
  db: Reading,
  { areaCode }: ShiftRecord,
  told: readonly LineRecord[],
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map((line) => ({ ...line, id: randomUUID() }));
  await db.query(sql`-- What did the journal tell of this shift?
    insert into duty_log_lines (id, shift_id, area_code, at, kind, text, by_id, by_name, incident_id, facts,
      journal_seq)
    select r.id, r."shiftId", ${areaCode}, r.at, r.kind, r.text,
      case when length(r."byId") = 36 then r."byId"::uuid end, r.by, r."incidentId", r.facts, r."journalSeq"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "shiftId" uuid, at timestamptz,
      kind text, text text, "byId" text, by text, "incidentId" uuid, facts jsonb, "journalSeq" bigint)`);
}

export async function strike(
  db: Reading,
  viewer: Viewer,
  { id, at, reason }: { id: string; at: Date; reason: string },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is this line struck only now?
    update duty_log_lines l set struck_at = ${at}, struck_by_name = ${viewer.displayName}, struck_for = ${reason}
    where l.id = ${id}::uuid and l.struck_at is null and ${withinScope(viewer, 'l.area_code')} returning l.id`);
  return rows.length > 0;
}

/** In the order in which a log is read. */
export function inOrder(lines: readonly LineRecord[]): LineRecord[] {
  return lines.toSorted(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      (a.journalSeq ?? 0) - (b.journalSeq ?? 0) ||
      a.id.localeCompare(b.id),
  );
}

/** Of what is signed: times, words and names, in order. */
export function hashOf(lines: readonly LineRecord[], summary: string | null): string {
  const told = inOrder(lines).map((line) => [
    ...[line.at.toISOString(), line.kind, line.by, line.text],
    ...[line.facts.caseName ?? null, line.facts.grade ?? null, line.facts.post ?? null],
    ...[line.struckAt?.toISOString() ?? null, line.struckBy, line.struckFor],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([told, summary]))
    .digest('hex');
}
