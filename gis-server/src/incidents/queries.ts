import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import { incidentStates, isOpenState } from 'grid-data';
import type { CaseFacts, IncidentState, LimitUnit } from 'grid-data';
import type { IncidentClassRecord, IncidentRecord } from './incident-record.ts';

const columns = sql`i.id::text as id, i.case_no as "caseNo", i.class_code as "classCode", i.title,
  i.description, i.state, i.grade, i.source, i.area_code as "areaCode",
  i.unit_grid_code as "unitGridCode", i.governance_grid_code as "governanceGridCode",
  i.component_code as "componentCode", i.department_code as "departmentCode", i.address,
  i.reported_at as "reportedAt", i.registered_at as "registeredAt",
  i.dispatched_at as "dispatchedAt", i.due_at as "dueAt", i.closed_at as "closedAt",
  i.acknowledged_at as "acknowledgedAt", i.acknowledged_by as "acknowledgedBy", i.version,
  i.limit_value as "limitValue", i.limit_unit as "limitUnit", i.clock, i.amber_at as "amberAt", i.close_due_at as "closeDueAt",
  i.stages, i.handled_by_area as "handledByArea", i.handler_name as "handlerName", i.verdict,
  i.check_failed as "checkFailed", i.request, i.feedback_at as "feedbackAt",
  i.supervised_at as "supervisedAt", i.merged_into::text as "mergedInto",
  i.state_before_merge as "stateBeforeMerge", i.rework_count as "reworkCount",
  i.standard_id::text as "standardId", i.return_count as "returnCount", i.reopen_count as "reopenCount",
  ST_X(i.position) as longitude, ST_Y(i.position) as latitude`;

type Row = Omit<IncidentRecord, 'position' | 'facts'> &
  Omit<CaseFacts, 'limit'> & {
    longitude: number;
    latitude: number;
    limitValue: number | null;
    limitUnit: LimitUnit | null;
  };

function toRecord({
  longitude,
  latitude,
  limitValue: value,
  limitUnit: unit,
  ...row
}: Row): IncidentRecord {
  const limit = value === null || unit === null ? null : { value, unit };
  return { ...row, position: { longitude, latitude }, facts: { ...row, limit } };
}

const scope = (viewer: Viewer) => withinCaseScope(viewer, 'i.area_code', 'i.department_code');

export const openStates = incidentStates.filter(isOpenState);

/** The clock of disposal stops with the feedback; what is suspended is not counted. */
export const runningStates: readonly IncidentState[] = openStates.filter(
  (state) => !['suspended', 'feedback', 'checking', 'checked'].includes(state),
);

export async function incidentsById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  const rows = await db.query<Row>(sql`-- Which incidents have these ids?
    select ${columns} from incidents i
    where i.id = any(${ids}::uuid[]) and ${scope(viewer)}`);
  return rows.map(toRecord);
}

/** Rows for a question of another noun; the condition holds the scope. */
export async function incidentRows(db: Reading, where: Statement, order: Statement) {
  const rows = await db.query<Row>(sql`-- Which incidents answer this?
    select ${columns} from incidents i where ${where} order by ${order}`);
  return rows.map(toRecord);
}

/** Changes one incident where the condition holds, and tells what it is now; null where it does not. */
export async function changeIncident(db: Reading, set: Statement, where: Statement) {
  const rows = await db.query<Row>(sql`-- What has become of this incident?
    update incidents i set ${set} where ${where} returning ${columns}`);
  return rows[0] === undefined ? null : toRecord(rows[0]);
}

/**
 * Incidents as they are once nobody else is changing them; held until the end of the transaction. Taken in the order of
 * their ids, so that two who take the same two do not wait for each other.
 */
export async function incidentsForUpdate(
  db: Reading,
  viewer: Viewer,
  ids: readonly (string | null)[],
): Promise<Map<string, IncidentRecord>> {
  const rows =
    await db.query<Row>(sql`-- What are these incidents now, while nobody else moves them?
    select ${columns} from incidents i
    where i.id = any(${ids.filter((id) => id !== null)}::uuid[]) and ${scope(viewer)}
    order by i.id for update`);
  return new Map(rows.map((row) => [row.id, toRecord(row)]));
}

export type IncidentFilter = {
  within: Within;
  states: readonly IncidentState[] | null;
  openOnly: boolean;
  overdueAt: Date | null;
  reportedSince: Date | null;
  closedSince: Date | null;
  grades: readonly number[] | null;
};

