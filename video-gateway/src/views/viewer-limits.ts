/** What one person may have open at once and open anew: one account must not take the places of all others. */
import { DomainError } from 'grid-data';

type Viewer = { open: number; credit: number; atMs: number };

/** A wall of tiles opens at once; after that its share comes back within so many seconds. */
const refillSeconds = 10;

export class ViewerLimits {
  readonly #most: number;
  readonly #viewers = new Map<string, Viewer>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Answers the way out, to be said once; throws where there is no room. */
  enter(userId: string, nowMs: number): () => void {
    const viewer = this.#viewers.get(userId) ?? { open: 0, credit: this.#most, atMs: nowMs };
    const earned = ((nowMs - viewer.atMs) / 1000) * (this.#most / refillSeconds);
    viewer.credit = Math.min(this.#most, viewer.credit + earned);
    viewer.atMs = nowMs;
    this.#viewers.set(userId, viewer);
    if (viewer.open >= this.#most || viewer.credit < 1) throw tooMany();
    viewer.open += 1;
    viewer.credit -= 1;
    return () => {
      viewer.open -= 1;
    };
  }
}

const tooMany = (): DomainError =>
  new DomainError('unavailable', 'this account looks through too many cameras', {
    reason: 'too-many-views',
  });
