import { expect, test } from 'vitest';
import { CaptureTimes, readCapturedFrame } from './capture-time.ts';

const uuid = '6f1c7c0a52d34b1e9d3ac10de7e1a5ee';
const u32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const ascii = (word: string) => Array.from(new TextEncoder().encode(word));
const box = (type: string, ...content: number[][]) => {
  const body = content.flat();
  return [...u32(body.length + 8), ...ascii(type), ...body];
};

/** A fragment of one frame as the gateway writes it, with the picture's true time in SEI. */
function fragment(decodeTicks: number, offset: number, unixMs: number): Uint8Array {
  const tfdt = box('tfdt', u32(0x01000000), u32(0), u32(decodeTicks));
  const trun = box('trun', u32(0x01000f01), u32(1), u32(0), [3600, 50, 0, offset].flatMap(u32));
  const moof = box('moof', box('mfhd', u32(0), u32(1)), box('traf', tfdt, trun));
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(unixMs));
  // The first two bytes of any date of this century are zero, so the third is escaped where it is small.
  const escaped = time[2]! <= 3 ? [0, 0, 3, ...time.subarray(2)] : [...time];
  const sei = [
    6,
    5,
    24,
    ...(uuid.match(/../g) ?? []).map((h) => parseInt(h, 16)),
    ...escaped,
    0x80,
  ];
  return new Uint8Array([...moof, ...box('mdat', u32(sei.length), sei)]);
}

test('the true time and the place on the timeline are read from a fragment', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  expect(readCapturedFrame(fragment(90_000, 7_200, now))).toEqual({
    mediaTime: 1.08,
    takenAtMs: now,
  });
});

test('a camera that tells no time has none', () => {
  expect(readCapturedFrame(new Uint8Array(600))).toBeNull();
});

test('the frame on screen is found by its media time', () => {
  const times = new CaptureTimes();
  times.add(fragment(90_000, 0, 1_000_000));
  times.add(fragment(93_600, 0, 1_000_040));
  expect(times.takenAt(1.04)).toBe(1_000_040);
  expect(times.takenAt(2)).toBeNull();
});
