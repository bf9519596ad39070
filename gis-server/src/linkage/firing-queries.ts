import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { FiringRecord, TriggerRecord } from './linkage-record.ts';

export const firingColumns = sql`f.id::text as id, f.rule_id::text as "ruleId", f.rule_version as "ruleVersion",
  f.rule_name as "ruleName", f.rule_area_code as "ruleAreaCode", f.area_code as "areaCode",
  f.trigger_seq as "triggerSeq", f.trigger_kind as "triggerKind", f.incident_id::text as "incidentId", f.title,
  f.grade, f.longitude, f.latitude, f.fired_at as "firedAt", f.count, f.last_seq as "lastSeq", f.chain, f.effects,
  f.outcomes`;

export type FiringQuestion = { ruleId: string | null; beforeSeq: number | null; limit: number };

export function firings(db: Reading, viewer: Viewer, question: FiringQuestion) {
  const { ruleId, beforeSeq, limit } = question;
  return db.query<FiringRecord>(sql`-- What did rules do last?
    select ${firingColumns} from linkage_firings f
    where ${withinScope(viewer, 'f.area_code')}
      and (${ruleId}::uuid is null or f.rule_id = ${ruleId}::uuid)
      and (${beforeSeq}::bigint is null or f.trigger_seq < ${beforeSeq}::bigint)
    order by f.trigger_seq desc, f.id limit ${limit}`);
}

export function firingsSeen(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<FiringRecord>(sql`-- Which firings have these ids?
    select ${firingColumns} from linkage_firings f
    where f.id = any(${ids}::uuid[]) and ${withinScope(viewer, 'f.area_code')}`);
}

export async function firingById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<FiringRecord>(sql`-- Which firing is this?
    select ${firingColumns} from linkage_firings f
    where f.id = ${id}::uuid and ${withinScope(viewer, 'f.area_code')}`);
  return rows[0] ?? null;
}

/** The rows behind a firing's count. */
export function triggersOf(
  db: Reading,
  viewer: Viewer,
  { firingId, afterSeq, limit }: { firingId: string; afterSeq: number; limit: number },
) {
  return db.query<TriggerRecord>(sql`-- What set this firing off?
    select t.trigger_seq as "triggerSeq", t.kind, t.subject_id as "subjectId", t.title,
      t.area_code as "areaCode", t.at
    from linkage_triggers t
    where t.firing_id = ${firingId}::uuid and t.trigger_seq > ${afterSeq}
      and ${withinScope(viewer, 't.area_code')}
    order by t.trigger_seq limit ${limit}`);
}

export async function insertFiring(db: Reading, firing: FiringRecord): Promise<void> {
  const { id, ruleId, ruleVersion, ruleName, ruleAreaCode, areaCode, firedAt } = firing;
  const { triggerSeq, triggerKind, incidentId, title, grade, longitude, latitude } = firing;
  await db.query(sql`-- A rule fires
    insert into linkage_firings (id, rule_id, rule_version, rule_name, rule_area_code, area_code, trigger_seq,
      trigger_kind, incident_id, title, grade, longitude, latitude, fired_at, told_at, count, told_count, last_seq,
      chain, effects, outcomes)
    values (${id}::uuid, ${ruleId}::uuid, ${ruleVersion}, ${ruleName}, ${ruleAreaCode}, ${areaCode}, ${triggerSeq},
      ${triggerKind}, ${incidentId}::uuid, ${title}, ${grade}, ${longitude}, ${latitude}, ${firedAt}, ${firedAt},
      ${firing.count}, ${firing.count}, ${firing.lastSeq}, ${firing.chain}, ${JSON.stringify(firing.effects)}::jsonb,
      ${JSON.stringify(firing.outcomes)}::jsonb)`);
}

export type TriggerToKeep = TriggerRecord & { ruleId: string; firingId: string };

export async function insertTriggers(db: Reading, triggers: readonly TriggerToKeep[]) {
  if (triggers.length === 0) return;
  await db.query(sql`-- What set rules off?
    insert into linkage_triggers (rule_id, trigger_seq, firing_id, area_code, kind, subject_id, title, at)
    select "ruleId"::uuid, "triggerSeq", "firingId"::uuid, "areaCode", kind, "subjectId", title, at
    from jsonb_to_recordset(${JSON.stringify(triggers)}::jsonb) as entry("ruleId" text, "triggerSeq" bigint,
      "firingId" text, "areaCode" text, kind text, "subjectId" text, title text, at timestamptz)`);
}

export async function growFiring(
  db: Reading,
  { id, by, lastSeq }: { id: string; by: number; lastSeq: number },
): Promise<void> {
  await db.query(sql`-- More of the same for a firing
    update linkage_firings set count = count + ${by}, last_seq = ${lastSeq} where id = ${id}::uuid`);
}

/** Firings that grew since they were last told of, and not too shortly ago. */
export function markTold(db: Reading, { before, at }: { before: Date; at: Date }) {
  return db.query<FiringRecord>(sql`-- Which firings have grown since they were told of?
    update linkage_firings f set told_count = count, told_at = ${at}
    where told_count < count and told_at <= ${before} returning ${firingColumns}`);
}

export function recentFirings(
  db: Reading,
  { ruleIds, since }: { ruleIds: readonly string[]; since: Date },
) {
  return db.query<FiringRecord>(sql`-- What did these rules do just now?
    select ${firingColumns} from linkage_firings f
    where f.rule_id = any(${ruleIds}::uuid[]) and f.fired_at > ${since} order by f.fired_at, f.trigger_seq`);
}

export function firingsOfIds(db: Reading, ids: readonly string[]) {
  return db.query<FiringRecord>(sql`-- Whose effects led here?
    select ${firingColumns} from linkage_firings f where f.id = any(${ids}::uuid[])`);
}

export function pendingFirings(db: Reading, limit: number) {
  return db.query<FiringRecord>(sql`-- Which effects are still to be carried out?
    select ${firingColumns} from linkage_firings f
    where f.outcomes @> '[{"state": "pending"}]' order by f.fired_at limit ${limit}`);
}

/** False where another process has carried it out meanwhile. */
export async function settleOutcome(
  db: Reading,
  { id, index, outcome }: { id: string; index: number; outcome: object },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is this effect still to be told of?
    update linkage_firings set outcomes = jsonb_set(outcomes, array[${String(index)}], ${JSON.stringify(outcome)}::jsonb)
    where id = ${id}::uuid and outcomes -> ${index}::int ->> 'state' = 'pending' returning id`);
  return rows.length > 0;
}
