import { expect, test } from 'vitest';
import { liesInWindow, momentsBetween } from './linkage-time.ts';

/** Moments are written as the clocks of the county show them. */
const inShanghai = (text: string) => new Date(`${text}:00+08:00`);
const night = { from: '22:00', to: '07:00', weekdays: [] };

test('quiet hours over midnight hold on both sides of it, by the clock of Shanghai', () => {
  expect(liesInWindow(night, inShanghai('2026-05-04T21:59'))).toBe(false);
  expect(liesInWindow(night, inShanghai('2026-05-04T22:00'))).toBe(true);
  expect(liesInWindow(night, inShanghai('2026-05-05T06:59'))).toBe(true);
  expect(liesInWindow(night, inShanghai('2026-05-05T07:00'))).toBe(false);
});

test('a night that begins on Sunday goes on into Monday, and no other night does', () => {
  const sunday = { ...night, weekdays: [7] };
  expect(liesInWindow(sunday, inShanghai('2026-05-03T23:00'))).toBe(true);
  expect(liesInWindow(sunday, inShanghai('2026-05-04T03:00'))).toBe(true);
  expect(liesInWindow(sunday, inShanghai('2026-05-04T23:00'))).toBe(false);
});

test('of every minute of a week, a window and its opposite hold exactly one', () => {
  for (let minute = 0; minute < 7 * 1440; minute += 7) {
    const at = new Date(inShanghai('2026-05-04T00:00').getTime() + minute * 60_000);
    const from = `${String(minute % 24).padStart(2, '0')}:30`;
    const to = `${String((minute * 5 + 3) % 24).padStart(2, '0')}:15`;
    const one = liesInWindow({ from, to, weekdays: [] }, at);
    expect(liesInWindow({ from: to, to: from, weekdays: [] }, at)).toBe(!one);
  }
});

test('each moment of the day comes once, however the looks at the clock are spaced', () => {
  const moment = { at: '08:00', weekdays: [1, 2] };
  const days = [inShanghai('2026-05-03T20:00'), inShanghai('2026-05-07T20:00')] as const;
  const whole = momentsBetween(moment, ...days);
  expect(whole).toEqual([inShanghai('2026-05-04T08:00'), inShanghai('2026-05-05T08:00')]);
  const inSteps: Date[] = [];
  for (let at = days[0].getTime(); at < days[1].getTime(); at += 7 * 60_000) {
    inSteps.push(...momentsBetween(moment, new Date(at), new Date(at + 7 * 60_000)));
  }
  expect(inSteps).toEqual(whole);
});
