/** The statements that change incidents. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { pointSql } from '#within/within-statement.ts';
import type { Position } from '#within/within.ts';
import type { IncidentState } from 'grid-data';

export type NewIncident = {
  id: string;
  classCode: string;
  title: string;
  description: string | null;
  grade: number;
  source: string;
  areaCode: string;
  unitGridCode: string | null;
  governanceGridCode: string | null;
  componentCode: string | null;
  address: string | null;
  position: Position;
  reportedAt: Date;
};

export async function insertIncident(db: Reading, viewer: Viewer, incident: NewIncident) {
  const point = pointSql(incident.position);
  await db.query(sql`-- Writes down a new incident.
    insert into incidents (id, class_code, title, description, state, grade, source, area_code,
      unit_grid_code, governance_grid_code, component_code, reporter_id, address, position, reported_at)
    values (${incident.id}, ${incident.classCode}, ${incident.title}, ${incident.description},
      'reported', ${incident.grade}, ${incident.source}, ${incident.areaCode},
      ${incident.unitGridCode}, ${incident.governanceGridCode}, ${incident.componentCode},
      ${viewer.userId}, ${incident.address}, ${point}, ${incident.reportedAt})`);
}

export async function indexIncident(db: Reading, incident: NewIncident, grams: readonly string[]) {
  await db.query(sql`-- Lets the search find a new incident.
    insert into search_entries (kind, id, area_code, title, detail, grams, position)
    values ('incident', ${incident.id}, ${incident.areaCode}, ${incident.title},
      ${incident.address}, ${grams}, ${pointSql(incident.position)})
    on conflict (kind, id) do nothing`);
}

/** Says that somebody has seen the alarm; the first who does so is remembered. */
export async function acknowledge(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Marks an incident as seen, once.
    update incidents i set acknowledged_at = ${at}, acknowledged_by = ${viewer.displayName},
      version = i.version + 1
    where i.id = ${id}::uuid and i.acknowledged_at is null
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    returning i.id`);
  return rows.length > 0;
}

/** What a step changes besides the state; undefined leaves a column as it is. */
export type IncidentChange = {
  caseNo?: string;
  departmentCode?: string | null;
  registeredAt?: Date;
  dispatchedAt?: Date;
  dueAt?: Date | null;
  feedbackAt?: Date | null;
  closedAt?: Date;
};

export async function moveIncident(
  db: Reading,
  viewer: Viewer,
  step: { id: string; version: number; to: IncidentState },
  change: IncidentChange,
): Promise<boolean> {
  // Given as one object, so that a column that is not named keeps its value.
  const given = JSON.stringify(change);
  const rows = await db.query(sql`-- Takes an incident one step on, where nobody else did meanwhile.
    update incidents i set state = ${step.to}, version = i.version + 1,
      case_no = coalesce(i.case_no, g ->> 'caseNo'),
      department_code = case when g ? 'departmentCode' then g ->> 'departmentCode' else i.department_code end,
      registered_at = coalesce(i.registered_at, (g ->> 'registeredAt')::timestamptz),
      dispatched_at = coalesce((g ->> 'dispatchedAt')::timestamptz, i.dispatched_at),
      due_at = case when g ? 'dueAt' then (g ->> 'dueAt')::timestamptz else i.due_at end,
      feedback_at = case when g ? 'feedbackAt' then (g ->> 'feedbackAt')::timestamptz else i.feedback_at end,
      closed_at = coalesce((g ->> 'closedAt')::timestamptz, i.closed_at)
    from (select ${given}::jsonb as g) as given
    where i.id = ${step.id}::uuid and i.version = ${step.version}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    returning i.id`);
  return rows.length > 0;
}

/** The next number of the county and day: 6 digits of the county, 8 of the date, 5 of the serial. */
export async function nextCaseNo(db: Reading, prefix: string): Promise<string> {
  const rows = await db.query<{ last: number }>(sql`-- Which serial comes next in this county today?
    insert into case_numbers (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = case_numbers.last + 1 returning last`);
  return prefix + String(rows[0]!.last).padStart(5, '0');
}
