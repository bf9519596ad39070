/** Spares a platform that fails: after several failures in a row nothing is asked for a while. */
import { DomainError, type Clock } from 'grid-data';

const failuresToOpen = 5;
const openForMs = 10_000;

export class CircuitBreaker {
  readonly #clock: Clock;
  #failures = 0;
  #closedAgainAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null while calls go through. */
  get openUntilMs(): number | null {
    return this.#closedAgainAt > this.#clock.now().getTime() ? this.#closedAgainAt : null;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    const waitMs = this.#closedAgainAt - this.#clock.now().getTime();
    if (waitMs > 0) {
      throw new DomainError('unavailable', 'the platform is being spared after failures', {
        reason: 'platform-unreachable',
        details: { waitMs },
      });
    }
    try {
      const result = await call();
      this.#failures = 0;
      return result;
    } catch (error) {
      if (isPlatformDown(error)) this.#countFailure();
      else this.#failures = 0;
      throw error;
    }
  }

  #countFailure(): void {
    this.#failures += 1;
    if (this.#failures < failuresToOpen) return;
    // One trial after the pause decides: a further failure opens at once.
    this.#failures = failuresToOpen - 1;
    this.#closedAgainAt = this.#clock.now().getTime() + openForMs;
  }
}

/** A refusal is an answer: the platform lives. */
function isPlatformDown(error: unknown): boolean {
  return !(error instanceof DomainError) || error.reason === 'platform-unreachable';
}
