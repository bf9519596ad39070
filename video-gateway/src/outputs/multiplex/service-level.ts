/**
 * What one channel may send while the page's socket is short: everything, then the smaller stream, then key pictures
 * only, then nothing more. The tile in focus gives way last.
 */
import type { Load } from '#outputs/multiplex/line-load.ts';

export const serviceLevels = ['full', 'sub', 'key-only'] as const;
export type ServiceLevelName = (typeof serviceLevels)[number];
export type Verdict = 'send' | 'skip' | 'close';

const toleratedSeconds = 0.25;
const toleratedInFocusSeconds = 0.75;
/** A channel that had to skip so often within the time is served less. */
const skipsTolerated = 3;
const skipsWithinMs = 10_000;
const longSkipMs = 3_000;
const recoverAfterMs = 20_000;
const recoverAtMostMs = 160_000;

export class ServiceLevel {
  #level = 0;
  #skippingSinceMs: number | null = null;
  #skips: number[] = [];
  #lastTroubleMs = 0;
  /** Grows with each fall, so that a line too narrow for good is not tried every few seconds. */
  #recoverMs = recoverAfterMs;

  get name(): ServiceLevelName {
    return serviceLevels[this.#level]!;
  }

  judge(picture: { key: boolean; inFocus: boolean }, load: Load, nowMs: number): Verdict {
    const tolerated = picture.inFocus ? toleratedInFocusSeconds : toleratedSeconds;
    if (load.isFull || load.waitingSeconds > tolerated) return this.#hold(picture.key, nowMs);
    if (this.#skippingSinceMs !== null && !picture.key) return 'skip';
    this.#skippingSinceMs = null;
    this.#recover(nowMs);
    return 'send';
  }

  #hold(key: boolean, nowMs: number): Verdict {
    this.#lastTroubleMs = nowMs;
    if (this.#skippingSinceMs === null || (key && this.name === 'key-only')) {
      this.#skippingSinceMs ??= nowMs;
      this.#skips = [...this.#skips.filter((at) => nowMs - at < skipsWithinMs), nowMs];
    }
    const tooLong = nowMs - this.#skippingSinceMs > longSkipMs && this.name !== 'key-only';
    if (this.#skips.length < skipsTolerated && !tooLong) return 'skip';
    if (this.name === 'key-only') return 'close';
    this.#fall(nowMs);
    return 'skip';
  }

  #fall(nowMs: number): void {
    this.#level += 1;
    this.#skips = [];
    this.#skippingSinceMs = nowMs;
    this.#recoverMs = Math.min(recoverAtMostMs, this.#recoverMs * 2);
  }

  #recover(nowMs: number): void {
    if (this.#level === 0 || nowMs - this.#lastTroubleMs < this.#recoverMs) return;
    this.#level -= 1;
    this.#lastTroubleMs = nowMs;
  }
}
