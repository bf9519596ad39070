/** Every call to a platform goes through here: spared when it fails, left alone when it refuses our login. */
import { DomainError, type Clock } from 'grid-data';
import { CircuitBreaker } from '#platforms/guard/circuit-breaker.ts';
import { LoginGuard, type LoginLimits } from '#platforms/guard/login-guard.ts';
import { redact } from '#health/redact.ts';
import type { PlatformHealth, PlatformTrouble } from '#platforms/platform.ts';

const refusals = new Set(['platform-refused', 'platform-auth-refused', 'platform-login-paused']);

export class GuardedCalls {
  readonly #clock: Clock;
  readonly #breaker: CircuitBreaker;
  readonly #logins: LoginGuard;
  #health: PlatformHealth = { state: 'reachable', reason: null };
  #lastFailure: PlatformTrouble['lastFailure'] = null;

  constructor(clock: Clock, logins: LoginLimits) {
    this.#clock = clock;
    this.#breaker = new CircuitBreaker(clock);
    this.#logins = new LoginGuard(clock, logins);
  }

  get health(): PlatformHealth {
    return this.#health;
  }

  get trouble(): PlatformTrouble {
    return {
      sparedUntilMs: this.#breaker.openUntilMs,
      loginPausedUntilMs: this.#logins.pausedUntilMs,
      lastFailure: this.#lastFailure,
    };
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await this.#logins.run(() => this.#breaker.run(call));
      this.#health = { state: 'reachable', reason: null };
      return result;
    } catch (error) {
      const reason = error instanceof DomainError ? error.reason : 'platform-unreachable';
      if (reason === 'platform-unreachable') this.#health = { state: 'unreachable', reason };
      if (refusals.has(reason)) this.#health = { state: 'refused', reason };
      this.#remember(reason, error);
      throw error;
    }
  }

  /** What comes because calls are held back says less than what made us hold them back. */
  #remember(reason: string, error: unknown): void {
    const heldBack = error instanceof DomainError && error.details?.['waitMs'] !== undefined;
    if (heldBack) return;
    const message = redact(error instanceof Error ? error.message : String(error)).slice(0, 200);
    this.#lastFailure = { reason, message, atMs: this.#clock.now().getTime() };
  }
}
