/**
 * Lays a camera's sound along the picture's timeline: without gaps, for a player stops where sound is missing, and
 * without haste, for clocks of sound and picture drift apart.
 */
import { ticksPerSecond, type AudioUnit } from '#media/access-unit.ts';
import { silentFrame } from '#media/aac.ts';
import { silentFlacFrame, type SoundTrackConfig } from '#media/flac.ts';

/** A picture's time by its source and on the timeline: what ties the two together. */
export type Anchor = { dts: number; decodeTime: number };
/** Frames in a row; `start` in samples. */
export type SoundRun = { start: number; frames: readonly Buffer[] };

/** Sound this far from its place is moved: by leaving frames out, or by silence. */
const toleranceSeconds = 0.12;
/** Longer holes are no loss but another beginning: the sound starts anew behind them. */
const longestHoleSeconds = 10;
/** So long without sound while pictures go on, and silence is written in its stead. */
const patienceSeconds = 0.6;
const leadSeconds = 0.2;
/** A fragment holds at least so much, or its boxes outweigh it. */
const fragmentSeconds = 0.06;

export class SoundLine {
  readonly #config: SoundTrackConfig;
  #next: number | null = null;
  #held: Buffer[] = [];

  constructor(config: SoundTrackConfig) {
    this.#config = config;
  }

  /** Seconds on the timeline at which this unit sounds. */
  static place(unit: Pick<AudioUnit, 'dts'>, anchor: Anchor): number {
    const distance = unit.dts - anchor.dts;
    // Clocks that have nothing to do with each other: what arrives together belongs together.
    const near = Math.abs(distance) < longestHoleSeconds * ticksPerSecond ? distance : 0;
    return Math.max(0, (anchor.decodeTime + near) / ticksPerSecond);
  }

  take(unit: Pick<AudioUnit, 'dts' | 'data'>, anchor: Anchor): SoundRun | null {
    const { sampleRate, samplesPerUnit } = this.#config;
    const target = Math.round(SoundLine.place(unit, anchor) * sampleRate);
    this.#next ??= target;
    const drift = (target - this.#next) / sampleRate;
    if (drift < -toleranceSeconds) return null;
    if (drift > toleranceSeconds) this.#fillTo(target);
    this.#held.push(unit.data);
    this.#next += samplesPerUnit;
    const enough = this.#held.length * samplesPerUnit >= fragmentSeconds * sampleRate;
    return enough ? this.#flush() : null;
  }

  /** Called with each picture: silence, where the sound has stayed away for too long. */
  keepUp(pictureSeconds: number): SoundRun | null {
    const { sampleRate } = this.#config;
    if (this.#next === null || pictureSeconds - this.#next / sampleRate < patienceSeconds) {
      return null;
    }
    this.#fillTo(Math.round((pictureSeconds - leadSeconds) * sampleRate));
    return this.#flush();
  }

  #fillTo(target: number): void {
    const { sampleRate, samplesPerUnit } = this.#config;
    const silence = silenceOf(this.#config);
    const next = this.#next!;
    if (silence === null || target - next > longestHoleSeconds * sampleRate) {
      // What is held has its place before the hole; it is too little to be missed.
      this.#held = [];
      this.#next = target;
      return;
    }
    const count = Math.floor((target - next) / samplesPerUnit);
    for (let i = 0; i < count; i += 1) this.#held.push(silence);
    this.#next = next + count * samplesPerUnit;
  }

  #flush(): SoundRun | null {
    const frames = this.#held;
    if (frames.length === 0) return null;
    this.#held = [];
    return { start: this.#next! - frames.length * this.#config.samplesPerUnit, frames };
  }
}

const silenceOf = (config: SoundTrackConfig): Buffer | null =>
  config.codec === 'flac' ? silentFlacFrame(config) : silentFrame(config);
