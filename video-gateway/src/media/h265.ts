/** H.265 as the gateway needs it: NAL types, size and profile out of the SPS, and the hvcC box. */
import type { VideoConfig } from '#media/access-unit.ts';
import { BitReader } from '#media/bit-reader.ts';
import { withoutEmulation } from '#media/emulation.ts';
import { maxPictureSide } from '#media/h264.ts';

export const h265Nal = {
  firstKey: 16,
  lastKey: 23,
  vps: 32,
  sps: 33,
  pps: 34,
  delimiter: 35,
} as const;

export const h265NalType = (nal: Uint8Array): number => ((nal[0] ?? 0) >> 1) & 0x3f;

type H265Sps = {
  /** general_profile_space … general_level_idc, the 12 bytes that hvcC repeats. */
  profileTierLevel: Uint8Array;
  chromaFormat: number;
  bitDepthLuma: number;
  bitDepthChroma: number;
  width: number;
  height: number;
};

function skipSubLayers(reader: BitReader, subLayers: number): void {
  if (subLayers === 0) return;
  const present: [number, number][] = [];
  for (let i = 0; i < 8; i += 1) {
    if (i < subLayers) present.push([reader.bit(), reader.bit()]);
    else reader.skip(2);
  }
  for (const [profile, level] of present) reader.skip(88 * profile + 8 * level);
}

export function readH265Sps(sps: Uint8Array): H265Sps {
  const raw = withoutEmulation(sps);
  const reader = new BitReader(raw);
  reader.skip(16 + 4);
  const subLayers = reader.bits(3);
  reader.skip(1);
  const profileTierLevel = raw.slice(3, 15);
  reader.skip(96);
  skipSubLayers(reader, subLayers);
  reader.unsigned();
  const chromaFormat = reader.unsigned();
  if (chromaFormat === 3) reader.skip(1);
  const codedWidth = reader.unsigned();
  const codedHeight = reader.unsigned();
  const crop = [0, 0, 0, 0];
  if (reader.bit() === 1) for (let i = 0; i < 4; i += 1) crop[i] = reader.unsigned();
  const width =
    codedWidth - (chromaFormat === 1 || chromaFormat === 2 ? 2 : 1) * (crop[0]! + crop[1]!);
  const height = codedHeight - (chromaFormat === 1 ? 2 : 1) * (crop[2]! + crop[3]!);
  if (!(width > 0 && height > 0 && width <= maxPictureSide && height <= maxPictureSide)) {
    throw new RangeError(`SPS: impossible picture of ${width}×${height}`);
  }
  const bitDepthLuma = reader.unsigned() + 8;
  const bitDepthChroma = reader.unsigned() + 8;
  if (bitDepthLuma > 16 || bitDepthChroma > 16) throw new RangeError('SPS: impossible bit depth');
  return { profileTierLevel, chromaFormat, bitDepthLuma, bitDepthChroma, width, height };
}

function reversedBits(value: number): number {
  let out = 0;
  for (let i = 0; i < 32; i += 1) out = out * 2 + (Math.floor(value / 2 ** i) % 2);
  return out;
}

/** RFC 6381 name by ISO/IEC 14496-15 annex E, such as `hvc1.1.6.L93.B0`. */
function h265CodecName(profileTierLevel: Uint8Array): string {
  const view = Buffer.from(profileTierLevel);
  const first = view[0]!;
  const space = ['', 'A', 'B', 'C'][first >> 6]!;
  const tier = (first & 0x20) === 0 ? 'L' : 'H';
  const compatibility = reversedBits(view.readUInt32BE(1)).toString(16).toUpperCase();
  const constraints = [...view.subarray(5, 11)];
  while (constraints.length > 0 && constraints.at(-1) === 0) constraints.pop();
  const tail = constraints.map((byte) => `.${byte.toString(16).toUpperCase()}`).join('');
  return `hvc1.${space}${first & 0x1f}.${compatibility}.${tier}${view[11]!}${tail}`;
}

function nalArray(type: number, nal: Buffer): Buffer {
  if (nal.length > 65_535) throw new RangeError('parameter set of impossible length');
  return Buffer.concat([Buffer.from([0x80 | type, 0, 1, nal.length >> 8, nal.length & 0xff]), nal]);
}

/** The configuration that one VPS, one SPS and one PPS describe. */
export function h265Config(vps: Buffer, sps: Buffer, pps: Buffer): VideoConfig {
  const read = readH265Sps(sps);
  const tail = Buffer.from([
    0xf0,
    0x00,
    0xfc,
    0xfc | (read.chromaFormat & 3),
    0xf8 | (read.bitDepthLuma - 8),
    0xf8 | (read.bitDepthChroma - 8),
    0,
    0,
    0x0f,
    3,
  ]);
  return {
    codec: 'h265',
    codecName: h265CodecName(read.profileTierLevel),
    width: read.width,
    height: read.height,
    decoderConfig: Buffer.concat([
      Buffer.from([1]),
      read.profileTierLevel,
      tail,
      nalArray(h265Nal.vps, vps),
      nalArray(h265Nal.sps, sps),
      nalArray(h265Nal.pps, pps),
    ]),
  };
}
