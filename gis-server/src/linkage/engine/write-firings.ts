/** Puts decisions into the database: firings, what set them off, notices, rows of the journal, in one transaction. */
import type { Reading, Writing } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import type { LinkageEvent } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { growFiring, insertFiring, insertTriggers, type TriggerToKeep } from '../firing-queries.ts';
import { causeOf, type FiringRecord } from '../linkage-record.ts';
import { stopRule } from '../rule-queries.ts';
import type { Decision } from './decide-firings.ts';

/** Moves the reader on; false where another process has taken these rows. */
export async function takeRows(db: Reading, from: number, to: number): Promise<boolean> {
  const rows = await db.query(sql`-- Are the rows after this one still to be judged?
    update linkage_reader set seq = ${to} where seq = ${from} returning seq`);
  return rows.length > 0;
}

export async function writeFirings(
  tx: Writing,
  decisions: readonly Decision[],
  firings: ReadonlyMap<number, FiringRecord>,
): Promise<void> {
  const triggers: TriggerToKeep[] = [];
  const grown = new Map<string, { by: number; lastSeq: number }>();
  for (const [index, decision] of decisions.entries()) {
    const { rule, heard } = decision;
    if (decision.kind === 'stop') await stop(tx, decision);
    const firing = firings.get(index);
    const firingId = firing?.id ?? takerId(decision, firings);
    if (firingId === null) continue;
    triggers.push({ ...triggerOf(heard.event), ruleId: rule.id, firingId });
    if (firing === undefined) {
      const before = grown.get(firingId);
      grown.set(firingId, { by: (before?.by ?? 0) + 1, lastSeq: heard.event.seq });
    }
  }
  for (const firing of firings.values()) await fire(tx, firing);
  await insertTriggers(tx, triggers);
  for (const [id, growth] of grown) await growFiring(tx, { id, ...growth });
}

function takerId(decision: Decision, firings: ReadonlyMap<number, FiringRecord>): string | null {
  if (decision.kind !== 'merge') return null;
  const { into } = decision;
  return typeof into === 'string' ? into : (firings.get(into)?.id ?? null);
}

async function fire(tx: Writing, firing: FiringRecord): Promise<void> {
  const { triggerKind, incidentId, grade, title, outcomes, longitude, latitude } = firing;
  await insertFiring(tx, firing);
  for (const { kind, state, told } of outcomes) {
    if (kind === 'notify' && state === 'done') await insertNotice(tx, firing, told ?? []);
  }
  tx.record({
    kind: 'linkage.fired',
    areaCode: firing.areaCode,
    subjectKind: 'linkage-rule',
    subjectId: firing.ruleId,
    position: longitude === null || latitude === null ? null : { longitude, latitude },
    payload: {
      ...causeOf(firing),
      triggerKind,
      incidentId,
      grade: grade > 4 ? null : grade,
      title,
      count: firing.count,
      outcomes,
    },
  });
}

async function insertNotice(tx: Writing, firing: FiringRecord, told: readonly string[]) {
  const [areaCode, role] = told;
  await tx.query(sql`-- Who is to know of it?
    insert into linkage_notices (id, firing_id, area_code, role, must_acknowledge, made_at)
    values (${randomUUID()}::uuid, ${firing.id}::uuid, ${areaCode}, ${role}, ${told.includes('acknowledge')},
      ${firing.firedAt})`);
}

async function stop(tx: Writing, { rule, heard }: Decision): Promise<void> {
  const chain = [...heard.chain, rule.id];
  const reason = heard.chain.includes(rule.id) ? 'sets-itself-off' : 'chain-too-long';
  const at = heard.event.at.toISOString();
  if (!(await stopRule(tx, rule, { reason, at, chain }))) return;
  tx.record({
    kind: 'linkage.rule-stopped',
    areaCode: rule.areaCode,
    subjectKind: 'linkage-rule',
    subjectId: rule.id,
    payload: { name: rule.name, reason, chain },
  });
}

export function triggerOf(event: LinkageEvent) {
  const { seq, at, areaCode } = event;
  return {
    triggerSeq: seq,
    kind: kindOf(event),
    subjectId: subjectOf(event),
    areaCode,
    at,
    title: titleOf(event),
  };
}

export function kindOf(event: LinkageEvent): string {
  if (event.kind === 'incident') return `incident.${event.happening}`;
  return event.kind === 'camera' ? `camera.${event.becomes}` : `noticed.${event.what}`;
}

export function titleOf(event: LinkageEvent): string | null {
  return event.kind === 'incident' ? event.title : null;
}

function subjectOf(event: LinkageEvent): string {
  if (event.kind === 'incident') return event.incidentId;
  return event.kind === 'camera' ? event.cameraId : (event.unitId ?? '');
}
