/** What the rules of the loop look at and change: one case as it is now. */
import type { IncidentState, LimitUnit } from '../incident.ts';
import type { CaseClock } from './case-clock.ts';

/** What a 核实 (before 立案) or 核查 (after disposal) found. */
export const verdicts = ['confirmed', 'not-confirmed', 'unable'] as const;
export type Verdict = (typeof verdicts)[number];

export type Limit = { value: number; unit: LimitUnit };

/** What a department asks for and the centre answers: more time (延期) or a standing clock (缓办). */
export type CaseRequest = {
  kind: 'extension' | 'deferral';
  /** More time, in the unit of the case's limit; null for a deferral. */
  value: number | null;
  note: string;
  askedAt: number;
};

/** One stay in a state: from when, until when it should end, until when it did (milliseconds since 1970). */
export type Stage = {
  from: number;
  due: number | null;
  to: number | null;
  /** Of 核实: until when it should have been sent there; the stay before it is written anew once it is back. */
  sendDue?: number | null;
};

export type CaseFacts = {
  state: IncidentState;
  source: string;
  areaCode: string;
  departmentCode: string | null;
  /** The level it was handed down to (下派); null while it is the centre's. */
  handledByArea: string | null;
  /** Whom the department has put on it. */
  handlerName: string | null;
  verdict: Verdict | null;
  /** Set once a 核查 has found the disposal wanting, until it is sent again. */
  checkFailed: boolean;
  request: CaseRequest | null;
  limit: Limit | null;
  clock: CaseClock | null;
  registeredAt: Date | null;
  dispatchedAt: Date | null;
  /** For disposal. */
  dueAt: Date | null;
  /** From when on less than a fifth of the time is left; null while the clock stands. */
  amberAt: Date | null;
  /** For closing: the disposal's due time and the limits of the stages after it. */
  closeDueAt: Date | null;
  feedbackAt: Date | null;
  closedAt: Date | null;
  supervisedAt: Date | null;
  mergedInto: string | null;
  stateBeforeMerge: IncidentState | null;
  reworkCount: number;
  returnCount: number;
  reopenCount: number;
  stages: Partial<Record<IncidentState, Stage>>;
};

export function newCase(facts: { source: string; areaCode: string; at: Date }): CaseFacts {
  return {
    state: 'reported',
    source: facts.source,
    areaCode: facts.areaCode,
    departmentCode: null,
    handledByArea: null,
    handlerName: null,
    verdict: null,
    checkFailed: false,
    request: null,
    limit: null,
    clock: null,
    registeredAt: null,
    dispatchedAt: null,
    dueAt: null,
    amberAt: null,
    closeDueAt: null,
    feedbackAt: null,
    closedAt: null,
    supervisedAt: null,
    mergedInto: null,
    stateBeforeMerge: null,
    reworkCount: 0,
    returnCount: 0,
    reopenCount: 0,
    stages: { reported: { from: facts.at.getTime(), due: null, to: null } },
  };
}
