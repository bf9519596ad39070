/** What waits at the desk: the rows of each list, and as many of them as its count says. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { identifier, joinSql, rawSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { incidentRows } from '#incidents/queries.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import { worklistOf } from 'grid-data';
import type { IncidentState, Worklist, WorklistFilter, WorklistKey } from 'grid-data';

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
    sql`${liesWithin(list.view.within, 'i')} and ${scope} and ${lies(list)} and ${asked(list.view.filter, 'i')}
      and ${beyond}`,
    sql`${urgency}, i.id limit ${limit}`,
  );
}

type Counted = { state: IncidentState; marks: Record<Mark, boolean>; n: number };
type Mark = 'check-failed' | 'request-open' | 'supervised';

/** All counts in one snapshot: out of what is kept, and what time alone changes out of what runs. */
export async function worklistCounts(
  db: Reading,
  viewer: Viewer,
  keys: readonly WorklistKey[],
  view: DeskView,
): Promise<Map<WorklistKey, number>> {
  const kept = await keptCounts(db, viewer, view);
  const timed = {
    ...(await timedCounts(db, viewer, view)),
    ...(await stageCounts(db, viewer, view)),
  };
  return new Map(
    keys.map((key) => {
      const { states, only } = worklistOf(key);
      if (isTimed(only)) return [key, timed[only]];
      const own = kept.filter((each) => states.includes(each.state) && isMarked(each, only));
      return [key, own.reduce((sum, { n }) => sum + n, 0)];
    }),
  );
}

async function keptCounts(db: Reading, viewer: Viewer, { within, filter }: DeskView) {
  return db.query<Counted>(sql`-- How many cases of each state, and of what else a list asks?
    select c.state, jsonb_build_object('check-failed', c.check_failed, 'request-open', c.requested,
        'supervised', c.supervised) as marks, sum(c.n) as n
    from (select * from case_counts union all select * from case_count_changes) as c
    where ${liesWithin(within, 'c')} and ${asked(filter, 'c')}
      and ${withinCaseScope(viewer, 'c.area_code', 'c.department_code')}
    group by c.state, c.check_failed, c.requested, c.supervised`);
}

async function timedCounts(db: Reading, viewer: Viewer, { within, filter, now }: DeskView) {
  const { states } = worklistOf('overdue');
  const [row] = await db.query<{
    amber: number;
    overdue: number;
  }>(sql`-- How many run short of time, and how many are past it?
    select count(*) filter (where ${onlySql('amber', now)}) as amber,
      count(*) filter (where ${onlySql('overdue', now)}) as overdue
    from incidents i
    where i.state = any(${states}) and i.due_at is not null and ${liesWithin(within, 'i')}
      and ${asked(filter, 'i')} and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
  return row ?? { amber: 0, overdue: 0 };
}

async function stageCounts(db: Reading, viewer: Viewer, { within, filter, now }: DeskView) {
  const { states } = worklistOf('stage-overdue');
  const [row] = await db.query<{ n: number }>(sql`-- How many are past the limit of their stage?
    select count(*) as n from incidents i
    where i.state = any(${states}) and ${onlySql('stage-overdue', now)} and ${liesWithin(within, 'i')}
      and ${asked(filter, 'i')} and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
  return { 'stage-overdue': row?.n ?? 0 };
}

/** What time alone changes. */
type Timed = 'amber' | 'overdue' | 'stage-overdue';
const isTimed = (only: Worklist['only']): only is Timed =>
  only === 'amber' || only === 'overdue' || only === 'stage-overdue';

function isMarked({ marks }: Counted, only: Exclude<Worklist['only'], Timed>) {
  if (only === undefined) return true;
  return only === 'check-not-failed' ? !marks['check-failed'] : marks[only];
}

function lies({ key, view }: { key: WorklistKey; view: DeskView }): Statement {
  const { states, only } = worklistOf(key);
  // One state by equality: then its index has the rows in the order of the list already.
  const inStates =
    states.length === 1 ? sql`i.state = ${states[0]}` : sql`i.state = any(${states})`;
  return sql`(${inStates} and ${onlySql(only, view.now)})`;
}

/** Of cases and of their counts alike, by the alias of their table. */
function asked(filter: WorklistFilter, alias: 'i' | 'c'): Statement {
  const { classCodes, grades, sources, departmentCode } = filter;
  const of = (column: string) => identifier(`${alias}.${column}`);
  const conditions = [sql`true`];
  if (classCodes.length > 0) conditions.push(sql`${of('class_code')} = any(${classCodes})`);
  if (grades.length > 0) conditions.push(sql`${of('grade')} = any(${grades})`);
  if (sources.length > 0) conditions.push(sql`${of('source')} = any(${sources})`);
  if (departmentCode !== null) conditions.push(sql`${of('department_code')} = ${departmentCode}`);
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
    case 'stage-overdue':
      return sql`i.stage_due_at < ${now}`;
  }
}
