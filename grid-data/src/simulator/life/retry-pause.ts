import { setTimeout as delay } from 'node:timers/promises';

const firstMs = 500;
const longestMs = 30_000;

/** Waits longer after each failure in a row, with jitter, and at once ends when the city is stopped. */
export class RetryPause {
  #nextMs = firstMs;

  reset(): void {
    this.#nextMs = firstMs;
  }

  async failed(signal: AbortSignal): Promise<void> {
    const ms = this.#nextMs * (0.5 + Math.random() / 2);
    this.#nextMs = Math.min(this.#nextMs * 2, longestMs);
    await this.wait(ms, signal);
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    await delay(ms, undefined, { signal }).catch(() => {}); // aborted: the caller's loop ends
  }
}
