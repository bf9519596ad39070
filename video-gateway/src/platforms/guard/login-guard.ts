/**
 * Platforms lock accounts that are refused too often. While a login is in doubt one call tries it and the others
 * wait for the outcome; after several refusals nothing is asked for a while.
 */
import { DomainError, type Clock } from 'grid-data';
import { platformFailure } from '#platforms/platform-failure.ts';

export type LoginLimits = { maxLoginRefusals: number; loginPauseMs: number };

export class LoginGuard {
  readonly #clock: Clock;
  readonly #limits: LoginLimits;
  #inDoubt = true;
  #refusals = 0;
  #pausedUntil = 0;
  #trial: Promise<void> | null = null;

  constructor(clock: Clock, limits: LoginLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Null while logins are tried. */
  get pausedUntilMs(): number | null {
    return this.#pausedUntil > this.#clock.now().getTime() ? this.#pausedUntil : null;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    while (this.#inDoubt && this.#trial !== null) await this.#trial;
    this.#refuseWhilePaused();
    if (!this.#inDoubt) return this.#judge(call);
    const outcome = this.#judge(call);
    const trial = outcome.then(
      () => undefined,
      () => undefined,
    );
    this.#trial = trial;
    try {
      return await outcome;
    } finally {
      if (this.#trial === trial) this.#trial = null;
    }
  }

  async #judge<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      this.#inDoubt = false;
      this.#refusals = 0;
      return result;
    } catch (error) {
      if (error instanceof DomainError && error.reason === 'platform-auth-refused') this.#count();
      throw error;
    }
  }

  #count(): void {
    this.#inDoubt = true;
    this.#refusals += 1;
    if (this.#refusals < this.#limits.maxLoginRefusals) return;
    // After the pause a single refusal pauses again: the platform counts on, too.
    this.#refusals = this.#limits.maxLoginRefusals - 1;
    this.#pausedUntil = this.#clock.now().getTime() + this.#limits.loginPauseMs;
  }

  #refuseWhilePaused(): void {
    const waitMs = this.#pausedUntil - this.#clock.now().getTime();
    if (waitMs <= 0) return;
    throw platformFailure(
      'platform-login-paused',
      `the platform refused our login ${this.#limits.maxLoginRefusals} times and is left alone before it locks the account`,
      { details: { waitMs } },
    );
  }
}
