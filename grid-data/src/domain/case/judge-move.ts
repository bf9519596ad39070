/** Whether a move may be made now, by whom asks, and why not. */
import type { Permission } from '../roles.ts';
import { isRunning } from './case-clock.ts';
import type { CaseFacts, Verdict } from './case-facts.ts';
import type { CaseSettings } from './case-settings.ts';
import { correctedFields, type Correction } from './correction.ts';
import type { CaseMove, MoveGuard, MoveNeed } from './moves.ts';

/** Who would move it. */
export type Mover = {
  permissions: ReadonlySet<Permission>;
  /** Set for whoever is bound to a department's cases. */
  departmentCode: string | null;
  /** The area stood at; the whole county's is ''. */
  scopePrefix: string;
};

export type MoveRefusal = 'permission-missing' | MoveGuard;

/** What is said with a move; what a move does not need is not looked at. */
export type MoveWords = {
  note: string | null;
  departmentCode: string | null;
  verdict: Verdict | null;
  /** More time asked for, in the unit of the limit. */
  limitValue: number | null;
  handlerName: string | null;
  mainIncidentId: string | null;
  areaCode: string | null;
  closingConditionMet: boolean;
  correction: Correction | null;
};

export const noWords: MoveWords = {
  note: null,
  departmentCode: null,
  verdict: null,
  limitValue: null,
  handlerName: null,
  mainIncidentId: null,
  areaCode: null,
  closingConditionMet: false,
  correction: null,
};

/** The first reason that stands against a move, or null where nothing does. */
export function judgeMove(
  row: CaseMove,
  facts: CaseFacts,
  mover: Mover,
  settings: CaseSettings,
): MoveRefusal | null {
  if (!mayMove(row, mover, settings)) return 'permission-missing';
  return row.guards?.find((guard) => !holds(guard, facts, mover, settings)) ?? null;
}

/** What a move asks for: by the table, and a picture where the city asks one of it. */
export function needsOf(row: CaseMove, { photoMoves }: Pick<CaseSettings, 'photoMoves'>) {
  const needs: readonly MoveNeed[] = row.needs ?? [];
  const isShown = row.photo !== undefined && photoMoves.some((move) => move === row.move);
  return isShown ? [...needs, 'photo' as const] : needs;
}

/** What comes with a move beside its words. */
export type MoveBrings = { settings: Pick<CaseSettings, 'photoMoves'>; photos: number };

/** What a move asks for and has not been told. A department not named is the rule's to pick. */
export function missingNeeds(row: CaseMove, words: MoveWords, brings: MoveBrings): MoveNeed[] {
  return needsOf(row, brings.settings).filter((need) =>
    need === 'photo' ? brings.photos === 0 : !isSaid(need, words),
  );
}

function mayMove(row: CaseMove, mover: Mover, settings: CaseSettings): boolean {
  if (row.by.some((permission) => mover.permissions.has(permission))) return true;
  const also = row.byIfAcceptorRegisters;
  return also !== undefined && settings.acceptorRegisters && mover.permissions.has(also);
}

function holds(guard: MoveGuard, facts: CaseFacts, mover: Mover, settings: CaseSettings): boolean {
  switch (guard) {
    case 'own-department':
      return (
        !mover.permissions.has('incident.dispose') || mover.departmentCode === facts.departmentCode
      );
    case 'at-level':
      return facts.handledByArea === null || mover.scopePrefix.startsWith(facts.handledByArea);
    case 'verified':
      return (
        facts.verdict === 'confirmed' ||
        !settings.verifySources.some((source) => source === facts.source)
      );
    case 'no-open-request':
      return facts.request === null;
    case 'extension-asked':
      return facts.request?.kind === 'extension';
    case 'deferral-asked':
      return facts.request?.kind === 'deferral';
    case 'request-open':
      return facts.request !== null;
    case 'clock-runs':
      return facts.clock === null || isRunning(facts.clock);
    case 'clock-stands':
      return facts.clock !== null && !isRunning(facts.clock);
    case 'check-not-failed':
      return !facts.checkFailed;
    case 'check-failed':
      return facts.checkFailed;
    case 'merged':
      return facts.mergedInto !== null;
    case 'not-merged':
      return facts.mergedInto === null;
    case 'handed-down':
      return facts.handledByArea !== null;
  }
}

function isSaid(need: Exclude<MoveNeed, 'photo'>, words: MoveWords): boolean {
  switch (need) {
    case 'note':
      return words.note !== null;
    case 'department':
      return words.departmentCode !== null;
    case 'verdict':
      return words.verdict !== null;
    case 'limit-value':
      return words.limitValue !== null;
    case 'handler':
      return words.handlerName !== null;
    case 'main-case':
      return words.mainIncidentId !== null;
    case 'area':
      return words.areaCode !== null;
    case 'closing-condition':
      return words.closingConditionMet;
    case 'correction':
      return words.correction !== null && correctedFields(words.correction).length > 0;
  }
}
