/** Packetized elementary streams (ISO/IEC 13818-1 2.4.3.6): one picture or some sound with its times. */
import { maxUnitBytes } from '#media/unit-builder.ts';

export type Pes = { pts: number; dts: number; payload: Buffer };

/** Collects the packets of one elementary stream and unrolls its clock of 33 bits. */
export class PesAssembler {
  #pieces: Buffer[] = [];
  #bytes = 0;

  take(payload: Buffer): void {
    this.#pieces.push(payload);
    this.#bytes += payload.length;
    if (this.#bytes > maxUnitBytes) {
      throw new RangeError('a picture larger than any camera sends');
    }
  }

  /** What has been collected; null where it is nothing whole, or tells no time. */
  finish(): Pes | null {
    const pes = Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [];
    this.#bytes = 0;
    if (pes.length < 14 || pes.readUIntBE(0, 3) !== 1) return null;
    const times = readTimes(pes);
    return times === null ? null : { ...times, payload: pes.subarray(9 + pes[8]!) };
  }
}

/** What the head of a packet tells of its times; null where it tells none. */
export function readTimes(pes: Buffer): { pts: number; dts: number } | null {
  const flags = pes[7]! >> 6;
  if (flags < 2) return null;
  const pts = read33(pes, 9);
  return { pts, dts: flags === 3 && pes.length >= 19 ? read33(pes, 14) : pts };
}

function read33(bytes: Buffer, at: number): number {
  const high = (bytes[at]! >> 1) & 7;
  const middle = bytes.readUInt16BE(at + 1) >> 1;
  const low = bytes.readUInt16BE(at + 3) >> 1;
  return high * 2 ** 30 + middle * 2 ** 15 + low;
}

/** The clock has 33 bits: the shorter way round is meant. */
export function signed33(difference: number): number {
  if (difference >= 2 ** 32) return difference - 2 ** 33;
  return difference < -(2 ** 32) ? difference + 2 ** 33 : difference;
}
