/** Rules as they are written: each save is a command, checked whole, with its version. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import {
  DomainError,
  takeInLinkageRule,
  type Clock,
  type LinkageRule,
  type RuleFault,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import type { RuleRecord } from './linkage-record.ts';
import * as queries from './rule-queries.ts';
import type { RuleReferences } from './rule-references.ts';

export type RuleInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  name: string;
  enabled: boolean;
  rule: unknown;
};

type RuleParts = { database: Database; clock: Clock; references: RuleReferences };

const longestName = 60;
/** The first rule has no name of its own; whoever changes it may leave it so. */
const firstRuleId = '00000000-0000-4000-8000-000000000070';

export function createRules({ database, clock, references }: RuleParts) {
  const read = async (viewer: Viewer, id: string): Promise<RuleRecord> => {
    const rule = await database.inScope(viewer, (db) => queries.ruleById(db, viewer, id));
    return rule ?? gone();
  };

  return {
    list: (viewer: Viewer) => database.inScope(viewer, (db) => queries.rules(db, viewer)),

    async save(viewer: Viewer, input: RuleInput): Promise<RuleRecord> {
      requirePermission(viewer, 'linkage.edit');
      const name = takeInText(input.name, longestName, 'name') ?? '';
      if (name === '' && input.id !== firstRuleId) throw refused('name', 'name-missing');
      if (input.id != null && !isUuid(input.id)) gone();
      const rule = takeInRule(viewer, input.rule);
      const faults = await references(viewer, rule);
      if (faults.length > 0) throw wrongRule(faults);
      const id = input.id ?? randomUUID();
      const saved = {
        ...{ id, name, rule, enabled: input.enabled },
        changedBy: viewer.displayName,
        changedAt: clock.now(),
      };
      const command = { commandId: input.commandId, kind: 'linkage.save-rule' };
      const ruleId = await database.command(viewer, command, async (tx) => {
        const before = input.id == null ? null : await queries.ruleById(tx, viewer, id);
        const version = input.version ?? 0;
        const areaCode = before?.areaCode ?? viewer.areaCode;
        if (input.id == null) await queries.insertRule(tx, { ...saved, areaCode });
        else if (before === null) gone();
        else if (!(await queries.updateRule(tx, viewer, { ...saved, version }))) conflict(before);
        tell(tx, 'linkage.rule-saved', { ...saved, areaCode, version: before ? version + 1 : 1 });
        return id;
      });
      return read(viewer, ruleId);
    },

    async remove(viewer: Viewer, ask: { commandId: string; id: string; version: number }) {
      requirePermission(viewer, 'linkage.edit');
      const { commandId, id, version } = ask;
      const command = { commandId, kind: 'linkage.remove-rule' };
      return database.command(viewer, command, async (tx) => {
        const before = isUuid(id) ? await queries.ruleById(tx, viewer, id) : null;
        if (before === null) return gone();
        const removed = await queries.removeRule(tx, viewer, { id, version, at: clock.now() });
        if (!removed) conflict(before);
        tell(tx, 'linkage.rule-removed', before);
        return id;
      });
    },
  };
}

/** Checked whole; what it names must lie in the viewer's area, for a rule acts nowhere else. */
export function takeInRule(viewer: Viewer, given: unknown): LinkageRule {
  const taken = takeInLinkageRule(given);
  if ('faults' in taken) throw wrongRule(taken.faults);
  const outside = taken.rule.where.flatMap((code, index) =>
    code.startsWith(viewer.scopePrefix)
      ? []
      : [{ field: `where.${index}`, reason: 'outside-scope' }],
  );
  if (outside.length > 0) throw wrongRule(outside);
  return taken.rule;
}

function wrongRule(faults: readonly RuleFault[]): DomainError {
  const [first] = faults;
  return new DomainError('invalid-input', `the rule is wrong at ${first?.field}`, {
    reason: first?.reason ?? 'out-of-range',
    details: { field: first?.field, faults },
  });
}

function tell(
  tx: Writing,
  kind: 'linkage.rule-saved' | 'linkage.rule-removed',
  rule: Pick<RuleRecord, 'id' | 'areaCode' | 'name' | 'version' | 'enabled'>,
): void {
  const { id: subjectId, areaCode, name, version, enabled } = rule;
  const payload = { name, version, enabled };
  tx.record({ kind, areaCode, subjectKind: 'linkage-rule', subjectId, payload });
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such rule in your scope', {
    reason: 'unknown-rule',
  });
}

function conflict({ version, changedBy, changedAt }: RuleRecord): never {
  throw new DomainError('conflict', 'somebody else changed the rule', {
    reason: 'version',
    details: { version, changedBy, changedAt: changedAt.toISOString() },
  });
}

const refused = (field: string, reason: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${reason}`, { reason, details: { field } });
