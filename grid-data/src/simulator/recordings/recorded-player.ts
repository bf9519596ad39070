/**
 * Plays recorded time from the looped clips: each frame is the one that stood there live, at the pace asked for. Scale
 * makes time pass faster, Speed sends the same time sooner (RFC 2326).
 */
import { randomInt } from 'node:crypto';
import type { Recording } from '../cameras/stream-tokens.ts';
import { frameOf, keyFrameBefore } from '../media/clip.ts';
import { frameNumberAt, unixMsOf } from '../media/timeline.ts';
import type { ClipPacketizer, FramePackets } from '../rtsp/h264-packets.ts';
import { relabelled } from '../rtsp/h264-packets.ts';
import type { RecordedSound } from './recorded-sound.ts';

const ticksPerFrame = 6_000;
const msPerFrame = 1_000 / 15;
/** From here on key frames alone are sent, as recorders do. */
const keyFramesOnlyFrom = 4;
const scaleLimits = [1 / 8, 16] as const;
const speedLimits = [1, 16] as const;
const fullSocketWaitMs = 40;

export type PlayerParts = {
  packetizer: ClipPacketizer;
  recording: Recording;
  hasRoom(): boolean;
  deliver(frame: FramePackets): void;
  onEnd(): void;
};

export type PlayerStart = {
  positionMs: number;
  scale: number;
  speed: number;
  sequence: number;
  rtpTime: number;
};

/** What is null goes on as it was. */
type PlayerAsk = {
  positionMs: number | null;
  scale: number | null;
  speed: number | null;
};

export class RecordedPlayer {
  readonly #parts: PlayerParts;
  #nextFrame: number | null;
  #scale = 1;
  #speed = 1;
  #sound: RecordedSound | null = null;
  #sequence = randomInt(0x1_0000);
  #rtpTime = randomInt(0x1_0000_0000);
  #dueAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#nextFrame = this.#frameFrom(parts.recording.asked.fromMs);
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined;
  }

  /** What is given changes, the rest goes on as it was; sends nothing before `start`. */
  prepare({ positionMs, scale, speed }: PlayerAsk): PlayerStart {
    this.pause();
    if (scale !== null) this.#scale = within(scaleLimits, scale);
    if (speed !== null) this.#speed = within(speedLimits, speed);
    this.#sound?.jump();
    if (positionMs !== null) this.#nextFrame = this.#frameFrom(positionMs);
    return {
      positionMs: this.#nextFrame === null ? this.#endMs : unixMsOf(this.#nextFrame),
      scale: this.#scale,
      speed: this.#speed,
      sequence: this.#sequence,
      rtpTime: this.#rtpTime,
    };
  }

  /** Heard at single scale alone, as with recorders. */
  hearWith(sound: RecordedSound): void {
    this.#sound = sound;
  }

  start(): void {
    this.pause();
    this.#dueAt = performance.now();
    this.#timer = setTimeout(() => this.#tick(), 0);
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #endMs(): number {
    return this.#parts.recording.asked.toMs;
  }

  #tick(): void {
    const frame = this.#nextFrame;
    if (frame === null) {
      this.pause();
      this.#parts.onEnd();
      return;
    }
    if (!this.#parts.hasRoom()) {
      this.#dueAt = performance.now() + fullSocketWaitMs;
    } else {
      this.#send(frame);
      this.#dueAt = Math.max(this.#dueAt, performance.now() - 1_000);
    }
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, this.#dueAt - performance.now()));
  }

  #send(frame: number): void {
    const { packetizer, deliver } = this.#parts;
    const packets = packetizer.packetsOf(frame);
    deliver(relabelled(packets, this.#sequence, this.#rtpTime));
    this.#sequence = (this.#sequence + packets.packets.length) % 0x1_0000;
    this.#nextFrame = this.#frameAfter(frame);
    const frames = this.#framesUntil(frame, this.#nextFrame);
    this.#rtpTime = (this.#rtpTime + Math.round((frames * ticksPerFrame) / this.#scale)) % 2 ** 32;
    this.#dueAt += (frames * msPerFrame) / (this.#scale * this.#speed);
    if (this.#scale === 1) this.#sound?.send(unixMsOf(frame), unixMsOf(frame + frames));
  }

  /** A gap in the recording is jumped over in one step. */
  #framesUntil(frame: number, next: number | null): number {
    const longest = this.#parts.packetizer.clip.frames.length;
    return next === null || next - frame > longest ? 1 : next - frame;
  }

  #frameAfter(frame: number): number | null {
    let next = frame + 1;
    if (this.#scale >= keyFramesOnlyFrom) {
      while (!frameOf(this.#parts.packetizer.clip, next).isKey) next++;
    }
    const atMs = unixMsOf(next);
    return this.#fileAt(atMs) ? next : this.#frameFrom(atMs);
  }

  /** The key frame that a player at this time begins with; null where nothing more was recorded. */
  #frameFrom(positionMs: number): number | null {
    const { clip } = this.#parts.packetizer;
    const file = this.#parts.recording.files.find(({ toMs }) => toMs > positionMs);
    if (!file) return null;
    const wanted = frameNumberAt(Math.max(positionMs, file.fromMs));
    const before = keyFrameBefore(clip, wanted);
    if (unixMsOf(before) >= file.fromMs) return before;
    let key = wanted;
    while (!frameOf(clip, key).isKey) key++;
    return unixMsOf(key) < file.toMs ? key : this.#frameFrom(file.toMs);
  }

  #fileAt(atMs: number): boolean {
    return this.#parts.recording.files.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  }
}

function within([least, most]: readonly [number, number], value: number): number {
  return Math.min(most, Math.max(least, value));
}
