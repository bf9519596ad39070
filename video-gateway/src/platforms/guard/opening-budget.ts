/** Spreads openings over time: a platform that comes back must not meet all its cameras in one instant. */
import type { Clock } from 'grid-data';
import { platformFailure } from '#platforms/platform-failure.ts';

/** Less than the time after which a relay gives an opening up. */
const maxWaitMs = 8_000;

export type OpeningRate = { opensPerSecond: number; opensBurst: number };

export class OpeningBudget {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #stepMs: number;
  readonly #burstMs: number;
  /** When the bucket would be empty of debts: openings booked beyond now wait. */
  #bookedUntil = 0;

  constructor(clock: Clock, rate: OpeningRate, random: () => number = Math.random) {
    this.#clock = clock;
    this.#random = random;
    this.#stepMs = 1_000 / rate.opensPerSecond;
    this.#burstMs = this.#stepMs * rate.opensBurst;
  }

  /** Resolves when it is this opening's turn; rejects with `platform-busy` when that is too far away. */
  async spend(): Promise<void> {
    const now = this.#clock.now().getTime();
    const booked = Math.max(this.#bookedUntil, now - this.#burstMs) + this.#stepMs;
    const waitMs = booked - now;
    if (waitMs > maxWaitMs) {
      throw platformFailure('platform-busy', 'too many cameras of the platform open at once');
    }
    this.#bookedUntil = booked;
    if (waitMs <= 0) return;
    const jitterMs = this.#random() * this.#stepMs;
    await new Promise((resolve) => setTimeout(resolve, waitMs + jitterMs));
  }
}
