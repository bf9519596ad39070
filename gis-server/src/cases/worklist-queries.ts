/** What waits at the desk: one condition for the rows of a list and for its count. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, rawSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { incidentRows } from '#incidents/queries.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import { worklistOf } from 'grid-data';
import type { Worklist, WorklistFilter, WorklistKey } from 'grid-data';

export type DeskView = { within: Within; now: Date; filter: WorklistFilter };

/** The most urgent first: by the due time of the case, else of its stage; what has neither comes last. */
const urgency = rawSql(`coalesce(i.due_at, i.stage_due_at, timestamptz '9999-01-01')`);

export function pageOfWorklist(
  db: Reading,
  viewer: Viewer,
  list: { key: WorklistKey; view: DeskView },
  page: { limit: number; after: { urgency: Date; id: string } | null },
) {
  const { after, limit } = page;
  const beyond =
    after === null ? sql`true` : sql`(${urgency}, i.id) > (${after.urgency}, ${after.id}::uuid)`;
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  return incidentRows(
    db,
    sql`${liesWithin(list.view.within, 'i')} and ${scope} and ${lies(list)} and ${asked(list.view.filter)}
      and ${beyond}`,
    sql`${urgency}, i.id limit ${limit}`,
  );
}

/** All counts in one snapshot, in one pass over what is open. */
export async function worklistCounts(
  db: Reading,
  viewer: Viewer,
  keys: readonly WorklistKey[],
  view: DeskView,
): Promise<Map<WorklistKey, number>> {
  const counts = joinSql(
    keys.map((key) => sql`count(*) filter (where ${lies({ key, view })})`),
    ', ',
  );
  const states = [...new Set(keys.flatMap((key) => worklistOf(key).states))];
  const rows = await db.query<{ counts: number[] }>(sql`-- How many wait in each list?
    select array[${counts}]::integer[] as counts from incidents i
    where ${liesWithin(view.within, 'i')} and i.state = any(${states}) and ${asked(view.filter)}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
  return new Map(keys.map((key, index) => [key, rows[0]?.counts[index] ?? 0]));
}

function lies({ key, view }: { key: WorklistKey; view: DeskView }): Statement {
  const { states, only } = worklistOf(key);
  // One state by equality: then its index has the rows in the order of the list already.
  const inStates =
    states.length === 1 ? sql`i.state = ${states[0]}` : sql`i.state = any(${states})`;
  return sql`(${inStates} and ${onlySql(only, view.now)})`;
}

function asked({ classCodes, grades, sources, departmentCode }: WorklistFilter): Statement {
  const conditions = [sql`true`];
  if (classCodes.length > 0) conditions.push(sql`i.class_code = any(${classCodes})`);
  if (grades.length > 0) conditions.push(sql`i.grade = any(${grades})`);
  if (sources.length > 0) conditions.push(sql`i.source = any(${sources})`);
  if (departmentCode !== null) conditions.push(sql`i.department_code = ${departmentCode}`);
  return joinSql(conditions, ' and ');
}

function onlySql(only: Worklist['only'], now: Date): Statement {
  switch (only) {
    case undefined:
      return sql`true`;
    case 'request-open':
      return sql`i.request is not null`;
    case 'check-failed':
      return sql`i.check_failed`;
    case 'check-not-failed':
      return sql`not i.check_failed`;
    case 'supervised':
      return sql`i.supervised_at is not null`;
    case 'amber':
      return sql`i.amber_at <= ${now} and i.due_at >= ${now}`;
    case 'overdue':
      return sql`i.due_at < ${now}`;
  }
}
