/** Turns access units into CMAF fragments on one continuous timeline. */
import {
  ticksPerSecond,
  type AccessUnit,
  type AudioConfig,
  type AudioUnit,
  type VideoConfig,
  type VideoUnit,
} from '#media/access-unit.ts';
import { initSegment, mimeOf } from '#packaging/init-segment.ts';
import { pictureFragment, soundFragment } from '#packaging/media-fragment.ts';
import { SoundLine, type Anchor, type SoundRun } from '#packaging/sound-line.ts';
import { Timeline } from '#packaging/timeline.ts';

/** A stretch of pictures that one init segment fits: a new one begins at each reconnect and change of codec. */
export type Epoch = {
  number: number;
  mime: string;
  width: number;
  height: number;
  init: Buffer;
  video: VideoConfig;
  /**
   * Null until sound was heard, whatever the camera promised: a player that waits for sound shows no picture.
   * A viewer who wants it begins anew with it at the next key picture.
   */
  audio: EpochAudio | null;
};

export type EpochAudio = {
  config: AudioConfig;
  /** Picture and sound for one player; null for G.711, which pages decode themselves. */
  muxed: { mime: string; init: Buffer } | null;
};

/** One picture, or some sound: AAC as a fragment of its own track, G.711 as it came. */
export type Fragment = {
  track: 'video' | 'audio';
  epoch: Epoch;
  bytes: Buffer;
  /** `bytes` behind room for a head; absent where they are what came. */
  roomy?: Buffer;
  /** Behind the head of a WebSocket message, made for the first viewer who is given it so. */
  frame?: Buffer;
  /** The coded picture or frames of sound alone, within `bytes`. */
  samples: readonly Buffer[];
  /** A picture that decoding may start with. */
  key: boolean;
  /** Seconds on the view's timeline. */
  startSeconds: number;
  /** When it is seen: later than its start where pictures are sent out of order. */
  shownSeconds: number;
  durationSeconds: number;
  wall: number | null;
};

export class CmafPackager {
  readonly #timeline = new Timeline();
  #config: VideoConfig | null = null;
  #epoch: Epoch | null = null;
  #anchor: Anchor | null = null;
  #sound: { config: AudioConfig; line: SoundLine } | null = null;
  #sequence = 0;
  #epochs = 0;

  /** The source was opened anew. */
  cut(): void {
    this.#timeline.cut();
    this.#epoch = null;
    this.#anchor = null;
  }

  /** Nothing before the first key picture of the epoch. */
  package(unit: AccessUnit): readonly Fragment[] {
    return unit.track === 'video' ? this.#takePicture(unit) : this.#takeSound(unit);
  }

  #takePicture(unit: VideoUnit): readonly Fragment[] {
    if (this.#epoch === null || this.#config !== unit.config) {
      if (!unit.key) return [];
      this.#beginEpoch(unit.config);
    }
    const place = this.#timeline.place(unit);
    this.#anchor = { dts: unit.dts, decodeTime: place.decodeTime };
    this.#sequence += 1;
    const { key, data, wall } = unit;
    const startSeconds = place.decodeTime / ticksPerSecond;
    const written = pictureFragment({ sequence: this.#sequence, ...place, key, data });
    const picture: Fragment = {
      track: 'video',
      epoch: this.#epoch!,
      ...written,
      samples: tailOf(written.bytes, [data]),
      key,
      startSeconds,
      shownSeconds: startSeconds + place.compositionOffset / ticksPerSecond,
      durationSeconds: place.duration / ticksPerSecond,
      wall,
    };
    const silence = this.#sound?.line.keepUp(startSeconds) ?? null;
    return silence === null ? [picture] : [picture, this.#soundOf(silence, null)];
  }

  #takeSound(unit: AudioUnit): readonly Fragment[] {
    if (this.#epoch === null || this.#anchor === null) return [];
    if (this.#sound === null || !isSameSound(this.#sound.config, unit.config)) {
      this.#sound = { config: unit.config, line: new SoundLine(unit.config) };
    }
    const { config } = this.#sound;
    if (this.#epoch.audio?.config !== config) this.#epoch.audio = this.#describe(config);
    if (config.codec !== 'aac') return [this.#rawSound(unit, this.#anchor)];
    const run = this.#sound.line.take(unit, this.#anchor);
    return run === null ? [] : [this.#soundOf(run, unit.wall)];
  }

  #soundOf({ start, frames }: SoundRun, wall: number | null): Fragment {
    const { sampleRate, samplesPerUnit: duration } = this.#sound!.config;
    this.#sequence += 1;
    const written = soundFragment({
      sequence: this.#sequence,
      decodeTime: start,
      duration,
      frames,
    });
    return {
      track: 'audio',
      epoch: this.#epoch!,
      ...written,
      samples: tailOf(written.bytes, frames),
      key: false,
      startSeconds: start / sampleRate,
      shownSeconds: start / sampleRate,
      durationSeconds: (frames.length * duration) / sampleRate,
      wall,
    };
  }

  #rawSound(unit: AudioUnit, anchor: Anchor): Fragment {
    const { sampleRate, channels } = unit.config;
    const startSeconds = SoundLine.place(unit, anchor);
    return {
      track: 'audio',
      epoch: this.#epoch!,
      bytes: unit.data,
      samples: [unit.data],
      key: false,
      startSeconds,
      shownSeconds: startSeconds,
      durationSeconds: unit.data.length / (sampleRate * channels),
      wall: unit.wall,
    };
  }

  #describe(audio: AudioConfig): EpochAudio {
    if (audio.codec !== 'aac') return { config: audio, muxed: null };
    const video = this.#config!;
    return {
      config: audio,
      muxed: { mime: mimeOf(video, audio), init: initSegment(video, audio) },
    };
  }

  #beginEpoch(config: VideoConfig): void {
    this.#epochs += 1;
    this.#config = config;
    this.#epoch = {
      number: this.#epochs,
      mime: mimeOf(config),
      width: config.width,
      height: config.height,
      init: initSegment(config),
      video: config,
      audio: this.#sound === null ? null : this.#describe(this.#sound.config),
    };
  }
}

/** The samples where they lie at the end of their fragment, so that the source's buffers need not be kept. */
function tailOf(bytes: Buffer, samples: readonly Buffer[]): readonly Buffer[] {
  let at = bytes.length - samples.reduce((sum, { length }) => sum + length, 0);
  return samples.map(({ length }) => bytes.subarray(at, (at += length)));
}

/** Every source session describes its sound anew; the line goes on where the description is the same. */
const isSameSound = (a: AudioConfig, b: AudioConfig): boolean =>
  a.codecName === b.codecName &&
  a.sampleRate === b.sampleRate &&
  a.channels === b.channels &&
  a.decoderConfig.equals(b.decoderConfig);
