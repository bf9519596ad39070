/** Recorded sound as fragments of a track of its own, on the time line of the pictures: second 0 is the window's begin. */
import { ticksPerMillisecond, ticksPerSecond, type AudioUnit } from '#media/access-unit.ts';
import { flacConfig, flacFrame, type FlacConfig, type SoundTrackConfig } from '#media/flac.ts';
import { decodeG711 } from '#media/g711.ts';
import { mimeOfSound, soundInitSegment } from '#packaging/init-segment.ts';
import { soundFragment } from '#packaging/media-fragment.ts';
import { SoundLine } from '#packaging/sound-line.ts';

export type PackagedSound = {
  bytes: Buffer;
  /** Set with the first piece, and where the codec changed. */
  begins: { config: SoundTrackConfig; init: Buffer; mime: string } | null;
};

type Piece = { dts: number; data: Buffer };

export class RecordedSound {
  readonly #windowFromMs: number;
  #source: AudioUnit['config'] | null = null;
  #track: { config: SoundTrackConfig; line: SoundLine; blocks: FlacBlocks | null } | null = null;
  #begins = false;
  #sequence = 0;

  constructor(windowFromMs: number) {
    this.#windowFromMs = windowFromMs;
  }

  /** Nothing of before the window is handed on. */
  push(unit: AudioUnit, recordedMs: number): readonly PackagedSound[] {
    if (recordedMs < this.#windowFromMs) return [];
    const { blocks } = this.#trackOf(unit.config);
    const dts = (recordedMs - this.#windowFromMs) * ticksPerMillisecond;
    const pieces = blocks === null ? [{ dts, data: unit.data }] : blocks.push(unit.data, dts);
    return pieces.flatMap((piece) => this.#package(piece));
  }

  #package(piece: Piece): PackagedSound[] {
    const { config, line } = this.#track!;
    // Every piece stands at its own time already.
    const run = line.take(piece, { dts: piece.dts, decodeTime: piece.dts });
    if (run === null) return [];
    this.#sequence += 1;
    const { bytes } = soundFragment({
      sequence: this.#sequence,
      decodeTime: run.start,
      duration: config.samplesPerUnit,
      frames: run.frames,
    });
    const begins = this.#begins
      ? { config, init: soundInitSegment(config), mime: mimeOfSound(config) }
      : null;
    this.#begins = false;
    return [{ bytes, begins }];
  }

  #trackOf(source: AudioUnit['config']) {
    if (this.#track !== null && this.#source === source) return this.#track;
    this.#source = source;
    this.#begins = true;
    const blocks = source.codec === 'aac' ? null : new FlacBlocks(source);
    const config = blocks?.config ?? source;
    this.#track = { config, line: new SoundLine(config), blocks };
    return this.#track;
  }
}

/** A recorder that leaves so much out has left a hole; less is its clock. */
const toleratedTicks = 0.06 * ticksPerSecond;

/** Gathers G.711, which comes in pieces of any length, into blocks of one length. */
class FlacBlocks {
  readonly config: FlacConfig;
  readonly #codec: 'pcma' | 'pcmu';
  #held: Buffer = Buffer.alloc(0);
  #heldDts = 0;

  constructor({ codec, sampleRate, channels }: AudioUnit['config']) {
    this.#codec = codec === 'pcmu' ? 'pcmu' : 'pcma';
    this.config = flacConfig(sampleRate, channels);
  }

  push(data: Buffer, dts: number): readonly Piece[] {
    const { channels, samplesPerUnit } = this.config;
    const expected = this.#heldDts + this.#ticksOf(this.#held.length);
    // What is held has its place before the hole; it is too little to be missed.
    if (this.#held.length === 0 || Math.abs(dts - expected) > toleratedTicks) {
      this.#held = Buffer.alloc(0);
      this.#heldDts = dts;
    }
    let held = Buffer.concat([this.#held, data]);
    const whole = samplesPerUnit * channels;
    const pieces: Piece[] = [];
    for (; held.length >= whole; held = held.subarray(whole)) {
      const samples = decodeG711(this.#codec, held.subarray(0, whole));
      pieces.push({ dts: this.#heldDts, data: flacFrame(samples, this.config) });
      this.#heldDts += this.#ticksOf(whole);
    }
    this.#held = Buffer.from(held);
    return pieces;
  }

  #ticksOf(bytes: number): number {
    const { sampleRate, channels } = this.config;
    return (bytes * ticksPerSecond) / (sampleRate * channels);
  }
}
