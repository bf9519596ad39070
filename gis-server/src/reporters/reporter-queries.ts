import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CallBackOutcome, ReporterWords } from 'grid-data';

export async function keepReporter(
  db: Reading,
  incident: { id: string; areaCode: string },
  { name, telephone, home, wantsCallBack }: ReporterWords,
): Promise<void> {
  if (name === null && telephone === null && home === null) return;
  await db.query(sql`-- Who told it, as told last
    insert into reporters (incident_id, area_code, name, telephone, home, wants_call_back)
    values (${incident.id}::uuid, ${incident.areaCode}, ${name}, ${telephone}, ${home}, ${wantsCallBack})
    on conflict (incident_id) do update set name = excluded.name, telephone = excluded.telephone,
      home = excluded.home, wants_call_back = excluded.wants_call_back`);
}

export type ReporterRecord = ReporterWords & { incidentId: string };

export function reportersOf(db: Reading, viewer: Viewer, incidentIds: readonly string[]) {
  return db.query<ReporterRecord>(sql`-- Who told of these cases?
    select r.incident_id::text as "incidentId", r.name, r.telephone, r.home,
      r.wants_call_back as "wantsCallBack"
    from reporters r join incidents i on i.id = r.incident_id
    where r.incident_id = any(${incidentIds}::uuid[])
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
}

export type CallBackRecord = {
  id: string;
  incidentId: string;
  outcome: CallBackOutcome;
  answer: string;
  calledAt: Date;
  calledBy: string;
};

export function callBacksOf(db: Reading, viewer: Viewer, incidentIds: readonly string[]) {
  return db.query<CallBackRecord>(sql`-- What was answered to whoever told of these cases?
    select c.id::text as id, c.incident_id::text as "incidentId", c.outcome, c.answer,
      c.called_at as "calledAt", c.called_by_name as "calledBy"
    from call_backs c join incidents i on i.id = c.incident_id
    where c.incident_id = any(${incidentIds}::uuid[])
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    order by c.called_at, c.id`);
}

export async function insertCallBack(
  db: Reading,
  viewer: Viewer,
  call: Omit<CallBackRecord, 'calledBy'> & { areaCode: string },
): Promise<void> {
  await db.query(sql`-- Writes a call-back down.
    insert into call_backs (id, incident_id, area_code, outcome, answer, called_at, called_by, called_by_name)
    values (${call.id}, ${call.incidentId}, ${call.areaCode}, ${call.outcome}, ${call.answer},
      ${call.calledAt}, ${viewer.userId}, ${viewer.displayName})`);
}
