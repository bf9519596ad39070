/** Tells gis-server what pulls reveal of their cameras: each change, and what lasts once a minute. */
import {
  healthOfFailure,
  healthOfRemark,
  type CameraHealth,
  type CameraState,
  type Clock,
} from 'grid-data';
import type { GisLink } from '#link/gis-link.ts';
import type { Revealed } from '#relay/relay.ts';

/** A platform's list or an import may have said otherwise since. */
const sayAgainMs = 60_000;

type Told = { word: string; health: CameraHealth; at: Date };

export class CameraStates {
  readonly #link: Pick<GisLink, 'isUp' | 'tell'>;
  readonly #clock: Clock;
  readonly #told = new Map<string, Told>();

  constructor(link: Pick<GisLink, 'isUp' | 'tell'>, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  /** Answers what it says of the camera; null where a platform's failure or our own says nothing of one camera. */
  reveal(cameraId: string, revealed: Revealed): CameraHealth | null {
    return this.#reveal(cameraId, revealed, false);
  }

  /** Said though nothing has changed: somebody may have asked, and the camera's last check is this moment. */
  checked(cameraId: string, revealed: Revealed): CameraHealth | null {
    return this.#reveal(cameraId, revealed, true);
  }

  #reveal(cameraId: string, revealed: Revealed, isCheck: boolean): CameraHealth | null {
    const { phase, remark, failure } = revealed;
    const health = failure === null ? healthOfRemark(remark) : healthOfFailure(failure.reason);
    if (health === null) return null;
    const state: CameraState = phase === 'live' ? 'online' : 'offline';
    const reason = failure?.reason ?? remark;
    const provisional = phase === 'live' && remark === null && !revealed.judged;
    const word = `${state} ${reason} ${health} ${provisional}`;
    const now = this.#clock.now();
    const isSaid = !isCheck && this.#isFresh(cameraId, word, now);
    if (isSaid || !this.#link.isUp) return health;
    this.#told.set(cameraId, { word, health, at: now });
    const told = { cameraId, state, reason, health, provisional, at: now.toISOString() };
    this.#link.tell({ type: 'camera-states', states: [told] });
    return health;
  }

  /** How many cameras were last found to be so, since the link is up. */
  counts(): ReadonlyMap<CameraHealth, number> {
    const counts = new Map<CameraHealth, number>();
    for (const { health } of this.#told.values()) counts.set(health, (counts.get(health) ?? 0) + 1);
    return counts;
  }

  /** After a break gis-server may have missed some: everything is news again. */
  forget(): void {
    this.#told.clear();
  }

  #isFresh(cameraId: string, word: string, now: Date): boolean {
    const told = this.#told.get(cameraId);
    return told?.word === word && now.getTime() - told.at.getTime() < sayAgainMs;
  }
}
