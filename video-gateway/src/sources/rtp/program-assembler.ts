/** Puts a program stream that came over RTP (`MP2P`, RFC 2250 and GB/T 28181) together and takes picture and sound out of it. */
import type { AccessUnit } from '#media/access-unit.ts';
import { splitAnnexB } from '#media/annex-b.ts';
import { DecodeClock } from '#media/decode-clock.ts';
import { maxUnitBytes, UnitBuilder } from '#media/unit-builder.ts';
import { readProgramFrame, type ProgramFrame } from '#sources/mpegps/program-stream.ts';
import { signed33 } from '#sources/mpegts/pes.ts';
import type { TransportAudioType } from '#sources/mpegts/program-tables.ts';
import { TransportAudio } from '#sources/mpegts/transport-audio.ts';
import type { SenderReport } from '#sources/rtp/rtcp.ts';
import { RtpClock } from '#sources/rtp/rtp-clock.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';
import type { ProgramDescription } from '#sources/rtsp/session-description.ts';

type FrameTimes = { ticks: number; wall: number | null };

export class ProgramAssembler {
  /** Packets that never came. */
  lost = 0;
  readonly #payloadType: number;
  readonly #clock: RtpClock;
  readonly #decodeClock = new DecodeClock();
  #video: { type: 'h264' | 'h265'; builder: UnitBuilder } | null = null;
  #audio: { type: TransportAudioType; reader: TransportAudio } | null = null;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #timestamp: number | null = null;
  #sequence: number | null = null;
  /** A piece of the frame in hand is missing. */
  #holed = false;
  /** As with pictures sent alone: nothing is shown after a gap until the next key picture. */
  #damaged = false;
  /** The last picture by both of its clocks: sound is placed by how far its own time lies from the picture's. */
  #anchor: { ticks: number; pts: number } | null = null;

  constructor({ payloadType, clockRate }: ProgramDescription) {
    this.#payloadType = payloadType;
    this.#clock = new RtpClock(clockRate);
  }

  learn(report: SenderReport): void {
    this.#clock.learn(report);
  }

  /** The pictures and sounds that this packet completes. */
  push(packet: RtpPacket): readonly AccessUnit[] {
    if (packet.payloadType !== this.#payloadType) return [];
    const done: AccessUnit[] = [];
    const afterGap = this.#isAfterGap(packet.sequence);
    // The end of the frame in hand may be what is missing, or the begin of the next one.
    if (afterGap && this.#timestamp !== null) this.#holed = true;
    if (this.#timestamp !== null && packet.timestamp !== this.#timestamp) this.#finish(done);
    if (afterGap && !beginsFrame(packet.payload)) this.#holed = true;
    this.#timestamp = packet.timestamp;
    this.#pieces.push(packet.payload);
    this.#bytes += packet.payload.length;
    if (this.#bytes > maxUnitBytes) throw new RangeError('a frame larger than any camera sends');
    if (packet.marker) this.#finish(done);
    return done;
  }

  #isAfterGap(sequence: number): boolean {
    const last = this.#sequence;
    this.#sequence = sequence;
    if (last === null || sequence === ((last + 1) & 0xffff)) return false;
    const missing = (sequence - last - 1) & 0xffff;
    if (missing < 0x8000) this.lost += missing;
    this.#damaged = true;
    return true;
  }

  #finish(done: AccessUnit[]): void {
    const bytes = Buffer.concat(this.#pieces, this.#bytes);
    const timestamp = this.#timestamp!;
    const holed = this.#holed;
    this.#pieces = [];
    this.#bytes = 0;
    this.#timestamp = null;
    this.#holed = false;
    const times = this.#clock.read(timestamp);
    if (holed) return;
    const frame = readProgramFrame(bytes);
    this.#follow(frame);
    this.#takePicture(frame, times, done);
    this.#takeSound(frame, times, done);
  }

  #follow({ map }: ProgramFrame): void {
    if (map === null) return;
    const { video, audio } = map;
    if (video !== null && this.#video?.type !== video) {
      this.#video = { type: video, builder: new UnitBuilder(video) };
    }
    if (audio === null) this.#audio = null;
    else if (this.#audio?.type !== audio) {
      this.#audio = { type: audio, reader: new TransportAudio(audio) };
    }
  }

  #takePicture({ video }: ProgramFrame, { ticks, wall }: FrameTimes, done: AccessUnit[]): void {
    if (video === null || this.#video === null) return;
    if (video.times !== null) this.#anchor = { ticks, pts: video.times.pts };
    const times = { pts: ticks, dts: ticks, wall };
    const unit = this.#video.builder.build(splitAnnexB(video.bytes), times);
    if (unit === null) return;
    if (unit.key) this.#damaged = false;
    if (!this.#damaged) done.push({ ...unit, dts: this.#decodeClock.decodeTime(ticks) });
  }

  #takeSound({ audio }: ProgramFrame, { ticks, wall }: FrameTimes, done: AccessUnit[]): void {
    if (audio === null || this.#audio === null) return;
    const anchor = this.#anchor;
    const at =
      anchor === null || audio.times === null
        ? ticks
        : anchor.ticks + signed33(audio.times.pts - anchor.pts);
    done.push(...this.#audio.reader.read(audio.bytes, { dts: at, pts: at, wall }));
  }
}

/** Each frame begins with a pack, or, from senders that leave it out, with a packet of picture or sound. */
function beginsFrame(payload: Buffer): boolean {
  return payload.length >= 4 && payload.readUIntBE(0, 3) === 1 && payload[3]! >= 0xba;
}
