/** As many pulls at a time as the platform's licence allows; who comes later waits in order, for a while. */
import { platformFailure } from '#platforms/platform-failure.ts';

type Waiting = { give: () => void };

export class LicenceLines {
  readonly #max: number | null;
  readonly #waitMs: number;
  readonly #queue: Waiting[] = [];
  #inUse = 0;

  constructor(max: number | null, waitMs: number) {
    this.#max = max;
    this.#waitMs = waitMs;
  }

  get inUse(): number {
    return this.#inUse;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Resolves with the way to give the line back; rejects with `licence-full` when none comes free in time. */
  async take(): Promise<() => void> {
    if (this.#max !== null && this.#inUse >= this.#max) await this.#wait();
    else this.#inUse += 1;
    let held = true;
    return () => {
      if (held) this.#giveBack();
      held = false;
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        give: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        const message = `no free line: all ${this.#max} pulls that the platform’s licence allows are in use`;
        reject(platformFailure('licence-full', message));
      }, this.#waitMs);
      this.#queue.push(waiting);
    });
  }

  /** A line that is given back passes to the first in the queue without becoming free in between. */
  #giveBack(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#inUse -= 1;
    else next.give();
  }
}
