/** Takes AAC frames (RFC 3640) and G.711 (RFC 3551) out of RTP payloads. */
import { ticksPerSecond, type AudioUnit } from '#media/access-unit.ts';
import type { SenderReport } from '#sources/rtp/rtcp.ts';
import { RtpClock } from '#sources/rtp/rtp-clock.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';
import type { AudioDescription } from '#sources/rtsp/session-description.ts';

/** More than any packet of a camera holds. */
const mostFrames = 64;
const maxFrameBytes = 64 * 1024;

export class AudioAssembler {
  readonly #audio: AudioDescription;
  readonly #clock: RtpClock;
  /** A frame that is larger than a packet, as far as it has come. */
  #partial: { bytes: Buffer[]; length: number; whole: number; sequence: number } | null = null;

  constructor(audio: AudioDescription) {
    this.#audio = audio;
    this.#clock = new RtpClock(audio.clockRate);
  }

  learn(report: SenderReport): void {
    this.#clock.learn(report);
  }

  push(packet: RtpPacket): readonly AudioUnit[] {
    if (packet.payloadType !== this.#audio.payloadType || packet.payload.length === 0) return [];
    const { ticks, wall } = this.#clock.read(packet.timestamp);
    const { config } = this.#audio;
    const frames = config.codec === 'aac' ? this.#aacFrames(packet) : [packet.payload];
    return frames.map((data, index) => {
      const later = Math.round(
        (index * config.samplesPerUnit * ticksPerSecond) / config.sampleRate,
      );
      const dts = ticks + later;
      const wallOfFrame = wall === null ? null : wall + later / 90;
      return { track: 'audio', dts, pts: dts, wall: wallOfFrame, data, config };
    });
  }

  #aacFrames({ payload, sequence }: RtpPacket): readonly Buffer[] {
    const sizes = this.#frameSizes(payload);
    if (sizes === null) return [];
    let at = 2 + Math.ceil(payload.readUInt16BE(0) / 8);
    if (sizes.length === 1 && at + sizes[0]! > payload.length) {
      return this.#takePart(payload.subarray(at), sizes[0]!, sequence);
    }
    this.#partial = null;
    const frames: Buffer[] = [];
    for (const size of sizes) {
      if (size === 0 || at + size > payload.length) break;
      frames.push(payload.subarray(at, at + size));
      at += size;
    }
    return frames;
  }

  /** Out of the AU headers; null where they do not fit. */
  #frameSizes(payload: Buffer): readonly number[] | null {
    const { sizeBits, indexBits } = this.#audio;
    const headerBits = sizeBits + indexBits;
    if (payload.length < 2 || sizeBits === 0 || headerBits > 32) return null;
    const totalBits = payload.readUInt16BE(0);
    const count = Math.floor(totalBits / headerBits);
    if (count === 0 || count > mostFrames || 2 + Math.ceil(totalBits / 8) > payload.length) {
      return null;
    }
    return Array.from({ length: count }, (_, index) =>
      readBits(payload, 16 + index * headerBits, sizeBits),
    );
  }

  #takePart(part: Buffer, whole: number, sequence: number): readonly Buffer[] {
    const partial = this.#partial;
    const goesOn =
      partial !== null && partial.whole === whole && sequence === ((partial.sequence + 1) & 0xffff);
    if (whole > maxFrameBytes) return [];
    const bytes = goesOn ? [...partial.bytes, part] : [part];
    const length = (goesOn ? partial.length : 0) + part.length;
    this.#partial = length < whole ? { bytes, length, whole, sequence } : null;
    return length === whole ? [Buffer.concat(bytes, length)] : [];
  }
}

function readBits(bytes: Buffer, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    value = value * 2 + ((bytes[at >> 3]! >> (7 - (at & 7))) & 1);
  }
  return value;
}
