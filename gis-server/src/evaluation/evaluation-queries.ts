import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentRows } from '#incidents/queries.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import type { EvaluatedCase, PostAct } from 'grid-data';

export type EvaluatedStretch = { within: Within; from: Date; to: Date };

/** Cases by reading order, so that a long month comes in pages. */
const pageRows = 2_000;

export type EvaluatedRow = { row: IncidentRecord; lastCallBack: EvaluatedCase['lastCallBack'] };

/** Every case that any formula could count in this stretch: reported, due, registered, closed or called back in it. */
export async function casesOfStretch(
  db: Reading,
  viewer: Viewer,
  stretch: EvaluatedStretch,
): Promise<EvaluatedRow[]> {
  const calls = await lastCallBacks(db, viewer, stretch);
  const rows = await rowsOfStretch(db, viewer, stretch);
  return rows.map((row) => ({ row, lastCallBack: calls.get(row.id) ?? null }));
}

async function rowsOfStretch(
  db: Reading,
  viewer: Viewer,
  { within, from, to }: EvaluatedStretch,
): Promise<IncidentRecord[]> {
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  const all: IncidentRecord[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await incidentRows(
      db,
      sql`${liesWithin(within, 'i')} and ${scope} and i.id > ${after}::uuid
        and i.reported_at < ${to}
        and (greatest(i.reported_at, i.registered_at, i.due_at, i.close_due_at, i.closed_at,
          i.stage_due_at, i.dispatched_at, i.feedback_at) >= ${from}
          or exists (select from call_backs c where c.incident_id = i.id and c.called_at >= ${from}))`,
      sql`i.id limit ${pageRows}`,
    );
    all.push(...page);
    if (page.length < pageRows) return all;
    after = page.at(-1)!.id;
  }
}

/** What the last call-back of each case said, where it was called back since the stretch began. */
async function lastCallBacks(
  db: Reading,
  viewer: Viewer,
  { within, from }: EvaluatedStretch,
): Promise<Map<string, NonNullable<EvaluatedCase['lastCallBack']>>> {
  type Row = { incidentId: string } & NonNullable<EvaluatedCase['lastCallBack']>;
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  const rows = await db.query<Row>(sql`-- What did they say who were called back last?
    select distinct on (c.incident_id) c.incident_id::text as "incidentId", c.called_at as at, c.outcome
    from call_backs c join incidents i on i.id = c.incident_id
    where c.called_at >= ${from} and ${liesWithin(within, 'i')} and ${scope}
    order by c.incident_id, c.called_at desc, c.id desc`);
  return new Map(rows.map(({ incidentId, ...call }) => [incidentId, call]));
}

type ActorRow = { incidentId: string; act: PostAct; actorId: string; actorName: string };

/** Rows of a page of ids at once, so that no statement carries a whole month. */
export async function actorsOf(
  db: Reading,
  viewer: Viewer,
  incidentIds: readonly string[],
): Promise<ActorRow[]> {
  const all: ActorRow[] = [];
  for (let from = 0; from < incidentIds.length; from += pageRows) {
    const ids = incidentIds.slice(from, from + pageRows);
    const rows = await db.query<ActorRow>(sql`-- Who did the last act of each post on these cases?
      select distinct on (subject_id, act) subject_id as "incidentId", act,
        actor_id as "actorId", actor_name as "actorName"
      from (
        select j.subject_id, j.seq, j.actor_id, coalesce(j.actor_name, '') as actor_name, case
          when j.kind = 'incident.reported' then 'report'
          when j.kind = 'incident.called-back' then 'call-back'
          when j.kind = 'incident.acted' then
            case when j.payload ->> 'move' = 'check-failed' then 'check' end
          when j.payload ->> 'from' = 'verifying' then 'verify'
          when j.payload ->> 'from' = 'checking' then 'check'
          when j.payload ->> 'to' = 'verifying' then 'send-verify'
          when j.payload ->> 'to' = 'checking' then 'send-check'
          when j.payload ->> 'to' = 'registered' and j.payload ->> 'from' = 'accepted' then 'register'
          when j.payload ->> 'to' = 'dispatched' and j.payload ->> 'from' = 'registered' then 'dispatch'
          when j.payload ->> 'to' = 'feedback' then 'dispose'
          when j.payload ->> 'to' = 'closed' then 'close' end as act
        from journal j
        where j.subject_kind = 'incident' and j.subject_id = any(${ids})
          and j.kind in ('incident.reported', 'incident.moved', 'incident.acted', 'incident.called-back')
          and j.actor_id is not null and ${withinScope(viewer, 'j.area_code')}
      ) as acts
      where act is not null
      order by subject_id, act, seq desc`);
    all.push(...rows);
  }
  return all;
}
