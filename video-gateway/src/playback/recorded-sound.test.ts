/** Recorded sound as an outside decoder hears it. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { AudioUnit } from '#media/access-unit.ts';
import { aacConfig } from '#media/aac.ts';
import { decodeG711, g711Config } from '#media/g711.ts';
import { RecordedSound } from '#playback/recorded-sound.ts';
import { clipFrames, clipSound } from '#testing/camera/clip-audio.ts';

const windowFromMs = Date.parse('2026-11-26T02:00:00Z');

/** A second of loud and quiet in pieces of 20 ms, with one that is lost. */
const bytes = Buffer.from(Array.from({ length: 8_000 }, (_, i) => (i * 7 + (i >> 5)) & 0xff));

function g711Units(codec: 'pcma' | 'pcmu', lost: readonly number[] = []): AudioUnit[] {
  const config = g711Config(codec);
  return Array.from({ length: 50 }, (_, i): AudioUnit => {
    const data = bytes.subarray(i * 160, i * 160 + 160);
    return { track: 'audio', dts: i * 1_800, pts: i * 1_800, wall: null, data, config };
  }).filter((_, i) => !lost.includes(i));
}

function packaged(units: readonly AudioUnit[], fromMs: number): Buffer {
  const sound = new RecordedSound(windowFromMs);
  const pieces = units.flatMap((unit) => sound.push(unit, fromMs + unit.dts / 90));
  return Buffer.concat(
    pieces.flatMap(({ bytes: piece, begins }) => [begins?.init ?? [], piece].flat()),
  );
}

const ffmpeg = (input: Buffer, ...args: string[]): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', '-i', 'pipe:0', ...args, 'pipe:1'], {
    input,
    maxBuffer: 1e8,
  });

const samplesOf = (pcm: Buffer): Int16Array =>
  Int16Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2));

it.each(['pcma', 'pcmu'] as const)('%s loses no bit on its way', (codec) => {
  const movie = packaged(g711Units(codec), windowFromMs);
  const heard = samplesOf(ffmpeg(movie, '-f', 's16le'));
  // What is left over at the end fills no block.
  expect(heard.length).toBe(15 * 512);
  expect(heard).toEqual(decodeG711(codec, bytes).subarray(0, heard.length));
});

it.each([
  ['pcma', 0xd5, 8],
  ['pcma', 0xaa, 32_256],
  ['pcma', 0x2a, -32_256],
  ['pcmu', 0xff, 0],
  ['pcmu', 0x80, 32_124],
  ['pcmu', 0x00, -32_124],
] as const)('%s %i is %i (ITU-T G.711)', (codec, byte, sample) => {
  expect(decodeG711(codec, Buffer.from([byte]))[0]).toBe(sample);
});

it('a hole keeps its length, and what follows it its time', () => {
  const lost = Array.from({ length: 12 }, (_, i) => 20 + i);
  const movie = packaged(g711Units('pcma', lost), windowFromMs);
  const heard = samplesOf(ffmpeg(movie, '-af', 'aresample=async=1', '-f', 's16le'));
  const whole = decodeG711('pcma', bytes);
  const at = 35 * 160;
  // Blocks begin anew behind the hole, to a sample's place of 12 ms.
  const near = Array.from({ length: 200 }, (_, i) => at - 100 + i);
  expect(
    near.some((from) => whole.subarray(at, at + 300).every((v, i) => v === heard[from + i])),
  ).toBe(true);
  expect(Math.max(...heard.subarray(23 * 160, 30 * 160))).toBe(0);
});

it('stands where it was recorded, and nothing of before the window is in it', () => {
  const { specific, sampleRate, samplesPerFrame } = clipSound;
  const config = aacConfig(Buffer.from(specific, 'hex'))!;
  const units = clipFrames().map((data, i): AudioUnit => {
    const dts = Math.round((i * samplesPerFrame * 90_000) / sampleRate);
    return { track: 'audio', dts, pts: dts, wall: null, data, config };
  });
  const started = (fromMs: number) => {
    const movie = packaged(units, fromMs);
    const asked = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', 'pipe:0'];
    const times = execFileSync('ffprobe', asked, { input: movie, encoding: 'utf8' });
    return times
      .trim()
      .split(/[\s,]+/)
      .map(Number);
  };
  expect(started(windowFromMs + 61_000)[0]).toBeCloseTo(61, 2);
  const [first] = started(windowFromMs - 200);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(first).toBeLessThan(samplesPerFrame / sampleRate);
});
