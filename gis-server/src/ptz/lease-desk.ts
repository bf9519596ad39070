/**
 * The leases of all cameras that somebody turns or waits for. They live in this process, beside the gateway's link: a
 * lease is worth ten seconds, and after a restart every page claims anew.
 */
import {
  claimLease,
  claimOf,
  dropClaim,
  DomainError,
  expireLease,
  freeLease,
  mayTakeOver,
  ptzRankOf,
  takeLeaseOver,
  useLease,
  type Clock,
  type NewClaim,
  type PtzClaim,
  type PtzLease,
} from 'grid-data';
import type { HeadOfCamera, LeaseFace, RunningLook } from './ptz-record.ts';

export type LeaseChanged = {
  head: HeadOfCamera;
  before: PtzLease;
  after: PtzLease;
  /** Whose act it was; null where time alone did it. */
  by: RunningLook | null;
};

type Known = { head: HeadOfCamera; lease: PtzLease };

/** How long it stays to be read what happened to a lease that nobody has any more. */
const noticeMs = 60_000;

export class LeaseDesk {
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();
  /** The look behind each claim. */
  readonly #looks = new Map<string, RunningLook>();
  #onChange: (change: LeaseChanged) => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  onChange(act: (change: LeaseChanged) => void): void {
    this.#onChange = act;
  }

  /** Claims, waits in the queue, or keeps alive what was claimed. */
  hold(look: RunningLook): PtzLease {
    this.#looks.set(look.viewId, look);
    return this.#change(look.head, look, (lease, now) => claimLease(lease, claimBy(look), now));
  }

  takeOver(look: RunningLook): PtzLease {
    const { holder } = this.leaseOf(look.head.cameraId);
    const claim = claimBy(look);
    if (holder !== null && holder.viewId !== look.viewId && !mayTakeOver(claim.rank, holder)) {
      throw new DomainError('not-allowed', 'only a command in an emergency takes over', {
        reason: 'not-in-command',
        details: { holderName: holder.holderName },
      });
    }
    this.#looks.set(look.viewId, look);
    return this.#change(look.head, look, (lease, now) => takeLeaseOver(lease, claim, now));
  }

  drop(viewId: string): void {
    for (const { head, lease } of this.#known.values()) {
      if (claimOf(lease, viewId) === null) continue;
      const by = this.#looks.get(viewId) ?? null;
      this.#change(head, by, (known, now) => dropClaim(known, viewId, now));
    }
  }

  used(head: HeadOfCamera): void {
    this.#change(head, null, useLease);
  }

  /** Lets go of whoever fell silent. */
  expire(): void {
    const now = this.#clock.now().getTime();
    for (const [cameraId, { head, lease }] of this.#known) {
      this.#change(head, null, expireLease);
      const isOver = lease.notice === null || now - lease.notice.atMs > noticeMs;
      if (lease.holder === null && lease.queue.length === 0 && isOver) this.#known.delete(cameraId);
    }
  }

  leaseOf(cameraId: string): PtzLease {
    return this.#known.get(cameraId)?.lease ?? freeLease;
  }

  /** Throws where this look does not hold the camera. */
  requireHeld(look: RunningLook): void {
    const { holder } = this.leaseOf(look.head.cameraId);
    if (holder?.viewId === look.viewId) return;
    throw new DomainError('conflict', 'this look does not hold the camera', {
      reason: holder === null ? 'lease-missing' : 'held-by-other',
      details: { holderName: holder?.holderName ?? null },
    });
  }

  /** Who else holds it, for what rests on no look. */
  otherHolder(cameraId: string, sessionId: string): PtzClaim | null {
    const { holder } = this.leaseOf(cameraId);
    return holder !== null && this.#looks.get(holder.viewId)?.sessionId !== sessionId
      ? holder
      : null;
  }

  faceFor(sessionId: string, cameraId: string): LeaseFace {
    const { holder, queue, notice } = this.leaseOf(cameraId);
    const face = (claim: PtzClaim) => ({
      holderName: claim.holderName,
      rank: claim.rank,
      own: this.#looks.get(claim.viewId)?.sessionId === sessionId,
    });
    const own = queue.find((claim) => this.#looks.get(claim.viewId)?.sessionId === sessionId);
    return {
      cameraId,
      holder: holder && face(holder),
      queue: queue.map(face),
      notice: notice && { ...notice, at: new Date(notice.atMs) },
      mayTakeOver: own !== undefined && mayTakeOver(own.rank, holder),
    };
  }

  #change(
    head: HeadOfCamera,
    by: RunningLook | null,
    act: (lease: PtzLease, nowMs: number) => PtzLease,
  ): PtzLease {
    const before = this.leaseOf(head.cameraId);
    const after = act(before, this.#clock.now().getTime());
    this.#known.set(head.cameraId, { head, lease: after });
    if (whoIn(before) === whoIn(after)) return after;
    this.#onChange({ head, before, after, by });
    for (const claim of [before.holder, ...before.queue]) {
      if (claim !== null && claimOf(after, claim.viewId) === null) this.#looks.delete(claim.viewId);
    }
    return after;
  }
}

function claimBy(look: RunningLook): NewClaim {
  const { viewId, userName, role, onDuty, purpose, incidentId, incidentGrade } = look;
  const rank = ptzRankOf({
    role,
    onDuty,
    forIncident: incidentId !== null,
    inEmergency: purpose === 'emergency' || (incidentGrade !== null && incidentGrade <= 2),
  });
  return { viewId, holderName: userName, rank };
}

/** What all who look can see of a lease; words that only keep it alive change nothing of it. */
function whoIn({ holder, queue, notice }: PtzLease): string {
  return JSON.stringify([holder?.viewId, queue.map(({ viewId }) => viewId), notice]);
}
