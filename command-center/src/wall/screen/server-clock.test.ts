import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

test('the quickest exchange decides what time it is, and the machine’s clock is told apart from it', () => {
  const clock = new ServerClock();
  const now = performance.now();
  const hourAhead = Date.now() + 3_600_000;
  clock.heard(now - 400, hourAhead + 90, now);
  clock.heard(now - 10, hourAhead - 5, now);
  clock.heard(now - 900, hourAhead - 300, now);
  expect(clock.doubtMs).toBe(5);
  expect(Math.abs(clock.nowMs() - hourAhead)).toBeLessThan(1_000);
  expect(clock.errorMs! / 3_600_000).toBeCloseTo(-1, 2);
});

test('before the first word the machine’s own time stands', () => {
  const clock = new ServerClock();
  expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(1_000);
  expect(clock.doubtMs).toBeNull();
});

test('a machine that slept believes the first word of its new line, not the quickest of the old one', () => {
  const clock = new ServerClock();
  const now = performance.now();
  const server = Date.now();
  clock.heard(now - 2, server - 3_600_000, now);
  clock.newLine();
  expect(Math.abs(clock.nowMs() - (server - 3_600_000))).toBeLessThan(1_000);
  clock.heard(now - 300, server, now);
  expect(Math.abs(clock.nowMs() - server)).toBeLessThan(1_000);
});
