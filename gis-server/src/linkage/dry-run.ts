/** Plays a day of the journal through a rule, as its author may see it, and carries out nothing. */
import type { Duties } from '#access/duties.ts';
import { withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { isUuid } from '#graphql/take-in.ts';
import type { IncidentService } from '#incidents/service.ts';
import { journalColumns, toJournalRows, type StoredRow } from '#journal/read-journal.ts';
import {
  DomainError,
  isQuiet,
  linkageEventOf,
  momentsBetween,
  triggerKinds,
  type Clock,
  type LinkageEvent,
  type LinkageRule,
  type OfferedCamera,
} from 'grid-data';
import { decideFirings } from './engine/decide-firings.ts';
import { createOffer, hallOf } from './engine/offer-cameras.ts';
import { triggerOf } from './engine/write-firings.ts';
import type { RuleRecord, TriggerRecord } from './linkage-record.ts';
import { ruleById } from './rule-queries.ts';
import { takeInRule } from './rules.ts';

const dayMs = 24 * 3_600_000;
const mostRows = 50_000;
const mostShown = 200;
const mostMerged = 200;

export type DryFiring = {
  triggerSeq: number;
  at: Date;
  kind: string;
  title: string | null;
  incidentId: string | null;
  areaCode: string;
  position: { longitude: number; latitude: number } | null;
  count: number;
  merged: TriggerRecord[];
  cameras: OfferedCamera[];
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

type Parts = {
  database: Database;
  clock: Clock;
  duties: Duties;
  areas: Pick<AreaService, 'root'>;
  cameras: CameraService;
  incidents: IncidentService;
};
type DryAsk = { id?: string | null; rule: unknown; day?: string | null };
type Stretch = { from: Date; to: Date };
/** A firing with the event it would have come from. */
type Played = { firing: DryFiring; event: LinkageEvent };

export function createDryRun(parts: Parts) {
  const { database, clock } = parts;
  const offer = createOffer(parts);

  /** As cameras and duties are now, for the place and class of then. */
  const offerFor = async (rule: RuleRecord, played: readonly Played[], viewer: Viewer) => {
    const effect = rule.rule.effects.find((each) => each.kind === 'open-cameras');
    if (effect?.kind !== 'open-cameras') return;
    const root = (await parts.areas.root(viewer))?.code ?? '';
    const classes = new Map(
      (await parts.incidents.classes(viewer)).map(({ code, purposes }) => [code, purposes]),
    );
    // Where a case is: rows that were brought in with a county tell of no place.
    const ids = played.flatMap(({ firing }) => firing.incidentId ?? []);
    const places = new Map(
      (await parts.incidents.byId(viewer, ids)).map(({ id, position }) => [id, position]),
    );
    for (const { firing, event } of played) {
      if (event.kind !== 'incident' || firing.quiet) continue;
      const purposes = classes.get(event.classCode) ?? [];
      const position = places.get(event.incidentId) ?? event.position;
      const place = { position, ground: { kind: 'incident' as const, purposes } };
      firing.cameras = (await offer(effect, hallOf(rule.areaCode, root), place)).cameras ?? [];
    }
  };

  return async (viewer: Viewer, ask: DryAsk): Promise<DryRun> => {
    requirePermission(viewer, 'linkage.edit');
    const rule = takeInRule(viewer, ask.rule);
    const stretch = stretchOf(ask.day ?? null, clock.now());
    const { stored, saved } = await database.inScope(viewer, async (db) => ({
      stored: await rowsOf(db, viewer, stretch),
      saved: ask.id != null && isUuid(ask.id) ? await ruleById(db, viewer, ask.id) : null,
    }));
    const record = asRecord(rule, saved, viewer);
    const events =
      rule.when.kind === 'time'
        ? momentsAsEvents(record, stretch)
        : toJournalRows(stored.slice(0, mostRows)).flatMap((row) => linkageEventOf(row) ?? []);
    const played = playThrough(record, events);
    const shown = played.slice(-mostShown).reverse();
    await offerFor(record, shown, viewer);
    return {
      ...stretch,
      judged: events.length,
      truncated: stored.length > mostRows,
      triggers: played.reduce((sum, { firing }) => sum + firing.count, 0),
      firingCount: played.length,
      firings: shown.map(({ firing }) => firing),
      unknowable: rule.when.kind === 'unit' ? 'unit-positions' : null,
    };
  };
}

/** A day of the city's clock, as far as it has gone; the last 24 hours where none is named. */
function stretchOf(day: string | null, now: Date): Stretch {
  if (day === null) return { from: new Date(now.getTime() - dayMs), to: now };
  const from = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00+08:00`) : null;
  if (from === null || Number.isNaN(from.getTime()) || from > now) {
    throw new DomainError('invalid-input', `no day gone by: ${day}`, {
      reason: 'no-day',
      details: { field: 'day' },
    });
  }
  return { from, to: new Date(Math.min(from.getTime() + dayMs - 1, now.getTime())) };
}

function rowsOf(db: Reading, viewer: Viewer, { from, to }: Stretch) {
  return db.query<StoredRow>(sql`-- What could have set off a rule then?
    select ${journalColumns} from journal
    where at >= ${from} and at <= ${to} and kind = any(${triggerKinds})
      and ${withinScope(viewer, 'area_code')}
    order by seq limit ${mostRows + 1}`);
}

/** A rule that is saved already is judged where it acts, another where its author stands. */
function asRecord(rule: LinkageRule, saved: RuleRecord | null, viewer: Viewer): RuleRecord {
  return {
    id: saved?.id ?? 'draft',
    areaCode: saved?.areaCode ?? viewer.scopePrefix,
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
  { id, areaCode, rule }: RuleRecord,
  { from, to }: Stretch,
): LinkageEvent[] {
  if (rule.when.kind !== 'time') return [];
  const place = { areaCode: rule.where[0] ?? areaCode, position: null };
  return momentsBetween(rule.when, from, to).map((at, seq) => ({
    ...{ seq, at, ...place, kind: 'noticed', ruleId: id, what: 'time', unitId: null },
  })) as LinkageEvent[];
}

/** The same judgement that runs live, each event judged at the moment it came. */
function playThrough(rule: RuleRecord, events: readonly LinkageEvent[]): Played[] {
  const heard = events.map((event) => ({ event, chain: [] }));
  const ground = { rules: [rule], recent: [], judgedAt: ({ at }: LinkageEvent) => at };
  const byDecision = new Map<number, Played>();
  for (const [index, decision] of decideFirings(heard, ground).entries()) {
    const { event } = decision.heard;
    if (decision.kind === 'fire') byDecision.set(index, { event, firing: dryFiring(rule, event) });
    else if (decision.kind === 'merge') {
      const firing = byDecision.get(Number(decision.into))?.firing;
      if (firing === undefined) continue;
      firing.count += 1;
      if (firing.merged.length < mostMerged) firing.merged.push(triggerOf(event));
    }
  }
  return [...byDecision.values()];
}

function dryFiring(rule: RuleRecord, event: LinkageEvent): DryFiring {
  const { triggerSeq, at, kind, title, areaCode } = triggerOf(event);
  return {
    ...{ triggerSeq, at, kind, title, areaCode },
    incidentId: event.kind === 'incident' ? event.incidentId : null,
    position: event.position,
    count: 1,
    merged: [],
    cameras: [],
    quiet: isQuiet(rule.rule, event.at),
  };
}
