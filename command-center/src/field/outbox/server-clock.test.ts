import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from './server-clock.ts';

const trueNow = Date.parse('2026-11-27T08:00:00Z');

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

/** A phone whose clock is wrong by so much hears an answer. */
function phoneWrongBy(ms: number): ServerClock {
  vi.setSystemTime(trueNow + ms);
  const clock = new ServerClock();
  clock.note(new Date(trueNow).toUTCString(), Date.now(), Date.now());
  return clock;
}

test('a clock that is right within a minute is no matter to speak of', () => {
  expect(phoneWrongBy(40_000).isWrong).toBe(false);
  expect(phoneWrongBy(-12 * 60_000).isWrong).toBe(true);
});

test('what was seen an hour ago by a clock a day fast was seen an hour ago', () => {
  const clock = phoneWrongBy(86_400_000);
  const seen = Date.parse(clock.seenAt(Date.now() - 3_600_000));
  expect(Math.abs(seen - (trueNow - 3_600_000))).toBeLessThan(1_000);
});

test('nothing was seen in the future, whatever the clock says', () => {
  const clock = phoneWrongBy(-3_600_000);
  expect(Date.parse(clock.seenAt(Date.now() + 60_000))).toBeLessThan(trueNow);
});

test('how wrong it is outlives a restart without a line', () => {
  phoneWrongBy(-12 * 60_000);
  const again = new ServerClock();
  expect(again.known).toBe(false);
  expect(again.isWrong).toBe(true);
});

test('an answer without a time says nothing', () => {
  const clock = new ServerClock();
  clock.note(null, 0, 0);
  expect(clock.known).toBe(false);
});
