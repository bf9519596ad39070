import { expect, test } from 'vitest';
import { lengthWords, lookLengthMs, lookStateOf } from './look-state.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const closedAt = '2026-03-01T08:02:05.900Z';

test.each([
  [{ openedAt: null, closedAt: null }, 'awaited'],
  [{ openedAt, closedAt: null }, 'running'],
  [{ openedAt, closedAt }, 'ended'],
  [{ openedAt: null, closedAt }, 'never-opened'],
])('%o is %s', (times, state) => {
  expect(lookStateOf(times)).toBe(state);
});

test('a running look grows with the clock, an ended one stands, one never opened has no length', () => {
  const now = Date.parse(openedAt) + 7000;
  expect(lookLengthMs({ openedAt, closedAt: null }, now)).toBe(7000);
  expect(lookLengthMs({ openedAt, closedAt }, now)).toBe(125_900);
  expect(lookLengthMs({ openedAt: null, closedAt }, now)).toBeNull();
});

test('a server whose clock runs ahead makes no length below nothing', () => {
  expect(lookLengthMs({ openedAt, closedAt: null }, Date.parse(openedAt) - 500)).toBe(0);
});

test.each([
  [0, '0:00'],
  [7999, '0:07'],
  [750_000, '12:30'],
  [3_725_000, '1:02:05'],
])('%i ms reads %s', (lengthMs, words) => {
  expect(lengthWords(lengthMs)).toBe(words);
});
