/** Notices a source that keeps its connection and sends nothing, or sends the same instant again and again. */
import type { AccessUnit } from '#media/access-unit.ts';

const gapsKept = 25;
const leastPatienceMs = 3_000;
const firstUnitPatienceMs = 15_000;

export class StallWatch {
  readonly #gapsMs: number[] = [];
  #lastAtMs: number;
  #lastDts: number | null = null;

  constructor(openedAtMs: number) {
    this.#lastAtMs = openedAtMs;
  }

  saw(unit: Pick<AccessUnit, 'dts'>, nowMs: number): void {
    if (unit.dts === this.#lastDts) return;
    if (this.#lastDts !== null) {
      this.#gapsMs.push(nowMs - this.#lastAtMs);
      if (this.#gapsMs.length > gapsKept) this.#gapsMs.shift();
    }
    this.#lastDts = unit.dts;
    this.#lastAtMs = nowMs;
  }

  isStalled(nowMs: number): boolean {
    return nowMs - this.#lastAtMs > this.patienceMs();
  }

  patienceMs(): number {
    if (this.#lastDts === null) return firstUnitPatienceMs;
    const sorted = [...this.#gapsMs].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return Math.max(leastPatienceMs, 3 * median);
  }
}
