/** AAC as the gateway needs it: what its configuration says, ADTS headers, and a frame of silence. */
import type { AudioConfig } from '#media/access-unit.ts';
import { BitReader } from '#media/bit-reader.ts';

const sampleRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
  7_350,
];
/** Channel configuration 7 means eight channels, the others mean themselves. */
const channelCounts = [0, 1, 2, 3, 4, 5, 6, 8];
const maxConfigBytes = 64;
const spectralBandReplication = 5;
const parametricStereo = 29;
const lowComplexity = 2;

function readObjectType(reader: BitReader): number {
  const type = reader.bits(5);
  return type === 31 ? 32 + reader.bits(6) : type;
}

function readSampleRate(reader: BitReader): number {
  const index = reader.bits(4);
  const rate = index === 15 ? reader.bits(24) : sampleRates[index];
  if (rate === undefined || rate < 7000 || rate > 192_000) {
    throw new RangeError('AAC: impossible sample rate');
  }
  return rate;
}

/** Null for sound that nobody can describe or that we do not carry: it must not cost the picture. */
export function aacConfig(specific: Buffer): AudioConfig | null {
  try {
    return readSpecificConfig(specific);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** AudioSpecificConfig (ISO/IEC 14496-3 1.6.2.1). */
function readSpecificConfig(specific: Buffer): AudioConfig {
  if (specific.length > maxConfigBytes) throw new RangeError('AAC: configuration too long');
  const reader = new BitReader(specific);
  const declared = readObjectType(reader);
  const sampleRate = readSampleRate(reader);
  const channels = channelCounts[reader.bits(4)] ?? 0;
  if (channels === 0) throw new RangeError('AAC: channels are not told');
  let objectType = declared;
  if (declared === spectralBandReplication || declared === parametricStereo) {
    readSampleRate(reader);
    objectType = readObjectType(reader);
  }
  if (objectType !== lowComplexity) throw new RangeError(`AAC: object type ${objectType}`);
  return {
    codec: 'aac',
    codecName: `mp4a.40.${declared}`,
    sampleRate,
    channels,
    samplesPerUnit: reader.bit() === 1 ? 960 : 1024,
    decoderConfig: Buffer.from(specific),
  };
}

export type AdtsFrame = { specific: Buffer; frame: Buffer };

/** The whole frames of a buffer of ADTS, up to where it is out of step. */
export function splitAdts(data: Buffer): AdtsFrame[] {
  const frames: AdtsFrame[] = [];
  for (let at = 0; at + 7 <= data.length;) {
    if (data.readUInt16BE(at) >> 4 !== 0xfff) break;
    const headBytes = (data[at + 1]! & 1) === 1 ? 7 : 9;
    const objectType = (data[at + 2]! >> 6) + 1;
    const rateIndex = (data[at + 2]! >> 2) & 15;
    const channels = ((data[at + 2]! & 1) << 2) | (data[at + 3]! >> 6);
    const length = (data.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
    if (length <= headBytes || at + length > data.length) break;
    const specific = Buffer.alloc(2);
    specific.writeUInt16BE((objectType << 11) | (rateIndex << 7) | (channels << 3));
    frames.push({ specific, frame: data.subarray(at + headBytes, at + length) });
    at += length;
  }
  return frames;
}

/** Low-complexity frames in which nothing sounds, by number of channels. */
const silentFrames: Record<number, Buffer> = {
  1: Buffer.from([0x00, 0xc8, 0x00, 0x80, 0x23, 0x80]),
  2: Buffer.from([0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80]),
};

/** Null where we know none: the gap stays one then. */
export const silentFrame = (config: AudioConfig): Buffer | null =>
  config.codecName === 'mp4a.40.2' && config.samplesPerUnit === 1024
    ? (silentFrames[config.channels] ?? null)
    : null;
