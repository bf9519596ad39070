/**
 * Judges each new row of the journal by all rules, once: rows are taken and what comes of them is written in one
 * transaction, so that a restart in the middle loses nothing and does nothing twice, and several servers share the work.
 */
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { readJournalAfter, readJournalHead } from '#journal/read-journal.ts';
import { triggerKinds, type Clock } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { markTold, recentFirings } from '../firing-queries.ts';
import { causeOf, type FiringRecord, type RuleRecord } from '../linkage-record.ts';
import { rules } from '../rule-queries.ts';
import { decideFirings, gradeOf, type Decision, type Heard } from './decide-firings.ts';
import { engineViewer, hearEvents } from './hear-events.ts';
import type { Plan } from './plan-outcomes.ts';
import { kindOf, takeRows, titleOf, writeFirings } from './write-firings.ts';

const pageSize = 500;
/** How far the kept place may lag behind where nothing set anything off: judging these rows again changes nothing. */
const longestLag = 2_000;
/** A storm is told of at most so often for each firing. */
export const tellEveryMs = 5_000;

type EngineParts = {
  database: Database;
  clock: Clock;
  journal: Pick<JournalReader, 'onEntries'>;
  plan: (asked: {
    rule: RuleRecord;
    event: Heard['event'];
    recent: readonly FiringRecord[];
    now: Date;
  }) => Promise<Plan>;
  /** After something was written: effects that other services carry out. */
  carryOut: () => Promise<void>;
};

export class LinkageEngine {
  readonly #parts: EngineParts;
  #kept = 0;
  #judged = 0;
  #wanted = false;
  #chores = false;
  #running: Promise<void> | null = null;
  #forget: () => void = () => {};
  #timer: NodeJS.Timeout | null = null;
  #failure: Error | null = null;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { database, journal } = this.#parts;
    await database.write(engineViewer, async (tx) => {
      await tx.query(sql`-- Where does the very first start begin? After all there is.
        insert into linkage_reader (seq) values (${await readJournalHead(tx)}) on conflict do nothing`);
    });
    await this.#readPlace();
    this.#forget = journal.onEntries((rows) => {
      if (rows.some(maySetOff)) this.look();
    });
    this.#timer = setInterval(() => this.look({ chores: true }), tellEveryMs / 2);
    this.look({ chores: true });
  }

  async stop(): Promise<void> {
    this.#forget();
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  /** Why rules are not judged now; null while they are. */
  failure(): Error | null {
    return this.#failure;
  }

  /** Chores: telling of firings that grew, carrying out what waits. */
  look({ chores = false } = {}): void {
    this.#wanted = true;
    this.#chores ||= chores;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Everything that stands in the journal is judged, told and carried out. */
  async settle(): Promise<void> {
    this.look({ chores: true });
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        while (await this.#judgePage());
        if (this.#chores) {
          this.#chores = false;
          await this.#tellGrown();
          await this.#parts.carryOut();
        }
        this.#failure = null;
      } catch (error) {
        // The rows stay where they are: the next look judges them.
        this.#failure = error as Error;
        await this.#readPlace().catch(() => {});
      }
    }
  }

  async #readPlace(): Promise<void> {
    const [row] = await this.#parts.database.inScope(engineViewer, (db) =>
      db.query<{ seq: number }>(sql`-- Up to where are rows judged?
        select seq from linkage_reader`),
    );
    this.#kept = row?.seq ?? 0;
    this.#judged = this.#kept;
  }

  /** Answers whether more rows wait. */
  async #judgePage(): Promise<boolean> {
    const { database, clock } = this.#parts;
    const now = clock.now();
    const { page, decisions, recent } = await database.inScope(engineViewer, async (db) => {
      const read = await readJournalAfter(db, engineViewer, {
        afterSeq: this.#judged,
        limit: pageSize,
      });
      const known = (await rules(db, engineViewer)).filter(
        ({ enabled, stopped }) => enabled && stopped === null,
      );
      const heard = await hearEvents(db, read.rows.filter(maySetOff));
      if (heard.length === 0) return { page: read, decisions: [], recent: [] };
      const done = await recentFirings(db, {
        ruleIds: known.map(({ id }) => id),
        since: new Date(now.getTime() - longestPauseMs(known)),
      });
      return {
        page: read,
        decisions: decideFirings(heard, { rules: known, recent: done, judgedAt: () => now }),
        recent: done,
      };
    });
    if (page.lastSeq === this.#judged) return false;
    const lag = page.lastSeq - this.#kept;
    if (decisions.length === 0 && lag < longestLag) {
      this.#judged = page.lastSeq;
      return page.isFull;
    }
    const firings = await this.#planAll(decisions, recent, now);
    const taken = await database.write(engineViewer, async (tx) => {
      if (!(await takeRows(tx, this.#kept, page.lastSeq))) return false;
      await writeFirings(tx, decisions, firings);
      return true;
    });
    if (!taken) {
      await this.#readPlace();
      return true;
    }
    this.#kept = page.lastSeq;
    this.#judged = page.lastSeq;
    if (firings.size > 0) this.#chores = true;
    return page.isFull;
  }

  async #planAll(decisions: readonly Decision[], recent: FiringRecord[], now: Date) {
    const firings = new Map<number, FiringRecord>();
    const before = [...recent];
    for (const [index, decision] of decisions.entries()) {
      if (decision.kind !== 'fire') continue;
      const { rule, heard } = decision;
      const plan = await this.#parts.plan({ rule, event: heard.event, recent: before, now });
      const firing = firingOf(rule, heard, { plan, now });
      firings.set(index, firing);
      before.push(firing);
    }
    return firings;
  }

  async #tellGrown(): Promise<void> {
    const { database, clock } = this.#parts;
    const at = clock.now();
    await database.write(engineViewer, async (tx) => {
      const grown = await markTold(tx, { before: new Date(at.getTime() - tellEveryMs), at });
      for (const firing of grown) {
        tx.record({
          kind: 'linkage.merged',
          areaCode: firing.areaCode,
          subjectKind: 'linkage-rule',
          subjectId: firing.ruleId,
          payload: { ...causeOf(firing), count: firing.count, lastSeq: firing.lastSeq },
        });
      }
    });
  }
}

const maySetOff = ({ kind }: JournalRow): boolean => triggerKinds.some((known) => known === kind);

/** As far back as merging, limits and mutes look. */
function longestPauseMs(known: readonly RuleRecord[]): number {
  const seconds = known.flatMap(({ rule }) => [
    rule.mergeSeconds,
    ...rule.effects.map((effect) => (effect.kind === 'sound' ? effect.muteSeconds : 0)),
  ]);
  return Math.max(60, ...seconds) * 1000;
}

function firingOf(
  rule: RuleRecord,
  { event, chain }: Heard,
  { plan, now }: { plan: Plan; now: Date },
): FiringRecord {
  return {
    id: randomUUID(),
    ruleId: rule.id,
    ruleVersion: rule.version,
    ruleName: rule.name,
    ruleAreaCode: rule.areaCode,
    areaCode: event.areaCode,
    triggerSeq: event.seq,
    triggerKind: kindOf(event),
    incidentId: event.kind === 'incident' ? event.incidentId : null,
    title: titleOf(event),
    grade: gradeOf(event),
    longitude: plan.position?.longitude ?? null,
    latitude: plan.position?.latitude ?? null,
    firedAt: now,
    count: 1,
    lastSeq: event.seq,
    chain: [...chain],
    effects: rule.rule.effects,
    outcomes: plan.outcomes,
  };
}
