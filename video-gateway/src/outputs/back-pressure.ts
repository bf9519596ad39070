/** Decides per fragment whether a viewer's socket can still take it, so that a slow reader costs only itself. */
import type { Fragment } from '#packaging/cmaf-packager.ts';

export type Verdict = 'send' | 'skip' | 'close';

/** Of a picture, or of some that leave together. */
type Judged = Pick<Fragment, 'key' | 'bytes' | 'durationSeconds'>;

const toleratedSeconds = 0.25;
const stuckAfterMs = 10_000;
/** However low the bitrate: one key picture must fit. */
const leastBytes = 128 * 1024;
const mostBytes = 4 * 1024 * 1024;

export class BackPressure {
  #bytesPerSecond = 0;
  #skippingUntilKey = false;
  /** The group of pictures that a viewer is given on joining may take its time. */
  #joining = true;
  #fullSinceMs: number | null = null;

  judge(fragment: Judged, bufferedBytes: number, nowMs: number): Verdict {
    this.#learnRate(fragment);
    const tolerated = Math.max(leastBytes, this.#bytesPerSecond * toleratedSeconds);
    const full = bufferedBytes > (this.#joining ? mostBytes : tolerated);
    if (bufferedBytes <= tolerated) {
      this.#joining = false;
      this.#fullSinceMs = null;
    } else {
      this.#fullSinceMs ??= nowMs;
      if (nowMs - this.#fullSinceMs > stuckAfterMs) return 'close';
    }
    if (full) this.#skippingUntilKey = true;
    else if (fragment.key) this.#skippingUntilKey = false;
    return this.#skippingUntilKey ? 'skip' : 'send';
  }

  #learnRate(fragment: Judged): void {
    const rate = fragment.bytes.length / Math.max(0.001, fragment.durationSeconds);
    this.#bytesPerSecond += (rate - this.#bytesPerSecond) * 0.05;
  }
}
