/** H.264 as the gateway needs it: NAL types, the picture's size out of the SPS, and the avcC box. */
import { BitReader } from '#media/bit-reader.ts';
import { withoutEmulation } from '#media/emulation.ts';
import type { VideoConfig } from '#media/access-unit.ts';

export const h264Nal = { slice: 1, key: 5, sei: 6, sps: 7, pps: 8, delimiter: 9 } as const;

export const h264NalType = (nal: Uint8Array): number => (nal[0] ?? 0) & 0x1f;

const highProfiles = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
export const maxPictureSide = 16_384;

function skipScalingLists(reader: BitReader, count: number): void {
  for (let list = 0; list < count; list += 1) {
    if (reader.bit() === 0) continue;
    let last = 8;
    let next = 8;
    for (let i = 0; i < (list < 6 ? 16 : 64); i += 1) {
      if (next !== 0) next = (last + reader.signed() + 256) % 256;
      last = next === 0 ? last : next;
    }
  }
}

function readChroma(reader: BitReader): number {
  const chromaFormat = reader.unsigned();
  if (chromaFormat === 3) reader.skip(1);
  reader.unsigned();
  reader.unsigned();
  reader.skip(1);
  if (reader.bit() === 1) skipScalingLists(reader, chromaFormat === 3 ? 12 : 8);
  return chromaFormat;
}

function skipPictureOrder(reader: BitReader): void {
  const kind = reader.unsigned();
  if (kind === 0) {
    reader.unsigned();
    return;
  }
  if (kind !== 1) return;
  reader.skip(1);
  reader.signed();
  reader.signed();
  const cycle = reader.unsigned();
  if (cycle > 255) throw new RangeError('SPS: picture order cycle too long');
  for (let i = 0; i < cycle; i += 1) reader.signed();
}

/** Width and height of the picture after cropping. */
export function h264PictureSize(sps: Uint8Array): { width: number; height: number } {
  const reader = new BitReader(withoutEmulation(sps));
  reader.skip(8);
  const profile = reader.bits(8);
  reader.skip(16);
  reader.unsigned();
  const chromaFormat = highProfiles.has(profile) ? readChroma(reader) : 1;
  reader.unsigned();
  skipPictureOrder(reader);
  reader.unsigned();
  reader.skip(1);
  const widthBlocks = reader.unsigned() + 1;
  const heightUnits = reader.unsigned() + 1;
  const framesOnly = reader.bit();
  if (framesOnly === 0) reader.skip(1);
  reader.skip(1);
  const crop = [0, 0, 0, 0];
  if (reader.bit() === 1) for (let i = 0; i < 4; i += 1) crop[i] = reader.unsigned();
  const cropX = chromaFormat === 1 || chromaFormat === 2 ? 2 : 1;
  const cropY = (chromaFormat === 1 ? 2 : 1) * (2 - framesOnly);
  const width = widthBlocks * 16 - cropX * (crop[0]! + crop[1]!);
  const height = heightUnits * 16 * (2 - framesOnly) - cropY * (crop[2]! + crop[3]!);
  if (!(width > 0 && height > 0 && width <= maxPictureSide && height <= maxPictureSide)) {
    throw new RangeError(`SPS: impossible picture of ${width}×${height}`);
  }
  return { width, height };
}

/** The configuration that one SPS and one PPS describe. */
export function h264Config(sps: Buffer, pps: Buffer): VideoConfig {
  if (sps.length < 4 || sps.length > 65_535 || pps.length > 65_535) {
    throw new RangeError('SPS or PPS of impossible length');
  }
  const head = Buffer.from([1, sps[1]!, sps[2]!, sps[3]!, 0xff, 0xe1, sps.length >> 8, sps.length]);
  const between = Buffer.from([1, pps.length >> 8, pps.length & 0xff]);
  return {
    codec: 'h264',
    codecName: `avc1.${sps.subarray(1, 4).toString('hex')}`,
    ...h264PictureSize(sps),
    decoderConfig: Buffer.concat([head, sps, between, pps]),
  };
}
