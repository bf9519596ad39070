import { expect, test } from 'vitest';
import { correctionFor } from './drift.ts';
import { PlaybackClock } from './playback-clock.ts';

const window = { fromMs: 1_000_000, toMs: 1_060_000 };

test('recorded time passes at the speed chosen, and stands while it does not run', () => {
  const clock = new PlaybackClock(window, 0);
  expect(clock.positionAt(5_000)).toBe(1_000_000);
  clock.go(5_000, { runs: true });
  expect(clock.positionAt(7_000)).toBe(1_002_000);
  clock.go(7_000, { speed: 4 });
  expect(clock.positionAt(8_000)).toBe(1_006_000);
  clock.go(8_000, { runs: false });
  expect(clock.positionAt(20_000)).toBe(1_006_000);
});

test('it never leaves the granted window', () => {
  const clock = new PlaybackClock(window, 0);
  clock.go(0, { positionMs: 0, runs: true, speed: 8 });
  expect(clock.positionAt(0)).toBe(window.fromMs);
  expect(clock.isOver(7_499)).toBe(false);
  expect(clock.positionAt(100_000)).toBe(window.toMs);
  expect(clock.isOver(7_500)).toBe(true);
});

test.each([0.25, 1, 8])('at speed %s a tile is back within the tolerance in a second', (speed) => {
  for (const start of [-170, -90, 90, 170]) {
    let driftMs = start * speed;
    for (let step = 0; step < 10; step += 1) {
      const { rate, jump } = correctionFor(driftMs, speed);
      expect(jump).toBe(false);
      driftMs += (rate - speed) * 100;
    }
    expect(Math.abs(driftMs / speed)).toBeLessThanOrEqual(41);
  }
});

test('a tile farther off than the eye forgives jumps', () => {
  expect(correctionFor(500, 1)).toEqual({ rate: 1, jump: true });
  expect(correctionFor(-500, 1)).toEqual({ rate: 1, jump: true });
  // Half a second of recorded time at eightfold speed is no more than a sixteenth of a second to the eye.
  expect(correctionFor(500, 8).jump).toBe(false);
});
