/** 调阅申请: the permission to look at recorded video, its grounds in law, and who may give it. */
import type { CameraOwner } from './camera.ts';
import type { Role } from './roles.ts';

export const legalBases = [
  'criminal-case', // 刑事案件收集、调取证据
  'administrative-case', // 治安、行政案件调查
  'supervision-case', // 监察机关调查
  'emergency-response', // 突发事件处置
  'statutory-duty', // 国家机关依法履行其他法定职责
  'person-concerned', // 本人或监护人、近亲属, 经管理单位同意
] as const;
export type LegalBasis = (typeof legalBases)[number];

/** The law, and its article where we have read it; null is shown as "see the official text", never guessed. */
export const clauseOf: Readonly<Record<LegalBasis, { law: string; article: number | null }>> = {
  'criminal-case': { law: 'criminal-procedure-law', article: 54 },
  'administrative-case': { law: 'public-security-penalties-law', article: null },
  'supervision-case': { law: 'supervision-law', article: 18 },
  'emergency-response': { law: 'emergency-response-law', article: null },
  'statutory-duty': { law: 'decree-799', article: null },
  'person-concerned': { law: 'decree-799', article: null },
};

/** For whom it is asked. A person concerned or a guardian is written down by an officer, and the manager consents. */
export const viewApplicants = ['officer', 'person-concerned', 'guardian'] as const;
export type ViewApplicant = (typeof viewApplicants)[number];

export const viewRequestStates = [
  'requested', // 待审批
  'approved', // 已批准
  'refused', // 不予批准
  'expired', // 已过期
  'revoked', // 已撤销
] as const;
export type ViewRequestState = (typeof viewRequestStates)[number];

export type ViewRequestMove = 'approve' | 'refuse' | 'revoke' | 'expire';

const moves: Record<ViewRequestMove, { from: readonly ViewRequestState[]; to: ViewRequestState }> =
  {
    approve: { from: ['requested'], to: 'approved' },
    refuse: { from: ['requested'], to: 'refused' },
    revoke: { from: ['requested', 'approved'], to: 'revoked' },
    expire: { from: ['requested', 'approved'], to: 'expired' },
  };

/** Where a move leads from a state; null where it is not permitted. */
export function viewRequestAfter(
  state: ViewRequestState,
  move: ViewRequestMove,
): ViewRequestState | null {
  return moves[move].from.includes(state) ? moves[move].to : null;
}

export type GrantTimes = {
  state: ViewRequestState;
  emergency: boolean;
  /** Until when an emergency must have its approval. */
  approveBy: Date | null;
  validUntil: Date;
};

/** Whether recorded video may be looked at now: approved, or an emergency whose time for approval still runs. */
export function grantsPlayback({ state, emergency, ...times }: GrantTimes, now: Date): boolean {
  if (now >= times.validUntil) return false;
  if (state === 'approved') return true;
  return state === 'requested' && emergency && times.approveBy !== null && now < times.approveBy;
}

/** Sound waits for the approval, in an emergency too: to see what happens is urgent, to hear who says what is not. */
export function grantsSound({
  state,
  sound,
}: Pick<GrantTimes, 'state'> & { sound: boolean }): boolean {
  return sound && state === 'approved';
}

/** Why a request that runs out is over: without its approval an emergency was never in order. */
export type ExpiryReason = 'approval-overdue' | 'never-decided' | 'time-over';

export function expiryOf(request: GrantTimes, now: Date): ExpiryReason | null {
  const { state, emergency, approveBy, validUntil } = request;
  if (state === 'requested' && emergency && approveBy !== null && now >= approveBy) {
    return 'approval-overdue';
  }
  if (now < validUntil) return null;
  if (state === 'approved') return 'time-over';
  return state === 'requested' ? 'never-decided' : null;
}

export const viewRequestLimits = {
  cameras: 9,
  windowHours: 72,
  validDays: 7,
  emergencyApprovalHours: 24,
} as const;

/** The department that answers for an owner's cameras. */
const departmentOfOwner: Partial<Record<CameraOwner, string>> = {
  'public-security': 'public-security',
  'city-management': 'city-management',
  traffic: 'traffic-police',
};

export type Approver = { role: Role; departmentCode: string | null; standsAtRoot: boolean };

/**
 * Whether somebody may speak for the owner of a camera. An owner's department speaks for its own; a leader speaks for
 * every owner, but for public security only where he stands above all townships; a shift leader never for the police.
 */
export function speaksForOwner({ role, departmentCode, standsAtRoot }: Approver, owner: string) {
  if (role === 'department') {
    return departmentCode !== null && departmentOfOwner[owner as CameraOwner] === departmentCode;
  }
  const isPolice = owner === 'public-security';
  if (role === 'leader') return !isPolice || standsAtRoot;
  return role === 'shift-leader' && !isPolice;
}

/** Codes nest by three digits below the county: the smallest area that holds all of these. */
export function areaAround(areaCodes: readonly string[]): string {
  const [first = '', ...others] = areaCodes;
  for (const length of [12, 9, 6]) {
    const code = first.slice(0, length);
    if (code.length === length && others.every((each) => each.startsWith(code))) return code;
  }
  return '';
}

/** Departments that speak for an owner of these cameras. */
export function departmentsOfOwners(owners: readonly string[]): string[] {
  const departments = owners.flatMap((owner) => departmentOfOwner[owner as CameraOwner] ?? []);
  return [...new Set(departments)].sort();
}
