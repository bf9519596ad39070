/** What a move makes of a case: a pure step from facts to facts, so that any history can be told again. */
import type { IncidentState } from '../incident.ts';
import {
  amberOf,
  dueOf,
  extendClock,
  isRunning,
  limitClock,
  limitEnd,
  pauseClock,
  resumeClock,
  startClock,
} from './case-clock.ts';
import type { CaseFacts, Limit, Stage } from './case-facts.ts';
import type { CaseSettings } from './case-settings.ts';
import type { MoveWords } from './judge-move.ts';
import type { CaseMove, CaseMoveName } from './moves.ts';
import type { WorkTime } from './work-calendar.ts';

export type MoveCircumstances = {
  at: Date;
  workTime: WorkTime;
  settings: CaseSettings;
  /** Of the class and condition, used at 立案 and where a case has none yet; of the new class where that is corrected. */
  limit: Limit | null;
};

type Stood = Omit<MoveCircumstances, 'limit'>;

/** The case after a move that has been judged permitted. */
export function takeMove(
  row: CaseMove,
  facts: CaseFacts,
  words: MoveWords,
  circumstances: MoveCircumstances,
): CaseFacts {
  const to = targetOf(row, facts);
  const effect = effects[row.move as CaseMoveName];
  const changed = { ...facts, ...effect?.(facts, words, circumstances) };
  return withDueTimes(enterState(changed, to, circumstances), circumstances);
}

/** States in which a department works at a case, or has done so. */
export const departmentStates: readonly IncidentState[] = [
  'dispatched',
  'processing',
  'suspended',
  'feedback',
  'checking',
  'checked',
];
const disposedStates: readonly IncidentState[] = [
  'feedback',
  'checking',
  'checked',
  'closed',
  'archived',
];
const beforeRegistration: readonly IncidentState[] = [
  'reported',
  'verifying',
  'accepted',
  'rejected',
  'voided',
];

/** A leader's act outside the table: the case is put where it is ordered, and its clock and figures follow. */
export function forceState(facts: CaseFacts, to: IncidentState, stood: Stood): CaseFacts {
  const { at } = stood;
  const isClosed = ['closed', 'archived'].includes(to);
  const changed: CaseFacts = {
    ...facts,
    clock: forcedClock(facts, to, at),
    request: null,
    checkFailed: false,
    registeredAt: beforeRegistration.includes(to) ? facts.registeredAt : (facts.registeredAt ?? at),
    feedbackAt: disposedStates.includes(to) ? (facts.feedbackAt ?? at) : null,
    closedAt: isClosed ? (facts.closedAt ?? at) : null,
  };
  return withDueTimes(enterState(changed, to, stood), stood);
}

/** A case that goes to work without a clock, as one returned before, gets one. */
function forcedClock({ clock, limit }: CaseFacts, to: IncidentState, at: Date) {
  if (clock !== null) {
    return clockStandsIn.includes(to) ? pauseClock(clock, at) : resumeClock(clock, at);
  }
  const works = ['dispatched', 'processing'].includes(to);
  return works && limit !== null ? startClock(limit, at) : null;
}

/** Due times anew, as the calendar in force makes them. While a case is put off nobody knows when it will be due. */
export function withDueTimes(facts: CaseFacts, { workTime, settings }: Omit<Stood, 'at'>) {
  if (facts.clock === null) return { ...facts, amberAt: null };
  const isPutOff = !isRunning(facts.clock) && ['processing', 'suspended'].includes(facts.state);
  const dueAt = isPutOff ? null : dueOf(facts.clock, workTime);
  const { feedback, checking, checked } = settings.stageLimits;
  const closeDueAt =
    dueAt === null
      ? null
      : [feedback, checking, checked].reduce(
          (from, limit) => limitEnd(limit, workTime, from),
          dueAt,
        );
  const amberAt = isRunning(facts.clock) ? amberOf(facts.clock, workTime) : null;
  return { ...facts, dueAt, amberAt, closeDueAt };
}

export function targetOf(row: CaseMove, facts: CaseFacts): IncidentState {
  if (row.to === 'same') return facts.state;
  if (row.to === 'before') return facts.stateBeforeMerge ?? facts.state;
  return row.to;
}

const clockStandsIn: readonly IncidentState[] = [
  'suspended',
  'feedback',
  'checking',
  'checked',
  'closed',
  'archived',
];

type Effect = (
  facts: CaseFacts,
  words: MoveWords,
  circumstances: MoveCircumstances,
) => Partial<CaseFacts>;

const noClock = { clock: null, dueAt: null, closeDueAt: null };
const paused = (facts: CaseFacts, at: Date) => facts.clock && pauseClock(facts.clock, at);
const resumed = (facts: CaseFacts, at: Date) => facts.clock && resumeClock(facts.clock, at);

