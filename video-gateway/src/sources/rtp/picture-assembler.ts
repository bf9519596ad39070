/** Puts the NAL units of RTP payloads (RFC 6184, RFC 7798) together into pictures. */
import type { VideoUnit } from '#media/access-unit.ts';
import { DecodeClock } from '#media/decode-clock.ts';
import { h264Nal, h264NalType } from '#media/h264.ts';
import { h265Nal, h265NalType } from '#media/h265.ts';
import { maxUnitBytes, UnitBuilder } from '#media/unit-builder.ts';
import type { SenderReport } from '#sources/rtp/rtcp.ts';
import { RtpClock } from '#sources/rtp/rtp-clock.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';
import type { VideoDescription } from '#sources/rtsp/session-description.ts';

/** Splits one payload: whole NAL units, or a piece of a fragmented one. */
type Piece =
  | { kind: 'whole'; nals: readonly Buffer[] }
  | { kind: 'fragment'; start: boolean; end: boolean; header: Buffer; bytes: Buffer }
  | { kind: 'unknown' };

export class PictureAssembler {
  /** Packets that never came. */
  lost = 0;
  readonly #codec: 'h264' | 'h265';
  readonly #split: (payload: Buffer) => Piece;
  readonly #builder: UnitBuilder;
  readonly #clock: RtpClock;
  readonly #decodeClock = new DecodeClock();
  readonly #payloadType: number;
  #nals: Buffer[] = [];
  #bytes = 0;
  #pieces: Buffer[] | null = null;
  #timestamp: number | null = null;
  #sequence: number | null = null;
  /** A piece of the picture in hand is missing. */
  #holed = false;
  /** After a gap nothing is shown until the next key picture: a grey smear would be worse than a pause. */
  #damaged = false;

  constructor(video: VideoDescription) {
    this.#codec = video.codec;
    this.#split = video.codec === 'h264' ? splitH264 : splitH265;
    this.#builder = new UnitBuilder(video.codec);
    this.#clock = new RtpClock(video.clockRate);
    this.#payloadType = video.payloadType;
    for (const set of video.parameterSets) this.#builder.takeParameterSet(set);
  }

  learn(report: SenderReport): void {
    this.#clock.learn(report);
  }

  /** The pictures that this packet completes. */
  push(packet: RtpPacket): readonly VideoUnit[] {
    if (packet.payloadType !== this.#payloadType) return [];
    const done: VideoUnit[] = [];
    const finish = () => {
      const unit = this.#finish();
      if (unit !== null) done.push(unit);
    };
    const afterGap = this.#isAfterGap(packet.sequence);
    if (afterGap) this.#damaged = true;
    // The end of the picture in hand may be what is missing.
    if (afterGap && this.#timestamp !== null) this.#hole();
    if (this.#timestamp !== null && packet.timestamp !== this.#timestamp) finish();
    const piece = this.#split(packet.payload);
    if (afterGap && !this.#beginsPicture(piece)) this.#hole();
    this.#timestamp = packet.timestamp;
    this.#take(piece);
    if (packet.marker) finish();
    return done;
  }

  #isAfterGap(sequence: number): boolean {
    const last = this.#sequence;
    this.#sequence = sequence;
    if (last === null || sequence === ((last + 1) & 0xffff)) return false;
    // Backwards is a sender that counts anew, and no loss of thousands.
    const missing = (sequence - last - 1) & 0xffff;
    if (missing < 0x8000) this.lost += missing;
    return true;
  }

  #hole(): void {
    this.#holed = true;
    this.#pieces = null;
  }

  /** Delimiters and parameter sets stand before the first slice only. */
  #beginsPicture(piece: Piece): boolean {
    const nal = piece.kind === 'whole' ? piece.nals[0] : undefined;
    if (nal === undefined) return false;
    if (this.#codec === 'h264') return h264NalType(nal) > h264Nal.key;
    return h265NalType(nal) >= h265Nal.vps && h265NalType(nal) <= h265Nal.delimiter;
  }

  #take(piece: Piece): void {
    if (piece.kind === 'unknown') return;
    if (piece.kind === 'whole') {
      for (const nal of piece.nals) this.#keep(nal);
      return;
    }
    if (piece.start) this.#pieces = [piece.header];
    if (this.#pieces === null) return;
    this.#pieces.push(piece.bytes);
    this.#bytes += piece.bytes.length;
    if (this.#bytes > maxUnitBytes) throw new RangeError('a picture larger than any camera sends');
    if (!piece.end) return;
    this.#nals.push(Buffer.concat(this.#pieces));
    this.#pieces = null;
  }

  #keep(nal: Buffer): void {
    this.#bytes += nal.length;
    if (this.#bytes > maxUnitBytes) throw new RangeError('a picture larger than any camera sends');
    this.#nals.push(nal);
  }

  #finish(): VideoUnit | null {
    const nals = this.#nals;
    const timestamp = this.#timestamp;
    const holed = this.#holed;
    this.#nals = [];
    this.#bytes = 0;
    this.#pieces = null;
    this.#timestamp = null;
    this.#holed = false;
    if (timestamp === null || nals.length === 0) return null;
    const { ticks, wall } = this.#clock.read(timestamp);
    const unit = this.#builder.build(nals, { pts: ticks, dts: ticks, wall });
    if (unit === null || holed) return null;
    if (unit.key) this.#damaged = false;
    if (this.#damaged) return null;
    return { ...unit, dts: this.#decodeClock.decodeTime(ticks) };
  }
}

function splitAggregate(payload: Buffer, from: number): Piece {
  const nals: Buffer[] = [];
  let at = from;
  while (at + 2 <= payload.length) {
    const length = payload.readUInt16BE(at);
    at += 2;
    if (length === 0 || at + length > payload.length) break;
    nals.push(payload.subarray(at, at + length));
    at += length;
  }
  return { kind: 'whole', nals };
}

const stapA = 24;
const fuA = 28;

function splitH264(payload: Buffer): Piece {
  if (payload.length < 2) return { kind: 'unknown' };
  const type = payload[0]! & 0x1f;
  if (type >= 1 && type < stapA) return { kind: 'whole', nals: [payload] };
  if (type === stapA) return splitAggregate(payload, 1);
  if (type !== fuA) return { kind: 'unknown' };
  const header = payload[1]!;
  return {
    kind: 'fragment',
    start: (header & 0x80) !== 0,
    end: (header & 0x40) !== 0,
    header: Buffer.from([(payload[0]! & 0xe0) | (header & 0x1f)]),
    bytes: payload.subarray(2),
  };
}

const aggregation = 48;
const fragmentation = 49;

function splitH265(payload: Buffer): Piece {
  if (payload.length < 3) return { kind: 'unknown' };
  const type = (payload[0]! >> 1) & 0x3f;
  if (type < aggregation) return { kind: 'whole', nals: [payload] };
  if (type === aggregation) return splitAggregate(payload, 2);
  if (type !== fragmentation) return { kind: 'unknown' };
  const header = payload[2]!;
  return {
    kind: 'fragment',
    start: (header & 0x80) !== 0,
    end: (header & 0x40) !== 0,
    header: Buffer.from([(payload[0]! & 0x81) | ((header & 0x3f) << 1), payload[1]!]),
    bytes: payload.subarray(3),
  };
}
