/** The statement that writes down what a move made of a case. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { changeIncident } from '#incidents/queries.ts';
import type { CaseFacts } from 'grid-data';

export type KeptCase = {
  id: string;
  version: number;
  caseNo: string | null;
  /** What it is registered against from now on; absent where that stays as it is. */
  standardId?: string | null;
};

/** Writes the facts where nobody else did meanwhile, and tells the case as it is now; null where somebody did. */
export function writeCase(
  db: Reading,
  viewer: Viewer,
  { id, version, caseNo, standardId = null }: KeptCase,
  facts: CaseFacts,
): Promise<IncidentRecord | null> {
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  const stageDue = facts.stages[facts.state]?.due ?? null;
  return changeIncident(
    db,
    sql`state = ${facts.state}, version = i.version + 1,
      standard_id = coalesce(${standardId}::uuid, i.standard_id),
      case_no = coalesce(i.case_no, ${caseNo}), department_code = ${facts.departmentCode},
      handled_by_area = ${facts.handledByArea}, handler_name = ${facts.handlerName},
      verdict = ${facts.verdict}, check_failed = ${facts.checkFailed},
      request = ${json(facts.request)}::jsonb, clock = ${json(facts.clock)}::jsonb,
      limit_value = ${facts.limit?.value ?? null}, limit_unit = ${facts.limit?.unit ?? null},
      registered_at = ${facts.registeredAt}, dispatched_at = ${facts.dispatchedAt},
      due_at = ${facts.dueAt}, amber_at = ${facts.amberAt}, close_due_at = ${facts.closeDueAt}, feedback_at = ${facts.feedbackAt},
      closed_at = ${facts.closedAt}, supervised_at = ${facts.supervisedAt},
      merged_into = ${facts.mergedInto}, state_before_merge = ${facts.stateBeforeMerge},
      rework_count = ${facts.reworkCount}, return_count = ${facts.returnCount},
      reopen_count = ${facts.reopenCount}, stages = ${json(facts.stages)}::jsonb,
      stage_due_at = ${stageDue === null ? null : new Date(stageDue)}`,
    sql`i.id = ${id}::uuid and i.version = ${version}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`,
  );
}

/** The next number of the county and day: 6 digits of the county, 8 of the date, 5 of the serial. */
export async function nextCaseNo(db: Reading, prefix: string): Promise<string> {
  const rows = await db.query<{ last: number }>(sql`-- Which serial comes next in this county today?
    insert into case_numbers (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = case_numbers.last + 1 returning last`);
  return prefix + String(rows[0]!.last).padStart(5, '0');
}

export async function hasMergedCases(db: Reading, viewer: Viewer, id: string): Promise<boolean> {
  const rows = await db.query(sql`-- Are other cases merged into this one?
    select i.id from incidents i where i.merged_into = ${id}::uuid
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')} limit 1`);
  return rows.length > 0;
}

export type LastAct = { at: Date; actorName: string | null; kind: string; move: string | null };

/** Who did the last thing to a case: what a version conflict tells. */
export async function lastActOn(db: Reading, id: string): Promise<LastAct | null> {
  const rows = await db.query<LastAct>(sql`-- Who did what to this case last?
    select at, actor_name as "actorName", kind, payload ->> 'move' as move from journal
    where subject_kind = 'incident' and subject_id = ${id} and kind like 'incident.%'
    order by seq desc limit 1`);
  return rows[0] ?? null;
}

/** What the rules of the loop look at, out of a row. */
export function factsOf(incident: IncidentRecord): CaseFacts {
  return { ...incident.facts, state: incident.state, departmentCode: incident.departmentCode };
}
