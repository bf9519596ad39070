/** What rules did lately, as the journal tells it: the hall carries it out and says so. */
import { linkageJournalKinds, type EffectOutcome, type LonLat } from 'grid-data';
import type { JournalEntry } from '#journal/journal-state.ts';
import { createStore } from '#ui/create-store.ts';

export type HeardFiring = {
  id: string;
  ruleId: string;
  /** Empty for the first rule, which has its name from the words. */
  ruleName: string;
  ruleAreaCode: string;
  triggerSeq: number;
  triggerKind: string;
  incidentId: string | null;
  /** 1 the gravest; null where what set it off has none. */
  grade: number | null;
  title: string | null;
  position: LonLat | null;
  firedMs: number;
  /** When it was told of last, by the server's clock: more of the same is counted in. */
  toldMs: number;
  count: number;
  outcomes: readonly EffectOutcome[];
  /** The word of it came just now: only then does anything open, move or sound. */
  fresh: boolean;
};

export const freshMs = 60_000;
/** For so long after its last word a firing is told of in the hall. */
const toldForMs = 120_000;
const mostHeard = 200;

export const heardFirings = createStore<{ firings: readonly HeardFiring[] }>({ firings: [] });

type Row = Pick<JournalEntry, 'kind' | 'at' | 'payload' | 'position'>;

/** Null where the row tells of no firing. */
export function firingOf(row: Row, now: number): HeardFiring | null {
  if (row.kind !== 'linkage.fired') return null;
  const told = linkageJournalKinds['linkage.fired'].payload.safeParse(row.payload);
  if (!told.success) return null;
  const { firingId, ruleId, ruleName, ruleAreaCode, triggerSeq, triggerKind } = told.data;
  const { incidentId, grade, title, count, outcomes } = told.data;
  const firedMs = Date.parse(row.at);
  return {
    ...{ id: firingId, ruleId, ruleName, ruleAreaCode, triggerSeq, triggerKind },
    ...{ incidentId, grade, title, count, outcomes, firedMs, toldMs: firedMs },
    position: row.position ? [row.position.longitude, row.position.latitude] : null,
    fresh: now - firedMs < freshMs,
  };
}

/** The firings after one more row; what was told of too long ago leaves. */
export function afterRow(
  firings: readonly HeardFiring[],
  row: Row,
  now: number,
): readonly HeardFiring[] {
  const kept = stillTold(firings, now);
  const fired = firingOf(row, now);
  if (fired) {
    if (now - fired.toldMs > toldForMs) return kept;
    return [...kept.filter(({ id }) => id !== fired.id), fired].slice(-mostHeard);
  }
  if (row.kind === 'linkage.merged') {
    const grown = linkageJournalKinds['linkage.merged'].payload.safeParse(row.payload);
    if (!grown.success) return kept;
    const { firingId, count } = grown.data;
    return change(kept, firingId, { count, toldMs: Date.parse(row.at) });
  }
  if (row.kind === 'linkage.carried-out') {
    const done = linkageJournalKinds['linkage.carried-out'].payload.safeParse(row.payload);
    if (!done.success) return kept;
    const { firingId, outcome } = done.data;
    const firing = kept.find(({ id }) => id === firingId);
    return firing ? change(kept, firingId, { outcomes: settled(firing.outcomes, outcome) }) : kept;
  }
  return kept;
}

/** The first of its kind that still waits is the one this is the end of. */
function settled(outcomes: readonly EffectOutcome[], outcome: EffectOutcome): EffectOutcome[] {
  const index = outcomes.findIndex(
    ({ kind, state }) => kind === outcome.kind && state === 'pending',
  );
  return outcomes.map((each, at) => (at === index ? outcome : each));
}

export function stillTold(firings: readonly HeardFiring[], now: number): readonly HeardFiring[] {
  return firings.every(({ toldMs }) => now - toldMs <= toldForMs)
    ? firings
    : firings.filter(({ toldMs }) => now - toldMs <= toldForMs);
}

function change(
  firings: readonly HeardFiring[],
  firingId: string,
  part: Partial<HeardFiring>,
): readonly HeardFiring[] {
  return firings.map((firing) => (firing.id === firingId ? { ...firing, ...part } : firing));
}

/** One rule's firings as one thing to be told: a storm is a number that grows, not a row for each. */
export type RuleNews = {
  ruleId: string;
  ruleName: string;
  /** Newest first. */
  firings: readonly HeardFiring[];
  /** Rows of the journal that set the rule off. */
  count: number;
};

/** Rules that did something lately, the one heard of last first. */
export function newsByRule(firings: readonly HeardFiring[]): RuleNews[] {
  const byRule = Map.groupBy(firings, ({ ruleId }) => ruleId);
  const news = [...byRule].map(([ruleId, all]) => ({
    ruleId,
    ruleName: all.at(-1)?.ruleName ?? '',
    firings: all.toReversed(),
    count: all.reduce((sum, { count }) => sum + count, 0),
  }));
  const lastWord = ({ firings: all }: RuleNews) => Math.max(...all.map(({ toldMs }) => toldMs));
  return news.sort((a, b) => lastWord(b) - lastWord(a));
}
