import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { LinkageRule } from 'grid-data';
import type { RuleRecord, StoppedRule } from './linkage-record.ts';

const columns = sql`r.id::text as id, r.area_code as "areaCode", r.name, r.rule, r.enabled, r.stopped,
  r.since_seq as "sinceSeq", r.changed_by as "changedBy", r.changed_at as "changedAt", r.version`;

export function rules(db: Reading, viewer: Viewer) {
  return db.query<RuleRecord>(sql`-- Which rules are there?
    select ${columns} from linkage_rules r
    where r.removed_at is null and ${withinScope(viewer, 'r.area_code')}
    order by r.area_code, r.name, r.id`);
}

export async function ruleById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<RuleRecord>(sql`-- Which rule is this?
    select ${columns} from linkage_rules r
    where r.id = ${id}::uuid and r.removed_at is null and ${withinScope(viewer, 'r.area_code')}`);
  return rows[0] ?? null;
}

export type RuleToSave = {
  id: string;
  name: string;
  rule: LinkageRule;
  enabled: boolean;
  changedBy: string;
  changedAt: Date;
};

/** Rows of the journal that stand there already set nothing off by it. */
export async function insertRule(db: Reading, rule: RuleToSave & { areaCode: string }) {
  const { id, areaCode, name, enabled, changedBy, changedAt } = rule;
  await db.query(sql`-- A new rule
    insert into linkage_rules (id, area_code, name, rule, enabled, since_seq, changed_by, changed_at)
    select ${id}::uuid, ${areaCode}, ${name}, ${JSON.stringify(rule.rule)}::jsonb, ${enabled}, head,
      ${changedBy}, ${changedAt} from journal_counter`);
}

/** False where somebody else changed it meanwhile. Saving is also how a stopped rule is let loose again. */
export async function updateRule(
  db: Reading,
  viewer: Viewer,
  rule: RuleToSave & { version: number },
): Promise<boolean> {
  const { id, name, enabled, changedBy, changedAt, version } = rule;
  const rows = await db.query(sql`-- Is the rule still as its editor saw it?
    update linkage_rules r set name = ${name}, rule = ${JSON.stringify(rule.rule)}::jsonb,
      enabled = ${enabled}, stopped = null, changed_by = ${changedBy}, changed_at = ${changedAt},
      since_seq = (select head from journal_counter), version = r.version + 1
    where r.id = ${id}::uuid and r.version = ${version} and r.removed_at is null
      and ${withinScope(viewer, 'r.area_code')}
    returning r.id`);
  return rows.length > 0;
}

export async function removeRule(
  db: Reading,
  viewer: Viewer,
  { id, version, at }: { id: string; version: number; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is the rule still there as its editor saw it?
    update linkage_rules r set removed_at = ${at}
    where r.id = ${id}::uuid and r.version = ${version} and r.removed_at is null
      and ${withinScope(viewer, 'r.area_code')}
    returning r.id`);
  return rows.length > 0;
}

/** Answers false where it was stopped or changed before. */
export async function stopRule(db: Reading, rule: RuleRecord, stopped: StoppedRule) {
  const rows = await db.query(sql`-- Does this rule still run, so that it must be stopped?
    update linkage_rules set stopped = ${JSON.stringify(stopped)}::jsonb
    where id = ${rule.id}::uuid and version = ${rule.version} and stopped is null returning id`);
  return rows.length > 0;
}
