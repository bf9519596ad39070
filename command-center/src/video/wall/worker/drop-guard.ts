/** Which coded pictures of a tile are decoded, so that a machine that cannot keep up stays at the present. */
export type Judgement = 'decode' | 'skip' | 'overrun';

/** More waiting than this is delay, unless it is a burst that the decoder works off in a moment. */
const mostQueued = 8;
const burstMs = 600;
/** Four seconds of the fastest cameras: what a tile may be given at once. */
const mostOfBurst = 240;

export class DropGuard {
  #waitsForKey = true;
  #keyOnly = false;
  #longQueueSinceMs: number | null = null;

  keyOnly(on: boolean): void {
    this.#keyOnly = on;
  }

  /** After a pause, a new configuration or a decoder's failure nothing but a key picture can be decoded. */
  restart(): void {
    this.#waitsForKey = true;
    this.#longQueueSinceMs = null;
  }

  /** `overrun` is said once for each stretch that is skipped because the decoder is behind. */
  judge(picture: { key: boolean }, queued: number, nowMs: number): Judgement {
    if (!picture.key && (this.#waitsForKey || this.#keyOnly)) {
      this.#waitsForKey = true;
      return 'skip';
    }
    if (this.#isBehind(queued, nowMs)) {
      this.#waitsForKey = true;
      return 'overrun';
    }
    this.#waitsForKey = false;
    return 'decode';
  }

  #isBehind(queued: number, nowMs: number): boolean {
    if (queued <= mostQueued) {
      this.#longQueueSinceMs = null;
      return false;
    }
    this.#longQueueSinceMs ??= nowMs;
    return queued > mostOfBurst || nowMs - this.#longQueueSinceMs > burstMs;
  }
}
