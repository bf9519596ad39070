/**
 * The law of the house as one table: every move of a case, from which states, who may, under which guards, what it
 * asks for, and what it leads to (CJJ/T 106, GB/T 30428.8). Server checks, buttons, documents and tests read this.
 */
import type { IncidentState } from '../incident.ts';
import type { Permission } from '../roles.ts';

/** What must be so before a move; each refusal is named by its guard. */
export const moveGuards = [
  'own-department', // only the department that holds the case
  'at-level', // a case handed down (下派) is handled there, not above
  'verified', // a citizen's report is verified (核实) first
  'no-open-request', // one request at a time
  'extension-asked',
  'deferral-asked',
  'request-open',
  'clock-runs', // not deferred (缓办)
  'clock-stands', // deferred
  'check-not-failed',
  'check-failed', // the 核查 found it wanting
  'merged', // into another case
  'not-merged',
  'handed-down',
] as const;
export type MoveGuard = (typeof moveGuards)[number];

/** What whoever moves must say. */
export const moveNeeds = [
  'note',
  'department',
  'verdict',
  'limit-value',
  'handler',
  'main-case',
  'area',
  'closing-condition',
  'photo',
  'correction',
] as const;
export type MoveNeed = (typeof moveNeeds)[number];

/** What a picture that comes with a move shows: what there was to do, or what was done about it. */
export type PhotoSide = 'before' | 'after';

export type CaseMove = {
  move: string;
  from: readonly IncidentState[];
  /** `same`: the case stays where it is. `before`: where it stood before it was merged. */
  to: IncidentState | 'same' | 'before';
  /** One of these rights. */
  by: readonly Permission[];
  /** Also enough where the city lets the acceptor do it (a setting). */
  byIfAcceptorRegisters?: Permission;
  needs?: readonly MoveNeed[];
  guards?: readonly MoveGuard[];
  /** What its pictures show, where it is a move to show something by. */
  photo?: PhotoSide;
  /** Made at a desk: a picture that the case has already is enough. */
  keptPhotoCounts?: true;
};

const accept = ['incident.accept'] as const;
const register = ['incident.register'] as const;
const dispatch = ['incident.dispatch'] as const;
const dispose = ['incident.dispose'] as const;
const shelve = ['incident.register', 'case.supervise'] as const;
const atLevel = ['at-level'] as const;
const ownWork = ['own-department'] as const;
const open = [
  'registered',
  'dispatched',
  'processing',
  'suspended',
  'feedback',
  'checking',
  'checked',
] as const;

