/** Writes pictures and sound as RTP: small NAL units whole, large ones in fragments. */
import type { ClipPicture } from '#testing/camera/clip.ts';

const fragmentBytes = 600;
const pictureSource = 0x11111111;
const soundSource = 0x22222222;
const soundPayloadType = 97;

export class RtpWriter {
  readonly #codec: 'h264' | 'h265';
  #sequence: number;
  #soundSequence = 65_530;

  constructor(codec: 'h264' | 'h265', firstSequence = 65_500) {
    this.#codec = codec;
    this.#sequence = firstSequence;
  }

  /** Interleaved on channel 0. */
  picture(picture: ClipPicture, timestamp: number): Buffer {
    return Buffer.concat(this.packets(picture, timestamp).map((one) => interleaved(0, one)));
  }

  packets({ nals }: ClipPicture, timestamp: number): Buffer[] {
    return this.payloads(
      nals.flatMap((nal) => this.#split(nal)),
      timestamp,
    );
  }

  payloads(payloads: readonly Buffer[], timestamp: number): Buffer[] {
    return payloads.map((payload, index) => {
      const marker = index === payloads.length - 1;
      const head = packetHead(
        { type: 96, marker, source: pictureSource, timestamp },
        this.#sequence,
      );
      this.#sequence = (this.#sequence + 1) & 0xffff;
      return Buffer.concat([head, payload]);
    });
  }

  /** AAC frames in one packet (RFC 3640, AAC-hbr). */
  aac(frames: readonly Buffer[], timestamp: number): Buffer {
    const head = Buffer.alloc(2 + 2 * frames.length);
    head.writeUInt16BE(16 * frames.length);
    frames.forEach((frame, index) => head.writeUInt16BE(frame.length << 3, 2 + 2 * index));
    return this.sound(Buffer.concat([head, ...frames]), timestamp, soundPayloadType);
  }

  sound(payload: Buffer, timestamp: number, type: number): Buffer {
    const head = packetHead(
      { type, marker: true, source: soundSource, timestamp },
      this.#soundSequence,
    );
    this.#soundSequence = (this.#soundSequence + 1) & 0xffff;
    return Buffer.concat([head, payload]);
  }

  #split(nal: Buffer): Buffer[] {
    if (nal.length <= fragmentBytes) return [nal];
    const headBytes = this.#codec === 'h264' ? 1 : 2;
    const pieces: Buffer[] = [];
    for (let at = headBytes; at < nal.length; at += fragmentBytes) {
      const first = at === headBytes;
      const last = at + fragmentBytes >= nal.length;
      const flags = (first ? 0x80 : 0) | (last ? 0x40 : 0);
      pieces.push(
        Buffer.concat([this.#fragmentHead(nal, flags), nal.subarray(at, at + fragmentBytes)]),
      );
    }
    return pieces;
  }

  #fragmentHead(nal: Buffer, flags: number): Buffer {
    if (this.#codec === 'h264') return Buffer.from([(nal[0]! & 0xe0) | 28, flags | (nal[0]! & 31)]);
    return Buffer.from([(nal[0]! & 0x81) | (49 << 1), nal[1]!, flags | ((nal[0]! >> 1) & 63)]);
  }
}

function packetHead(
  of: { type: number; marker: boolean; source: number; timestamp: number },
  sequence: number,
): Buffer {
  const head = Buffer.alloc(12);
  head[0] = 0x80;
  head[1] = of.type | (of.marker ? 0x80 : 0);
  head.writeUInt16BE(sequence, 2);
  head.writeUInt32BE(((of.timestamp % 2 ** 32) + 2 ** 32) % 2 ** 32, 4);
  head.writeUInt32BE(of.source, 8);
  return head;
}

/** An RTCP sender report that ties a timestamp to a time of the wall, Unix milliseconds. */
export function senderReport(track: 'video' | 'audio', timestamp: number, wallMs: number): Buffer {
  const out = Buffer.alloc(28);
  out.writeUInt32BE(0x80c80006, 0);
  out.writeUInt32BE(track === 'video' ? pictureSource : soundSource, 4);
  out.writeUInt32BE(Math.floor(wallMs / 1000) + 2_208_988_800, 8);
  out.writeUInt32BE(Math.floor(((wallMs % 1000) / 1000) * 2 ** 32), 12);
  out.writeUInt32BE(((timestamp % 2 ** 32) + 2 ** 32) % 2 ** 32, 16);
  return out;
}

export function goodbye(): Buffer {
  const out = Buffer.alloc(8);
  out.writeUInt32BE(0x81cb0001, 0);
  out.writeUInt32BE(pictureSource, 4);
  return out;
}

export function interleaved(channel: number, payload: Buffer): Buffer {
  const head = Buffer.from([0x24, channel, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
