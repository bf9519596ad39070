/** Who may turn a camera: one holder at a time, the others in a queue that all who look can see. */
import type { Role } from './roles.ts';

/** From the least to the first: a commander in an emergency may take over, the others wait their turn. */
export const ptzRanks = ['routine', 'case', 'command', 'emergency-command'] as const;
export type PtzRank = (typeof ptzRanks)[number];

/** A page says every 3 s that it is still there; a dead one has lost its lease well before the promised 10 s. */
export const leaseHeartbeatMs = 3_000;
export const leaseSilenceMs = 8_000;
/** While others wait, a camera is not held without being turned. */
export const leaseIdleMs = 60_000;

export type PtzClaim = {
  /** The running look that the claim hangs on. */
  viewId: string;
  holderName: string;
  rank: PtzRank;
  claimedAtMs: number;
  /** The page's last word. */
  heardAtMs: number;
  /** When it last turned the camera, or got the lease. */
  usedAtMs: number;
};

export const leaseChanges = ['taken', 'taken-over', 'released', 'expired', 'passed-on'] as const;
export type LeaseChange = (typeof leaseChanges)[number];

/** What happened to a lease last: shown to all who look, so that nobody wonders why the camera turns. */
export type LeaseNotice = {
  change: LeaseChange;
  /** Who has it now; null for nobody. */
  holderName: string | null;
  formerName: string | null;
  atMs: number;
};

export type PtzLease = {
  holder: PtzClaim | null;
  /** Higher ranks first, then who asked first. */
  queue: readonly PtzClaim[];
  notice: LeaseNotice | null;
};

export const freeLease: PtzLease = { holder: null, queue: [], notice: null };

export type RankGround = {
  role: Role;
  /** Whether the post of leader or shift leader is held. */
  onDuty: boolean;
  /** Whether the look rests on a case. */
  forIncident: boolean;
  /** A look for the purpose of emergency, or for a case of grade 1 or 2 (特别重大, 重大). */
  inEmergency: boolean;
};

export function ptzRankOf({ role, onDuty, forIncident, inEmergency }: RankGround): PtzRank {
  const commands = role === 'leader' || role === 'shift-leader' || onDuty;
  if (commands) return inEmergency ? 'emergency-command' : 'command';
  return forIncident ? 'case' : 'routine';
}

/** Only a command in an emergency goes before somebody who is turning the camera, and only over less than itself. */
export function mayTakeOver(rank: PtzRank, holder: PtzClaim | null): boolean {
  return holder !== null && rank === 'emergency-command' && holder.rank !== 'emergency-command';
}

export type NewClaim = Pick<PtzClaim, 'viewId' | 'holderName' | 'rank'>;

/** Takes a free camera, or a place in the queue; a claim that stands is kept alive. */
export function claimLease(lease: PtzLease, claim: NewClaim, nowMs: number): PtzLease {
  const known = claimOf(lease, claim.viewId);
  if (known !== null) return replaceClaim(lease, { ...known, rank: claim.rank, heardAtMs: nowMs });
  const made = { ...claim, claimedAtMs: nowMs, heardAtMs: nowMs, usedAtMs: nowMs };
  if (lease.holder !== null) return { ...lease, queue: inOrder([...lease.queue, made]) };
  return handOver({ ...lease, queue: inOrder([...lease.queue, made]) }, 'taken', nowMs);
}

/** The holder goes back to the head of its rank in the queue, and is told who took over. */
export function takeLeaseOver(lease: PtzLease, claim: NewClaim, nowMs: number): PtzLease {
  const { holder } = lease;
  if (holder === null || holder.viewId === claim.viewId) return claimLease(lease, claim, nowMs);
  const made = {
    ...(claimOf(lease, claim.viewId) ?? { claimedAtMs: nowMs }),
    ...claim,
    heardAtMs: nowMs,
    usedAtMs: nowMs,
  };
  const waiting = lease.queue.filter(({ viewId }) => viewId !== claim.viewId);
  return {
    holder: made,
    queue: inOrder([holder, ...waiting]),
    notice: noticeOf('taken-over', made, holder, nowMs),
  };
}

export function dropClaim(lease: PtzLease, viewId: string, nowMs: number): PtzLease {
  if (lease.holder?.viewId === viewId) return handOver(lease, 'released', nowMs);
  return { ...lease, queue: lease.queue.filter((claim) => claim.viewId !== viewId) };
}

/** The holder has turned the camera. */
export function useLease(lease: PtzLease, nowMs: number): PtzLease {
  return lease.holder === null
    ? lease
    : { ...lease, holder: { ...lease.holder, usedAtMs: nowMs, heardAtMs: nowMs } };
}

/** Lets go of whoever fell silent, and of who holds without turning while others wait. The same lease where none did. */
export function expireLease(lease: PtzLease, nowMs: number): PtzLease {
  const isSilent = (claim: PtzClaim) => nowMs - claim.heardAtMs >= leaseSilenceMs;
  const queue = lease.queue.filter((claim) => !isSilent(claim));
  const kept = queue.length === lease.queue.length ? lease : { ...lease, queue };
  const { holder } = kept;
  if (holder === null) return kept;
  if (isSilent(holder)) return handOver(kept, 'expired', nowMs);
  const isIdle = nowMs - holder.usedAtMs >= leaseIdleMs;
  return isIdle && queue.length > 0 ? handOver(kept, 'passed-on', nowMs) : kept;
}

export function claimOf({ holder, queue }: PtzLease, viewId: string): PtzClaim | null {
  if (holder?.viewId === viewId) return holder;
  return queue.find((claim) => claim.viewId === viewId) ?? null;
}

/** To the first in the queue, or to nobody. */
function handOver(lease: PtzLease, change: LeaseChange, nowMs: number): PtzLease {
  const [first = null, ...queue] = lease.queue;
  const holder = first && { ...first, usedAtMs: nowMs };
  return { holder, queue, notice: noticeOf(change, holder, lease.holder, nowMs) };
}

function noticeOf(
  change: LeaseChange,
  holder: PtzClaim | null,
  former: PtzClaim | null,
  atMs: number,
): LeaseNotice {
  const formerName = former?.holderName ?? null;
  return { change, holderName: holder?.holderName ?? null, formerName, atMs };
}

function replaceClaim(lease: PtzLease, claim: PtzClaim): PtzLease {
  if (lease.holder?.viewId === claim.viewId) return { ...lease, holder: claim };
  const others = lease.queue.filter(({ viewId }) => viewId !== claim.viewId);
  return { ...lease, queue: inOrder([...others, claim]) };
}

function inOrder(claims: readonly PtzClaim[]): PtzClaim[] {
  const rank = (claim: PtzClaim) => ptzRanks.indexOf(claim.rank);
  return claims.toSorted((a, b) => rank(b) - rank(a) || a.claimedAtMs - b.claimedAtMs);
}
