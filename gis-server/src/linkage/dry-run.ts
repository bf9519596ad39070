/** Plays the last 24 hours of the journal through a rule, as its author may see them, and carries out nothing. */
import { withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { isUuid } from '#graphql/take-in.ts';
import { journalColumns, toJournalRows, type StoredRow } from '#journal/read-journal.ts';
import {
  isQuiet,
  linkageEventOf,
  momentsBetween,
  triggerKinds,
  type Clock,
  type LinkageEvent,
  type LinkageRule,
} from 'grid-data';
import { decideFirings } from './engine/decide-firings.ts';
import { kindOf, titleOf } from './engine/write-firings.ts';
import type { RuleRecord } from './linkage-record.ts';
import { takeInRule } from './rules.ts';

const dayMs = 24 * 3_600_000;
const mostRows = 50_000;
const mostShown = 200;

export type DryFiring = {
  at: Date;
  kind: string;
  title: string | null;
  incidentId: string | null;
  areaCode: string;
  position: { longitude: number; latitude: number } | null;
  count: number;
  quiet: boolean;
};

export type DryRun = {
  from: Date;
  to: Date;
  judged: number;
  truncated: boolean;
  triggers: number;
  firingCount: number;
  firings: DryFiring[];
  unknowable: string | null;
};

type Parts = { database: Database; clock: Clock };

export function createDryRun({ database, clock }: Parts) {
  return async (viewer: Viewer, ask: { id?: string | null; rule: unknown }): Promise<DryRun> => {
    requirePermission(viewer, 'linkage.edit');
    const rule = takeInRule(viewer, ask.rule);
    const to = clock.now();
    const from = new Date(to.getTime() - dayMs);
    const stored = await database.inScope(viewer, (db) => rowsSince(db, viewer, from));
    const events = toJournalRows(stored.slice(0, mostRows)).flatMap(
      (row) => linkageEventOf(row) ?? [],
    );
    const id = ask.id != null && isUuid(ask.id) ? ask.id : 'draft';
    const played = { ...asRecord(rule, viewer), id };
    const all =
      rule.when.kind === 'time' ? momentsAsEvents(rule, id, { from, to, viewer }) : events;
    const firings = playThrough(played, all);
    return {
      ...{ from, to, judged: all.length, truncated: stored.length > mostRows },
      triggers: firings.reduce((sum, { count }) => sum + count, 0),
      firingCount: firings.length,
      firings: firings.slice(-mostShown).reverse(),
      unknowable: rule.when.kind === 'unit' ? 'unit-positions' : null,
    };
  };
}

function rowsSince(db: Reading, viewer: Viewer, from: Date) {
  return db.query<StoredRow>(sql`-- What could have set off a rule since then?
    select ${journalColumns} from journal
    where at >= ${from} and kind = any(${triggerKinds}) and ${withinScope(viewer, 'area_code')}
    order by seq limit ${mostRows + 1}`);
}

function asRecord(rule: LinkageRule, viewer: Viewer): RuleRecord {
  return {
    id: 'draft',
    areaCode: viewer.scopePrefix,
    name: '',
    rule,
    enabled: true,
    stopped: null,
    sinceSeq: -1,
    changedBy: '',
    changedAt: new Date(0),
    version: 1,
  };
}

function momentsAsEvents(
  rule: LinkageRule,
  ruleId: string,
  { from, to, viewer }: { from: Date; to: Date; viewer: Viewer },
): LinkageEvent[] {
  if (rule.when.kind !== 'time') return [];
  const areaCode = rule.where[0] ?? viewer.areaCode;
  return momentsBetween(rule.when, from, to).map((at, seq) => ({
    ...{ seq, at, areaCode, position: null, kind: 'noticed', ruleId, what: 'time', unitId: null },
  })) as LinkageEvent[];
}

/** The same judgement that runs live, each event judged at the moment it came. */
function playThrough(rule: RuleRecord, events: readonly LinkageEvent[]): DryFiring[] {
  const heard = events.map((event) => ({ event, chain: [] }));
  const ground = { rules: [rule], recent: [], judgedAt: ({ at }: LinkageEvent) => at };
  const byDecision = new Map<number, DryFiring>();
  for (const [index, decision] of decideFirings(heard, ground).entries()) {
    const { event } = decision.heard;
    if (decision.kind === 'fire') {
      byDecision.set(index, {
        at: event.at,
        kind: kindOf(event),
        title: titleOf(event),
        incidentId: event.kind === 'incident' ? event.incidentId : null,
        areaCode: event.areaCode,
        position: event.position,
        count: 1,
        quiet: isQuiet(rule.rule, event.at),
      });
    } else if (decision.kind === 'merge') {
      const firing = byDecision.get(Number(decision.into));
      if (firing) firing.count += 1;
    }
  }
  return [...byDecision.values()];
}