const effects: Partial<Record<CaseMoveName, Effect>> = {
  verify: (_, { verdict }) => ({ verdict }),
  register: (facts, _, { at, limit, settings }) => {
    const given = facts.limit ?? limit;
    const starts = settings.clockStartsAt === 'registration' && given !== null;
    return {
      registeredAt: facts.registeredAt ?? at,
      limit: given,
      clock: clockAtRegistration(facts, given) ?? (starts ? startClock(given, at) : null),
    };
  },
  // The limit of another class is no limit of this one: the next 立案 names it by its condition. A clock that runs
  // already, as after 退回受理, goes by the class until then.
  correct: (facts, { correction }, { limit }) =>
    correction === null || correction.classCode === null
      ? {}
      : { limit: null, clock: facts.clock && limit && limitClock(facts.clock, limit) },
  dispatch: (facts, { departmentCode }, { at, limit }) => {
    const given = facts.limit ?? limit;
    return {
      departmentCode,
      dispatchedAt: at,
      limit: given,
      clock: facts.clock ?? (given === null ? null : startClock(given, at)),
    };
  },
  // Until it is dispatched anew the department that sent it back still sees what becomes of it. A clock that started
  // with the dispatch starts anew with the next one; one that started with the registration goes on.
  return: (facts, _, { settings }) => ({
    returnCount: facts.returnCount + 1,
    handlerName: null,
    ...(settings.clockStartsAt === 'dispatch' ? noClock : {}),
  }),
  assign: (_, { handlerName }) => ({ handlerName }),
  'ask-extension': (_, { limitValue, note }, { at }) => ({
    request: { kind: 'extension', value: limitValue, note: note ?? '', askedAt: at.getTime() },
  }),
  'ask-deferral': (_, { note }, { at }) => ({
    request: { kind: 'deferral', value: null, note: note ?? '', askedAt: at.getTime() },
  }),
  'grant-extension': (facts) => ({
    request: null,
    clock: facts.clock && extendClock(facts.clock, facts.request?.value ?? 0),
  }),
  'grant-deferral': (facts, _, { at }) => ({ request: null, clock: paused(facts, at) }),
  'refuse-request': () => ({ request: null }),
  'end-deferral': (facts, _, { at }) => ({ clock: resumed(facts, at) }),
  suspend: (facts, _, { at }) => ({ request: null, clock: paused(facts, at) }),
  resume: (facts, _, { at }) => ({ clock: resumed(facts, at) }),
  'feed-back': (facts, _, { at }) => ({ request: null, feedbackAt: at, clock: paused(facts, at) }),
  rework: again,
  'check-failed': () => ({ checkFailed: true }),
  'send-again': again,
  close: (_, __, { at }) => ({ closedAt: at }),
  reopen: (facts) => ({
    reopenCount: facts.reopenCount + 1,
    ...noClock,
    feedbackAt: null,
    closedAt: null,
    verdict: facts.state === 'rejected' ? null : facts.verdict,
  }),
  merge: (facts, { mainIncidentId }) => ({
    mergedInto: mainIncidentId,
    stateBeforeMerge: facts.state,
  }),
  unmerge: () => ({ mergedInto: null, stateBeforeMerge: null }),
  supervise: (_, __, { at }) => ({ supervisedAt: at }),
  'hand-down': (_, { areaCode }) => ({ handledByArea: areaCode }),
  'hand-up': ({ handledByArea }) => ({ handledByArea: aboveOf(handledByArea) }),
};

/** One that has gone by the class alone since its class was corrected goes by the condition from here on. */
function clockAtRegistration({ clock, limit }: CaseFacts, given: Limit | null) {
  return clock !== null && limit === null && given !== null ? limitClock(clock, given) : clock;
}

function again(facts: CaseFacts, _: MoveWords, { at }: MoveCircumstances): Partial<CaseFacts> {
  return {
    reworkCount: facts.reworkCount + 1,
    checkFailed: false,
    feedbackAt: null,
    clock: resumed(facts, at),
  };
}

/** From a village to its township, from a township to the centre. */
function aboveOf(areaCode: string | null): string | null {
  return areaCode !== null && areaCode.length > 9 ? areaCode.slice(0, 9) : null;
}

function enterState(facts: CaseFacts, to: IncidentState, stood: Stood): CaseFacts {
  if (facts.state === to) return facts;
  const { at, settings, workTime } = stood;
  const left = facts.stages[facts.state];
  const stages = { ...facts.stages };
  if (left !== undefined) stages[facts.state] = { ...left, to: at.getTime() };
  stages[to] = stageFrom(to, { at, settings, workTime });
  if (to === 'verifying') stages[to].sendDue = left?.due ?? null;
  return { ...facts, state: to, stages };
}

/** A stay that begins now, with the limit of its stage. */
export function stageFrom(state: IncidentState, { at, settings, workTime }: Stood): Stage {
  const limits: Partial<Record<IncidentState, Limit>> = settings.stageLimits;
  const limit = limits[state];
  const due = limit === undefined ? null : limitEnd(limit, workTime, at).getTime();
  return { from: at.getTime(), due, to: null };
}
