/** Hands on, at the pace they were taken, pictures that arrive segment by segment. */
import { ticksPerMillisecond, type AccessUnit } from '#media/access-unit.ts';

/** More than any sane segment holds; a source that lies about its times must not fill the memory. */
const maxQueued = 5000;
const largestWaitMs = 10_000;

export class Pacer {
  readonly #onUnit: (unit: AccessUnit) => void;
  readonly #queue: AccessUnit[] = [];
  #anchor: { atMs: number; dts: number } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #onDrained: () => void = () => undefined;

  constructor(onUnit: (unit: AccessUnit) => void) {
    this.#onUnit = onUnit;
  }

  push(units: readonly AccessUnit[]): void {
    this.#queue.push(...units.slice(0, Math.max(0, maxQueued - this.#queue.length)));
    if (this.#timer === null) this.#next();
  }

  /** Resolves when the last picture has been handed on, or at the stop. */
  drained(): Promise<void> {
    return this.#timer === null
      ? Promise.resolve()
      : new Promise((resolve) => (this.#onDrained = resolve));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#queue.length = 0;
    this.#onDrained();
  }

  #next(): void {
    this.#timer = null;
    for (let unit = this.#queue[0]; unit !== undefined; unit = this.#queue[0]) {
      const waitMs = this.#waitFor(unit);
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.#next(), waitMs);
        return;
      }
      this.#queue.shift();
      this.#onUnit(unit);
    }
    this.#onDrained();
  }

  #waitFor(unit: AccessUnit): number {
    // Sound goes with the pictures it stands among.
    if (unit.track === 'audio') return 0;
    const now = performance.now();
    this.#anchor ??= { atMs: now, dts: unit.dts };
    const dueMs = this.#anchor.atMs + (unit.dts - this.#anchor.dts) / ticksPerMillisecond;
    const waitMs = dueMs - now;
    // Late (the queue ran dry) or absurd (the clock was set): the pace begins anew here.
    if (waitMs < -200 || waitMs > largestWaitMs) this.#anchor = { atMs: now, dts: unit.dts };
    return waitMs > largestWaitMs ? 0 : waitMs;
  }
}
