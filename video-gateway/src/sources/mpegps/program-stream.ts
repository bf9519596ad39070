/** Reads what one frame of an MPEG program stream holds (ISO/IEC 13818-1 2.5), as GB/T 28181 packs a picture or some sound. */
import { readTimes } from '#sources/mpegts/pes.ts';
import {
  audioTypes,
  otherVideoTypes,
  videoTypes,
  type TransportAudioType,
} from '#sources/mpegts/program-tables.ts';
import { sourceFailure } from '#sources/source-failure.ts';

/** What the stream's own map says that it carries. */
export type ProgramMap = { video: 'h264' | 'h265' | null; audio: TransportAudioType | null };

/** All bytes of one kind in the frame, with the first time told for them, in ticks of a clock of 33 bits. */
export type Elementary = { bytes: Buffer; times: { pts: number; dts: number } | null };

export type ProgramFrame = {
  /** Sent with key pictures alone. */
  map: ProgramMap | null;
  video: Elementary | null;
  audio: Elementary | null;
};

const starts = { packHeader: 0xba, end: 0xb9, map: 0xbc } as const;
const isVideo = (id: number): boolean => id >= 0xe0 && id <= 0xef;
const isAudio = (id: number): boolean => id >= 0xc0 && id <= 0xdf;

/** Whatever follows a length that does not fit is left out. */
export function readProgramFrame(frame: Buffer): ProgramFrame {
  const found: ProgramFrame = { map: null, video: null, audio: null };
  const video = new Gathered();
  const audio = new Gathered();
  for (let at = nextStart(frame, 0); at !== null;) {
    const id = frame[at + 3]!;
    if (id === starts.packHeader || id === starts.end) {
      at = nextStart(frame, at + 4);
      continue;
    }
    if (at + 6 > frame.length) break;
    const told = frame.readUInt16BE(at + 4);
    // A recorder may leave the length of a large picture out: it goes to the frame's end.
    const end = told === 0 && isVideo(id) ? frame.length : at + 6 + told;
    if (end > frame.length) break;
    const packet = frame.subarray(at, end);
    if (id === starts.map) found.map = readMap(packet) ?? found.map;
    else if (isVideo(id)) video.take(packet);
    else if (isAudio(id)) audio.take(packet);
    at = nextStart(frame, end);
  }
  return { ...found, video: video.whole(), audio: audio.whole() };
}

/** The pieces of one elementary stream: a large picture takes several packets, and only the first tells a time. */
class Gathered {
  readonly #pieces: Buffer[] = [];
  #times: Elementary['times'] = null;

  take(packet: Buffer): void {
    if (packet.length < 9) return;
    const from = 9 + packet[8]!;
    if (from > packet.length) return;
    if (packet.length >= 14) this.#times ??= readTimes(packet);
    this.#pieces.push(packet.subarray(from));
  }

  whole(): Elementary | null {
    return this.#pieces.length === 0
      ? null
      : { bytes: Buffer.concat(this.#pieces), times: this.#times };
  }
}

/** Throws a failure where the only picture is one that we cannot show. */
function readMap(packet: Buffer): ProgramMap | null {
  if (packet.length < 12) return null;
  const listAt = 10 + packet.readUInt16BE(8);
  if (listAt + 2 > packet.length) return null;
  const end = Math.min(packet.length, listAt + 2 + packet.readUInt16BE(listAt));
  const map: ProgramMap = { video: null, audio: null };
  let other: number | null = null;
  for (let at = listAt + 2; at + 4 <= end;) {
    const type = packet[at]!;
    map.video ??= videoTypes[type] ?? null;
    map.audio ??= audioTypes[type] ?? null;
    if (isVideo(packet[at + 1]!) && otherVideoTypes.has(type)) other = type;
    at += 4 + packet.readUInt16BE(at + 2);
  }
  if (map.video === null && other !== null) {
    throw sourceFailure('codec-unsupported', `video stream type 0x${other.toString(16)}`);
  }
  return map;
}

/** Where the next packet begins: 00 00 01 and an id that is no part of a picture. */
function nextStart(bytes: Buffer, from: number): number | null {
  for (let at = from; at + 4 <= bytes.length; at += 1) {
    const found = bytes.indexOf(startPrefix, at);
    if (found === -1 || found + 4 > bytes.length) return null;
    if (bytes[found + 3]! >= starts.end) return found;
    at = found;
  }
  return null;
}

const startPrefix = Buffer.from([0, 0, 1]);
