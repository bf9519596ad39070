/** Sound beside the picture in FLV and in transport streams, as ffmpeg writes them. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { FlvDemuxer } from '#sources/flv/flv-demuxer.ts';
import { FlvReader } from '#sources/flv/flv-reader.ts';
import { TransportStream } from '#sources/mpegts/transport-stream.ts';
import { clipFrames } from '#testing/camera/clip-audio.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

function written(format: 'flv' | 'mpegts', sound: readonly string[]): Buffer {
  return execFileSync('ffmpeg', [
    ...['-v', 'error', '-r', '25', '-f', 'h264', '-i', fixture('clip.h264')],
    ...['-i', fixture('clip.aac'), '-map', '0:v', '-map', '1:a', '-c:v', 'copy', ...sound],
    ...['-t', '2', '-f', format, '-'],
  ]);
}

function readFlv(bytes: Buffer): AccessUnit[] {
  const demuxer = new FlvDemuxer();
  return [...new FlvReader().push(bytes)].flatMap((tag) => demuxer.push(tag) ?? []);
}

function readTransportStream(bytes: Buffer, chunkBytes: number): AccessUnit[] {
  const stream = new TransportStream();
  const units: AccessUnit[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    units.push(...stream.push(bytes.subarray(at, at + chunkBytes)));
  }
  return units;
}

const soundOf = (units: readonly AccessUnit[]) => units.filter(({ track }) => track === 'audio');

describe('sound in FLV', () => {
  it('is AAC behind its configuration', () => {
    const sound = soundOf(readFlv(written('flv', ['-c:a', 'copy'])));
    expect(sound.length).toBeGreaterThan(28);
    expect(sound[0]!.config).toMatchObject({ codecName: 'mp4a.40.2', sampleRate: 16_000 });
    expect(sound.every(({ data }, index) => data.equals(clipFrames()[index]!))).toBe(true);
    expect(new Set(sound.map(({ config }) => config)).size).toBe(1);
  });

  it.each([
    ['pcm_alaw', 'alaw'],
    ['pcm_mulaw', 'ulaw'],
  ])('is G.711 where ffmpeg writes %s', (codec, codecName) => {
    const sound = soundOf(readFlv(written('flv', ['-c:a', codec, '-ar', '8000'])));
    expect(sound[0]!.config).toMatchObject({ codecName, sampleRate: 8000, channels: 1 });
    const samples = sound.reduce((sum, { data }) => sum + data.length, 0);
    expect(samples / 8000).toBeGreaterThan(1.8);
  });
});

describe('sound in a transport stream', () => {
  it.each([188, 1000, 1e6])('is AAC frame by frame, in chunks of %d bytes', (chunkBytes) => {
    const units = readTransportStream(written('mpegts', ['-c:a', 'copy']), chunkBytes);
    const sound = soundOf(units);
    expect(sound.length).toBeGreaterThan(20);
    expect(sound[0]!.config).toMatchObject({ codecName: 'mp4a.40.2', sampleRate: 16_000 });
    const steps = new Set(sound.slice(1).map(({ dts }, i) => dts - sound[i]!.dts));
    expect(steps).toEqual(new Set([(1024 * 90_000) / 16_000]));
    expect(units.filter(({ track }) => track === 'video').length).toBeGreaterThan(45);
  });
});