/** One rule for the list and its counts. */
function matching(viewer: Viewer, filter: IncidentFilter): Statement {
  const conditions = [liesWithin(filter.within, 'i'), scope(viewer)];
  if (filter.states !== null) conditions.push(sql`i.state = any(${filter.states})`);
  if (filter.openOnly) conditions.push(sql`i.state = any(${openStates})`);
  if (filter.overdueAt !== null) {
    conditions.push(sql`i.due_at < ${filter.overdueAt} and i.state = any(${runningStates})`);
  }
  if (filter.reportedSince !== null) conditions.push(sql`i.reported_at >= ${filter.reportedSince}`);
  if (filter.closedSince !== null) conditions.push(sql`i.closed_at >= ${filter.closedSince}`);
  if (filter.grades !== null) conditions.push(sql`i.grade = any(${filter.grades})`);
  return joinSql(conditions, ' and ');
}

export type AfterIncident = { reportedAt: Date; id: string } | null;

type PageOfIncidents = { limit: number; after: AfterIncident };

/** Newest first: what comes after the last row seen. */
function beyond(after: AfterIncident): Statement {
  if (after === null) return sql`true`;
  return sql`(i.reported_at < ${after.reportedAt}
    or (i.reported_at = ${after.reportedAt} and i.id > ${after.id}::uuid))`;
}

export async function incidentPage(
  db: Reading,
  viewer: Viewer,
  filter: IncidentFilter,
  page: PageOfIncidents,
) {
  const rows = await db.query<Row>(sql`-- Which incidents happened there, newest first?
    select ${columns} from incidents i
    where ${matching(viewer, filter)} and ${beyond(page.after)}
    order by i.reported_at desc, i.id limit ${page.limit}`);
  return rows.map(toRecord);
}

export function incidentsReportedBy(db: Reading, viewer: Viewer, page: PageOfIncidents) {
  return incidentRows(
    db,
    sql`i.reporter_id = ${viewer.userId}::uuid and ${scope(viewer)} and ${beyond(page.after)}`,
    sql`i.reported_at desc, i.id limit ${page.limit}`,
  );
}

export function countsByState(db: Reading, viewer: Viewer, filter: IncidentFilter) {
  return db.query<{ state: IncidentState; count: number }>(sql`-- How many of each state?
    select i.state, count(*) as count from incidents i
    where ${matching(viewer, filter)} group by i.state`);
}

export async function incidentsOfComponents(
  db: Reading,
  viewer: Viewer,
  codes: readonly string[],
  first: number,
) {
  const rows = await db.query<Row>(sql`-- Which incidents were about these?
    select ${columns} from (
      select i.*, row_number() over (
        partition by i.component_code order by i.reported_at desc, i.id) as rank
      from incidents i where i.component_code = any(${codes}) and ${scope(viewer)}
    ) i where rank <= ${first} order by rank`);
  return rows.map(toRecord);
}

export function allClasses(db: Reading) {
  return db.query<IncidentClassRecord>(sql`-- Which classes of incidents are there?
    select code, kind, name_zh as "nameZh", name_en as "nameEn", icon,
      default_grade as "defaultGrade", limit_value as "limitValue", limit_unit as "limitUnit",
      purposes, department_code as "departmentCode", retired_at as "retiredAt"
    from incident_classes order by code`);
}

export async function incidentClass(db: Reading, code: string) {
  const rows = await db.query<IncidentClassRecord>(sql`-- What is the incident class of this code?
    select code, kind, name_zh as "nameZh", name_en as "nameEn", icon,
      default_grade as "defaultGrade", limit_value as "limitValue", limit_unit as "limitUnit",
      purposes, department_code as "departmentCode", retired_at as "retiredAt"
    from incident_classes where code = ${code}`);
  return rows[0] ?? null;
}

/** Null where there is none. */
export async function departmentState(db: Reading, code: string) {
  const rows = await db.query<{ closed: boolean }>(sql`-- Does this department take cases?
    select closed_at is not null as closed from departments where code = ${code}`);
  return rows[0] === undefined ? null : rows[0].closed ? 'closed' : 'open';
}

export async function departmentExists(db: Reading, code: string): Promise<boolean> {
  const rows = await db.query(sql`-- Is there a department of this code?
    select code from departments where code = ${code}`);
  return rows.length > 0;
}
