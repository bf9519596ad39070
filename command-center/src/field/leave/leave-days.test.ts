import { expect, test } from 'vitest';
import { dayOf, fromNowOn, stretchOf } from './leave-days.ts';

test('one day is the whole day, also over the end of a month', () => {
  const day = stretchOf('2026-11-30', '2026-11-30')!;
  expect(new Date(day.fromAt)).toEqual(new Date(2026, 10, 30));
  expect(new Date(day.toAt)).toEqual(new Date(2026, 11, 1));
});

test('what ends before it begins, or is no day, is no stretch', () => {
  expect(stretchOf('2026-11-30', '2026-11-29')).toBeNull();
  expect(stretchOf('', '2026-11-29')).toBeNull();
});

test('a leave of today begins now', () => {
  const day = stretchOf('2026-11-30', '2026-11-30')!;
  const noon = new Date(2026, 10, 30, 12).getTime();
  expect(fromNowOn(day, noon)).toEqual({ ...day, fromAt: new Date(noon).toISOString() });
  expect(fromNowOn(day, new Date(2026, 10, 29).getTime())).toEqual(day);
  expect(dayOf(new Date(2026, 0, 5))).toBe('2026-01-05');
});
