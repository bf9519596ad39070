/** Turns the NAL units of one picture into an access unit, and follows the parameter sets on the way. */
import type { VideoConfig, VideoUnit } from '#media/access-unit.ts';
import { h264Config, h264Nal, h264NalType } from '#media/h264.ts';
import { h265Config, h265Nal, h265NalType } from '#media/h265.ts';

export type PictureTimes = { dts: number; pts: number; wall: number | null };

/** Larger than any camera's key frame; a source that sends more is not a camera. */
export const maxUnitBytes = 8 * 1024 * 1024;

export class UnitBuilder {
  readonly #codec: 'h264' | 'h265';
  #vps: Buffer | null = null;
  #sps: Buffer | null = null;
  #pps: Buffer | null = null;
  #changed = false;
  #config: VideoConfig | null = null;

  constructor(codec: 'h264' | 'h265') {
    this.#codec = codec;
  }

  /** Takes a parameter set out of the stream; false when the NAL unit is something else. */
  takeParameterSet(nal: Buffer): boolean {
    const slot = this.#slotOf(nal);
    if (slot === 'none') return false;
    if (slot === 'delimiter') return true;
    const held = slot === 'vps' ? this.#vps : slot === 'sps' ? this.#sps : this.#pps;
    if (held?.equals(nal) === true) return true;
    const copy = Buffer.from(nal);
    if (slot === 'vps') this.#vps = copy;
    else if (slot === 'sps') this.#sps = copy;
    else this.#pps = copy;
    this.#changed = true;
    return true;
  }

  /** Null as long as the stream has not described itself, or when nothing of a picture was given. */
  build(nals: readonly Buffer[], times: PictureTimes): VideoUnit | null {
    const picture = nals.filter((nal) => nal.length > 0 && !this.takeParameterSet(nal));
    const config = this.#currentConfig();
    if (config === null || !picture.some((nal) => this.#isSlice(nal))) return null;
    const data = lengthPrefixed(picture);
    if (data.length > maxUnitBytes) return null;
    return { track: 'video', ...times, key: picture.some((nal) => this.#isKey(nal)), data, config };
  }

  #currentConfig(): VideoConfig | null {
    if (!this.#changed) return this.#config;
    this.#changed = false;
    const next = this.#describe();
    if (next === null || this.#config?.decoderConfig.equals(next.decoderConfig) === true) {
      return this.#config;
    }
    this.#config = next;
    return next;
  }

  #describe(): VideoConfig | null {
    if (this.#sps === null || this.#pps === null) return null;
    if (this.#codec === 'h264') return h264Config(this.#sps, this.#pps);
    return this.#vps === null ? null : h265Config(this.#vps, this.#sps, this.#pps);
  }

  #slotOf(nal: Buffer): 'vps' | 'sps' | 'pps' | 'delimiter' | 'none' {
    if (this.#codec === 'h264') {
      const type = h264NalType(nal);
      if (type === h264Nal.sps) return 'sps';
      if (type === h264Nal.pps) return 'pps';
      return type === h264Nal.delimiter ? 'delimiter' : 'none';
    }
    const type = h265NalType(nal);
    if (type === h265Nal.vps) return 'vps';
    if (type === h265Nal.sps) return 'sps';
    if (type === h265Nal.pps) return 'pps';
    return type === h265Nal.delimiter ? 'delimiter' : 'none';
  }

  #isSlice(nal: Buffer): boolean {
    if (this.#codec === 'h265') return h265NalType(nal) < h265Nal.vps;
    const type = h264NalType(nal);
    return type >= h264Nal.slice && type <= h264Nal.key;
  }

  #isKey(nal: Buffer): boolean {
    if (this.#codec === 'h264') return h264NalType(nal) === h264Nal.key;
    const type = h265NalType(nal);
    return type >= h265Nal.firstKey && type <= h265Nal.lastKey;
  }
}

export function lengthPrefixed(nals: readonly Buffer[]): Buffer {
  const total = nals.reduce((sum, nal) => sum + 4 + nal.length, 0);
  const out = Buffer.allocUnsafe(total);
  let offset = 0;
  for (const nal of nals) {
    out.writeUInt32BE(nal.length, offset);
    nal.copy(out, offset + 4);
    offset += 4 + nal.length;
  }
  return out;
}

/** NAL units of a buffer with length prefixes of `prefixBytes`; throws on a length that does not fit. */
export function splitLengthPrefixed(data: Buffer, prefixBytes: number): Buffer[] {
  const nals: Buffer[] = [];
  let offset = 0;
  while (offset < data.length) {
    if (offset + prefixBytes > data.length) throw new RangeError('NAL length is cut off');
    const length = data.readUIntBE(offset, prefixBytes);
    offset += prefixBytes;
    if (offset + length > data.length) throw new RangeError('NAL unit is longer than its picture');
    if (length > 0) nals.push(data.subarray(offset, offset + length));
    offset += length;
  }
  return nals;
}
