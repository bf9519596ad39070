/** RTP packets of one frame (RFC 6184), laid in one buffer behind interleaved headers of channel 0. */
import type { Clip } from '../media/clip.ts';
import { frameOf } from '../media/clip.ts';
import { rtpTimestampOf, unixMsOf } from '../media/timeline.ts';
import { wallTimeSei } from '../media/wall-time-sei.ts';

const maxPayloadBytes = 1400;
const rtpHeaderBytes = 12;
const interleavedHeaderBytes = 4;
export const payloadType = 96;
const stapA = 24;
const fuA = 28;

export type FramePackets = {
  frameNumber: number;
  isKey: boolean;
  rtpTimestamp: number;
  unixMs: number;
  /** All packets with `$`, channel 0 and length before each: one write for a client of channel 0. */
  interleaved: Buffer;
  /** The same packets, bare. */
  packets: readonly Buffer[];
  payloadBytes: number;
};

/** Packets of a clip's frame depend on the clip and the frame number alone: built once for all clients. */
export class ClipPacketizer {
  readonly clip: Clip;
  readonly ssrc: number;
  readonly #packetsBefore: number[] = [];
  readonly #packetsPerLoop: number;

  constructor(clip: Clip) {
    this.clip = clip;
    this.ssrc = ssrcOf(clip.name);
    let count = 0;
    for (const frame of clip.frames) {
      this.#packetsBefore.push(count);
      count += 1 + frame.slices.reduce((sum, slice) => sum + packetCountOf(slice), 0);
    }
    this.#packetsPerLoop = count;
  }

  sequenceOf(frameNumber: number): number {
    const place = frameNumber + this.clip.phaseFrames;
    const loop = Math.floor(place / this.clip.frames.length);
    const before = this.#packetsBefore[place % this.clip.frames.length]!;
    return (loop * this.#packetsPerLoop + before) % 0x1_0000;
  }

  packetsOf(frameNumber: number): FramePackets {
    const { sps, pps } = this.clip;
    const coded = { sps, pps, ...frameOf(this.clip, frameNumber) };
    const head = { ssrc: this.ssrc, sequence: this.sequenceOf(frameNumber) };
    return framePackets(coded, frameNumber, head);
  }
}

export type CodedFrame = { sps: Buffer; pps: Buffer; slices: readonly Buffer[]; isKey: boolean };

export function framePackets(
  { sps, pps, slices, isKey }: CodedFrame,
  frameNumber: number,
  head: { ssrc: number; sequence: number },
): FramePackets {
  const unixMs = unixMsOf(frameNumber);
  const sei = wallTimeSei(unixMs);
  const first = isKey ? aggregate([sps, pps, sei]) : sei;
  const payloads = [first, ...slices.flatMap(fragment)];
  const rtpTimestamp = rtpTimestampOf(frameNumber);
  const laid = layOut(payloads, { ...head, rtpTimestamp });
  const payloadBytes = payloads.reduce((sum, payload) => sum + payload.length, 0);
  return { frameNumber, isKey, rtpTimestamp, unixMs, ...laid, payloadBytes };
}

/** The same packets under other numbers: a recording counts for each who plays it. */
export function relabelled(
  frame: FramePackets,
  sequence: number,
  rtpTimestamp: number,
): FramePackets {
  const interleaved = Buffer.from(frame.interleaved);
  let at = 0;
  const packets = frame.packets.map(({ length }, index) => {
    const start = at + interleavedHeaderBytes;
    interleaved.writeUInt16BE((sequence + index) % 0x1_0000, start + 2);
    interleaved.writeUInt32BE(rtpTimestamp, start + 4);
    at = start + length;
    return interleaved.subarray(start, at);
  });
  return { ...frame, interleaved, packets, rtpTimestamp };
}

function packetCountOf(unit: Buffer): number {
  return unit.length <= maxPayloadBytes ? 1 : Math.ceil((unit.length - 1) / (maxPayloadBytes - 2));
}

function aggregate(units: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x60 | stapA])];
  for (const unit of units) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(unit.length);
    parts.push(length, unit);
  }
  return Buffer.concat(parts);
}

function fragment(unit: Buffer): Buffer[] {
  if (unit.length <= maxPayloadBytes) return [unit];
  const header = unit[0]!;
  const pieces: Buffer[] = [];
  for (let at = 1; at < unit.length; at += maxPayloadBytes - 2) {
    const end = Math.min(at + maxPayloadBytes - 2, unit.length);
    const startBit = at === 1 ? 0x80 : 0;
    const endBit = end === unit.length ? 0x40 : 0;
    const indicator = Buffer.from([(header & 0x60) | fuA, startBit | endBit | (header & 0x1f)]);
    pieces.push(Buffer.concat([indicator, unit.subarray(at, end)]));
  }
  return pieces;
}

type PacketHead = { rtpTimestamp: number; ssrc: number; sequence: number };

function layOut(payloads: readonly Buffer[], head: PacketHead) {
  const overhead = interleavedHeaderBytes + rtpHeaderBytes;
  const total = payloads.reduce((sum, payload) => sum + overhead + payload.length, 0);
  const interleaved = Buffer.allocUnsafe(total);
  const packets: Buffer[] = [];
  let at = 0;
  payloads.forEach((payload, index) => {
    const isLast = index === payloads.length - 1;
    interleaved[at] = 0x24;
    interleaved[at + 1] = 0;
    interleaved.writeUInt16BE(rtpHeaderBytes + payload.length, at + 2);
    const start = at + interleavedHeaderBytes;
    interleaved[start] = 0x80;
    interleaved[start + 1] = (isLast ? 0x80 : 0) | payloadType;
    interleaved.writeUInt16BE((head.sequence + index) % 0x1_0000, start + 2);
    interleaved.writeUInt32BE(head.rtpTimestamp, start + 4);
    interleaved.writeUInt32BE(head.ssrc, start + 8);
    payload.copy(interleaved, start + rtpHeaderBytes);
    at = start + rtpHeaderBytes + payload.length;
    packets.push(interleaved.subarray(start, at));
  });
  return { interleaved, packets };
}

function ssrcOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
