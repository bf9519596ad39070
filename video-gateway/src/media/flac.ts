/**
 * FLAC (RFC 9639) as browsers take it in an MP4 track: for sound that no browser plays as it is recorded. Nothing is
 * lost by it, and nothing is gained: samples stand as they are, 16 bits each.
 */
import type { AudioConfig } from '#media/access-unit.ts';

export type FlacConfig = Omit<AudioConfig, 'codec'> & { codec: 'flac' };
/** Sound as a track of a movie holds it. */
export type SoundTrackConfig = AudioConfig | FlacConfig;

/** 64 ms at 8 kHz. */
const samplesPerBlock = 512;
const bitsPerSample = 16;
const sync = 0xfff8;
/** 256 · 2^(9 − 8) */
const blockSizeCode = 9;
const bitsCode = 4;
const subframe = { constant: 0x00, verbatim: 0x02 } as const;

/** At most eight channels; `decoderConfig` is the STREAMINFO block. */
export function flacConfig(sampleRate: number, channels: number): FlacConfig {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(samplesPerBlock, 0);
  info.writeUInt16BE(samplesPerBlock, 2);
  // 20 bits of rate, 3 of channels, 5 of depth; the number of samples and their MD5 stay unknown.
  info.writeUInt32BE(
    ((sampleRate << 12) | ((channels - 1) << 9) | ((bitsPerSample - 1) << 4)) >>> 0,
    10,
  );
  return {
    codec: 'flac',
    codecName: 'flac',
    sampleRate,
    channels,
    samplesPerUnit: samplesPerBlock,
    decoderConfig: info,
  };
}

/** One block of samples, interleaved as PCM is. */
export function flacFrame(samples: Int16Array, { channels }: FlacConfig): Buffer {
  const bytes = samplesPerBlock * 2;
  const out = Buffer.alloc(frameHeadBytes + channels * (1 + bytes) + 2);
  let at = writeHead(out, channels);
  for (let channel = 0; channel < channels; channel += 1) {
    at = out.writeUInt8(subframe.verbatim, at);
    for (let i = channel; i < samplesPerBlock * channels; i += channels) {
      at = out.writeInt16BE(samples[i]!, at);
    }
  }
  return closed(out, at);
}

export function silentFlacFrame({ channels }: FlacConfig): Buffer {
  const out = Buffer.alloc(frameHeadBytes + channels * 3 + 2);
  let at = writeHead(out, channels);
  for (let channel = 0; channel < channels; channel += 1) {
    at = out.writeUInt8(subframe.constant, at);
    at = out.writeInt16BE(0, at);
  }
  return closed(out, at);
}

const frameHeadBytes = 6;

/** The rate is STREAMINFO's. In a movie the track counts the frames, so each is number 0 and may stand anywhere. */
function writeHead(out: Buffer, channels: number): number {
  out.writeUInt16BE(sync, 0);
  out.writeUInt8(blockSizeCode << 4, 2);
  out.writeUInt8(((channels - 1) << 4) | (bitsCode << 1), 3);
  out.writeUInt8(0, 4);
  return out.writeUInt8(checksum(out.subarray(0, 5), { bits: 8, polynomial: 0x07 }), 5);
}

function closed(out: Buffer, at: number): Buffer {
  out.writeUInt16BE(checksum(out.subarray(0, at), { bits: 16, polynomial: 0x8005 }), at);
  return out;
}

function checksum(
  bytes: Buffer,
  { bits, polynomial }: { bits: 8 | 16; polynomial: number },
): number {
  const top = 1 << (bits - 1);
  const mask = (1 << bits) - 1;
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << (bits - 8);
    for (let i = 0; i < 8; i += 1)
      sum = ((sum & top) === 0 ? sum << 1 : (sum << 1) ^ polynomial) & mask;
  }
  return sum;
}
