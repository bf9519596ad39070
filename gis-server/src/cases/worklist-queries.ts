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
import type { Worklist, WorklistKey } from 'grid-data';

export type DeskView = { within: Within; now: Date };

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
    sql`${liesWithin(list.view.within, 'i')} and ${scope} and ${lies(list)} and ${beyond}`,
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
    where ${liesWithin(view.within, 'i')} and i.state = any(${states})
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
  return new Map(keys.map((key, index) => [key, rows[0]?.counts[index] ?? 0]));
}

function lies({ key, view }: { key: WorklistKey; view: DeskView }): Statement {
  const { states, only } = worklistOf(key);
  return sql`(i.state = any(${states}) and ${onlySql(only, view.now)})`;
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
    case 'overdue':
      return sql`i.due_at < ${now}`;
  }
}
