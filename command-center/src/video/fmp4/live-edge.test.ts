import { expect, test } from 'vitest';
import { steerToEdge } from './live-edge.ts';

const at = (currentTime: number, bufferedEnd = 100) =>
  steerToEdge({ bufferedStart: 90, bufferedEnd, currentTime });

test('within 0.2 to 0.4 s of the edge it plays at its own speed', () => {
  for (const delay of [0.2, 0.3, 0.4]) {
    expect(at(100 - delay)).toEqual({ seekTo: null, playbackRate: 1 });
  }
});

test('a little late it plays faster, never above 1.2', () => {
  expect(at(99.5).playbackRate).toBeCloseTo(1.1);
  expect(at(99.05).playbackRate).toBe(1.2);
});

test('more than a second late it jumps, as after a tab was hidden', () => {
  expect(at(80)).toEqual({ seekTo: 99.7, playbackRate: 1 });
  expect(at(98.9)).toEqual({ seekTo: 99.7, playbackRate: 1 });
});

test('a first picture that begins far from zero is jumped to', () => {
  expect(steerToEdge({ bufferedStart: 5_000, bufferedEnd: 5_000.1, currentTime: 0 })).toEqual({
    seekTo: 5_000,
    playbackRate: 1,
  });
});

test('with almost nothing ahead it slows down to gather a reserve', () => {
  expect(at(99.95).playbackRate).toBe(0.95);
});
