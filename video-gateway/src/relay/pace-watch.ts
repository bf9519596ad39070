/**
 * Notices a line that carries less than its camera sends: pictures come, ever later and few of them. A camera whose
 * clock merely runs slow sends as many pictures as ever, and is left alone.
 */
import { ticksPerSecond, type VideoUnit } from '#media/access-unit.ts';

const toleratedSeconds = 10;
/** So many a second are no trickle, whatever their times say. */
const enoughPerSecond = 5;
/** A larger step is a clock that was set. */
const largestStepSeconds = 10;
const windowMs = 5_000;

export class PaceWatch {
  #lastDts: number | null = null;
  #isByWall = false;
  #mediaSeconds = 0;
  /** Where the stream was furthest ahead: what it falls behind since. */
  #leadSeconds = Number.NEGATIVE_INFINITY;
  #behindSeconds = 0;
  readonly #cameAtMs: number[] = [];

  saw(unit: Pick<VideoUnit, 'dts' | 'wall'>, nowMs: number): void {
    if (!this.#advance(unit)) this.#leadSeconds = Number.NEGATIVE_INFINITY;
    const lead = this.#mediaSeconds - nowMs / 1000;
    this.#leadSeconds = Math.max(this.#leadSeconds, lead);
    this.#behindSeconds = this.#leadSeconds - lead;
    this.#cameAtMs.push(nowMs);
    while (nowMs - this.#cameAtMs[0]! > windowMs) this.#cameAtMs.shift();
  }

  get isTooSlow(): boolean {
    const perSecond = (this.#cameAtMs.length * 1000) / windowMs;
    return this.#behindSeconds > toleratedSeconds && perSecond < enoughPerSecond;
  }

  /** By the camera's clock where it tells it, for its timestamps may run at any pace. False where neither follows. */
  #advance({ dts, wall }: Pick<VideoUnit, 'dts' | 'wall'>): boolean {
    const [last, wasByWall] = [this.#lastDts, this.#isByWall];
    this.#lastDts = dts;
    this.#isByWall = wall !== null;
    if (wall !== null) {
      const step = wall / 1000 - this.#mediaSeconds;
      this.#mediaSeconds = wall / 1000;
      return wasByWall && Math.abs(step) <= largestStepSeconds;
    }
    if (last === null || wasByWall) return false;
    const step = (dts - last) / ticksPerSecond;
    if (step <= 0 || step > largestStepSeconds) return false;
    this.#mediaSeconds += step;
    return true;
  }
}
