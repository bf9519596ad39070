import { frameNumberAt, unixMsOf } from './timeline.ts';

// After a longer pause (a sleeping laptop) frames are left out rather than sent in a burst.
const maxCatchUpFrames = 30;

/** Calls once for each frame of the timeline, while at least one listener is there. */
export class FrameTicker {
  readonly #listeners = new Set<(frameNumber: number) => void>();
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The newest frame already handed out. */
  get lastFrameNumber(): number {
    return this.#timer ? this.#last : frameNumberAt(this.#now());
  }

  listen(onFrame: (frameNumber: number) => void): () => void {
    this.#listeners.add(onFrame);
    if (!this.#timer) {
      this.#last = frameNumberAt(this.#now());
      this.#schedule();
    }
    return () => {
      this.#listeners.delete(onFrame);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  #schedule(): void {
    const waitMs = Math.max(1, unixMsOf(this.#last + 1) - this.#now());
    this.#timer = setTimeout(() => this.#tick(), Math.min(waitMs, 1000));
  }

  #tick(): void {
    const newest = frameNumberAt(this.#now());
    if (newest < this.#last || newest - this.#last > maxCatchUpFrames) this.#last = newest - 1;
    while (this.#last < newest) {
      this.#last++;
      for (const onFrame of this.#listeners) onFrame(this.#last);
    }
    if (this.#listeners.size > 0) this.#schedule();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