// prettier-ignore
export const caseMoves = [
  // 受理与立案
  { move: 'send-to-verify', from: ['reported'], to: 'verifying', by: accept, guards: atLevel }, // 派发核实
  { move: 'verify', from: ['verifying'], to: 'reported', by: ['incident.report'], needs: ['verdict'], photo: 'before' }, // 核实
  { move: 'accept', from: ['reported'], to: 'accepted', by: accept, guards: ['at-level', 'verified'], photo: 'before', keptPhotoCounts: true }, // 受理
  { move: 'refuse', from: ['reported'], to: 'rejected', by: accept, needs: ['note'], guards: atLevel }, // 不予受理
  { move: 'register', from: ['accepted'], to: 'registered', by: register, byIfAcceptorRegisters: 'incident.accept', guards: atLevel }, // 立案
  { move: 'void', from: ['accepted', 'registered'], to: 'voided', by: register, needs: ['note'], guards: atLevel }, // 作废
  { move: 'correct', from: ['reported', 'accepted'], to: 'same', by: ['incident.accept', 'incident.register'], needs: ['note', 'correction'], guards: atLevel }, // 更正
  // 派遣
  { move: 'dispatch', from: ['registered'], to: 'dispatched', by: dispatch, needs: ['department'], guards: atLevel }, // 派遣
  { move: 'send-back', from: ['registered'], to: 'accepted', by: dispatch, needs: ['note'], guards: atLevel }, // 退回受理
  // 处置
  { move: 'sign', from: ['dispatched'], to: 'processing', by: dispose, guards: ownWork }, // 签收
  { move: 'return', from: ['dispatched'], to: 'registered', by: dispose, needs: ['note'], guards: ownWork, photo: 'before' }, // 退回
  { move: 'assign', from: ['processing'], to: 'same', by: dispose, needs: ['handler'], guards: ownWork }, // 指派
  { move: 'ask-extension', from: ['processing'], to: 'same', by: dispose, needs: ['note', 'limit-value'], guards: ['own-department', 'no-open-request', 'clock-runs'] }, // 申请延期
  { move: 'ask-deferral', from: ['processing'], to: 'same', by: dispose, needs: ['note'], guards: ['own-department', 'no-open-request', 'clock-runs'] }, // 申请缓办
  { move: 'grant-extension', from: ['processing'], to: 'same', by: ['incident.dispatch', 'incident.register'], guards: ['extension-asked'] }, // 同意延期
  { move: 'grant-deferral', from: ['processing'], to: 'same', by: shelve, guards: ['deferral-asked'] }, // 同意缓办
  { move: 'refuse-request', from: ['processing'], to: 'same', by: ['incident.dispatch', 'incident.register'], needs: ['note'], guards: ['request-open'] }, // 不同意
  { move: 'end-deferral', from: ['processing'], to: 'same', by: ['incident.dispose', 'incident.register'], guards: ['own-department', 'clock-stands'] }, // 缓办结束
  { move: 'suspend', from: ['processing'], to: 'suspended', by: shelve, needs: ['note'] }, // 挂账
  { move: 'resume', from: ['suspended'], to: 'processing', by: shelve }, // 恢复处置
  { move: 'feed-back', from: ['processing'], to: 'feedback', by: dispose, guards: ['own-department', 'clock-runs'], photo: 'after' }, // 反馈
  // 核查与结案
  { move: 'rework', from: ['feedback'], to: 'processing', by: dispatch, needs: ['note'], guards: atLevel }, // 返工
  { move: 'send-to-check', from: ['feedback'], to: 'checking', by: accept, guards: atLevel }, // 派发核查
  { move: 'check-passed', from: ['checking'], to: 'checked', by: ['incident.report'], guards: ['check-not-failed'], photo: 'after' }, // 核查通过
  { move: 'check-failed', from: ['checking'], to: 'same', by: ['incident.report'], needs: ['note'], guards: ['check-not-failed'], photo: 'after' }, // 核查不通过
  { move: 'send-again', from: ['checking'], to: 'dispatched', by: dispatch, needs: ['note'], guards: ['at-level', 'check-failed'] }, // 返工派遣
  { move: 'close', from: ['checked'], to: 'closed', by: register, needs: ['closing-condition'], guards: atLevel, photo: 'after' }, // 结案
  { move: 'archive', from: ['closed'], to: 'archived', by: accept }, // 归档
  // 重新办理
  { move: 'reopen', from: ['closed'], to: 'registered', by: register, needs: ['note'] }, // 重新办理
  { move: 'reopen', from: ['rejected'], to: 'reported', by: register, needs: ['note'], guards: ['not-merged'] },
  { move: 'reopen', from: ['voided'], to: 'accepted', by: register, needs: ['note'], guards: ['not-merged'] },
  // 合并
  { move: 'merge', from: ['reported', 'verifying', 'accepted'], to: 'rejected', by: ['incident.accept', 'incident.register'], needs: ['main-case'] }, // 合并
  { move: 'merge', from: ['registered', 'dispatched', 'processing'], to: 'voided', by: register, needs: ['main-case'] },
  { move: 'unmerge', from: ['rejected', 'voided'], to: 'before', by: ['incident.accept', 'incident.register'], guards: ['merged'] }, // 撤销合并
  // 督办与上下级
  { move: 'supervise', from: open, to: 'same', by: ['case.supervise'], needs: ['note'] }, // 督办
  { move: 'hand-down', from: ['reported', 'accepted', 'registered'], to: 'same', by: ['incident.accept', 'incident.dispatch'], needs: ['area'], guards: atLevel }, // 下派
  { move: 'hand-up', from: ['reported', 'accepted', 'registered'], to: 'same', by: ['incident.accept', 'incident.dispatch'], needs: ['note'], guards: ['handed-down'] }, // 上报
] as const satisfies readonly CaseMove[];

export type CaseMoveName = (typeof caseMoves)[number]['move'];
export const caseMoveNames = [...new Set(caseMoves.map(({ move }) => move))];

/** The row of a move in a state, or null where the table has none. */
export function moveFrom(state: IncidentState, move: CaseMoveName): CaseMove | null {
  const rows: readonly CaseMove[] = caseMoves;
  return rows.find((row) => row.move === move && row.from.includes(state)) ?? null;
}

/** What a picture shows that came with a move; those of a report, as of all else, show what there was to do. */
export function photoSideOf(move: string): PhotoSide {
  const rows: readonly CaseMove[] = caseMoves;
  return rows.find((row) => row.move === move)?.photo ?? 'before';
}

/** Moves that a city may ask a picture of. */
export const photoMoves = caseMoveNames.filter((name) =>
  caseMoves.some((row) => row.move === name && 'photo' in row),
);

/** Needs that many cases can be told in one sentence. */
const sharedNeeds: readonly MoveNeed[] = ['note', 'department', 'handler', 'closing-condition'];
/** Of these each is counted, is about another case, or is shown by its own picture: they are said one by one. */
const oneByOne: readonly string[] = ['return', 'merge', 'unmerge', 'rework', 'reopen', 'feed-back'];

/** Whether many cases may make this move at once. */
export function isBulkMove({ move, needs = [] }: CaseMove): boolean {
  return !oneByOne.includes(move) && needs.every((need) => sharedNeeds.includes(need));
}

/** All rows that a state knows, in the order of the table. */
export function movesFrom(state: IncidentState): readonly (CaseMove & { move: CaseMoveName })[] {
  const rows: readonly (CaseMove & { move: CaseMoveName })[] = caseMoves;
  return rows.filter(({ from }) => from.includes(state));
}
