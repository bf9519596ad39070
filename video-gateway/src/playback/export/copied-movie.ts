/** The movie of a copy while it is written: pictures and sound as they come, their common header at the end. */
import type { WriteStream } from 'node:fs';
import type { AudioConfig, AudioUnit, VideoConfig, VideoUnit } from '#media/access-unit.ts';
import type { SoundTrackConfig } from '#media/flac.ts';
import { initSegment } from '#packaging/init-segment.ts';
import { box, zeros } from '#packaging/mp4-boxes.ts';
import type { Copied } from '#playback/export/copy-recording.ts';
import { RecordedPackager, type PackagedPicture } from '#playback/recorded-packager.ts';
import { RecordedSound } from '#playback/recorded-sound.ts';
import { sourceFailure } from '#sources/source-failure.ts';

/** A disk this far behind the pull is no disk to write evidence to. */
const maxWaitingBytes = 64 * 1024 * 1024;
/** Only at the end it is known whether there was sound; no header of two tracks is longer. */
const headerBytes = 4096;

export class CopiedMovie {
  readonly #out: WriteStream;
  readonly #pictures: RecordedPackager;
  readonly #sounds: RecordedSound;
  #video: VideoConfig | null = null;
  #audio: SoundTrackConfig | null = null;
  #soundCodec: AudioConfig['codec'] | null = null;
  #frames = 0;
  #lostPackets = 0;

  constructor(out: WriteStream, windowFromMs: number) {
    this.#out = out;
    this.#pictures = new RecordedPackager(windowFromMs);
    this.#sounds = new RecordedSound(windowFromMs);
    out.write(zeros(headerBytes));
  }

  show(unit: VideoUnit, times: { decodeMs: number; shownMs: number }): void {
    // One header fits one codec and size; two in a file is what players stumble over.
    if (this.#video !== null && !isSamePicture(this.#video, unit.config)) throw changed();
    if (unit.key) this.#video ??= unit.config;
    this.#write(this.#pictures.push(unit, times));
  }

  hear(unit: AudioUnit, recordedMs: number): void {
    for (const { bytes, begins } of this.#sounds.push(unit, recordedMs)) {
      if (begins !== null) {
        if (this.#audio !== null && !isSameSound(this.#audio, begins.config)) throw changed();
        this.#audio = begins.config;
        this.#soundCodec = unit.config.codec;
      }
      this.#append(bytes);
    }
  }

  lose(packets: number): void {
    this.#lostPackets += packets;
  }

  /** The last picture of a stretch, which nothing follows at once. */
  flush(): void {
    this.#write(this.#pictures.flush());
  }

  /** To be written over the file's first bytes. */
  header(): Buffer {
    if (this.#video === null || this.#frames === 0) {
      throw sourceFailure('no-frames', 'the recorder sent no picture of the window');
    }
    const header = initSegment(this.#video, this.#audio);
    return Buffer.concat([header, box('free', zeros(headerBytes - header.length - 8))]);
  }

  copied(): Copied {
    return {
      frames: this.#frames,
      soundCodec: this.#soundCodec,
      lostPackets: this.#lostPackets,
    };
  }

  #write(picture: PackagedPicture | null): void {
    if (picture === null) return;
    this.#frames += 1;
    this.#append(picture.bytes);
  }

  #append(bytes: Buffer): void {
    this.#out.write(bytes);
    if (this.#out.writableLength > maxWaitingBytes) throw new Error('the disk is too slow');
  }
}

const changed = () => sourceFailure('codec-unsupported', 'the codec changes in the window');

/** Each stretch is pulled anew, and described anew. */
const isSamePicture = (a: VideoConfig, b: VideoConfig): boolean =>
  a.codecName === b.codecName && a.decoderConfig.equals(b.decoderConfig);

const isSameSound = (a: SoundTrackConfig, b: SoundTrackConfig): boolean =>
  a.codecName === b.codecName &&
  a.sampleRate === b.sampleRate &&
  a.channels === b.channels &&
  a.decoderConfig.equals(b.decoderConfig);
