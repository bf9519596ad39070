/**
 * The one clock that viewers see. Sources restart, jump, freeze or run backwards; decode times here only ever
 * grow, without a gap, so that a player attached over a reconnect plays on.
 */
import { ticksPerSecond, type VideoUnit } from '#media/access-unit.ts';

export type TimelinePlace = { decodeTime: number; compositionOffset: number; duration: number };

const firstGuess = ticksPerSecond / 25;
/** A larger step forward than this is a clock that was set, not a camera that waited. */
const largestStep = 10 * ticksPerSecond;
const largestOffset = 5 * ticksPerSecond;

export class Timeline {
  #lastSource: number | null = null;
  #decodeTime = 0;
  /** Last believable distance of two pictures: what the next picture is expected to last. */
  #step = firstGuess;
  #started = false;

  /** The next unit comes from a new source session: its times say nothing about the old ones. */
  cut(): void {
    this.#lastSource = null;
  }

  place(unit: Pick<VideoUnit, 'dts' | 'pts'>): TimelinePlace {
    if (this.#started) this.#decodeTime += this.#advance(unit.dts);
    this.#started = true;
    this.#lastSource = unit.dts;
    const offset = unit.pts - unit.dts;
    return {
      decodeTime: this.#decodeTime,
      compositionOffset: Math.abs(offset) > largestOffset ? 0 : offset,
      duration: this.#step,
    };
  }

  #advance(dts: number): number {
    if (this.#lastSource === null) return this.#step;
    const step = dts - this.#lastSource;
    if (step <= 0 || step > largestStep) return this.#step;
    // Steps of a single tick come from reordered pictures; they are true but foretell nothing.
    if (step > 90) this.#step = step;
    return step;
  }
}
