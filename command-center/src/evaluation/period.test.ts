import { expect, test } from 'vitest';
import { cityDay, lastMonths, periodOfDays, periodOfMonth } from './period.ts';

test('months go back over the turn of the year, and begin by the clock of the city', () => {
  // Half past midnight on the first of January there.
  const now = new Date('2026-12-31T16:30:00Z');
  expect(lastMonths(now, 3)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(cityDay(now)).toBe('2027-01-01');
});

test('a month ends where the next begins', () => {
  expect(periodOfMonth('2026-12')).toEqual({
    from: '2026-11-30T16:00:00.000Z',
    to: '2026-12-31T16:00:00.000Z',
  });
});

test('days count from the first to the last, both in', () => {
  expect(periodOfDays('2026-02-28', '2026-02-28')).toEqual({
    from: '2026-02-27T16:00:00.000Z',
    to: '2026-02-28T16:00:00.000Z',
  });
});
