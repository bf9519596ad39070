import { expect, test } from 'vitest';
import { dueReports, reportScheduleSchema } from './due-reports.ts';

const inCity = (text: string) => new Date(`${text}:00+08:00`);
const scheduleSince = (text: string, more: object = {}) => {
  const since = inCity(text).getTime();
  return reportScheduleSchema.parse({ since: { daily: since, monthly: since }, ...more });
};
const told = (...given: Parameters<typeof dueReports>) =>
  dueReports(...given).map(({ kind, from }) => {
    const day = new Date(from.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    return `${kind} ${day}`;
  });

test('a day has its report from the hour on that the city names, by the city’s calendar', () => {
  const schedule = scheduleSince('2026-05-06T12:00');
  expect(told(schedule, inCity('2026-05-06T23:59'))).toEqual([]);
  expect(told(schedule, inCity('2026-05-07T07:59'))).toEqual([]);
  expect(told(schedule, inCity('2026-05-07T08:00'))).toEqual(['daily-report 2026-05-06']);
});

test('days that the house was down for are made up, and none of before it was there', () => {
  expect(told(scheduleSince('2026-05-06T12:00'), inCity('2026-05-09T09:00'))).toEqual([
    ...['daily-report 2026-05-06', 'daily-report 2026-05-07', 'daily-report 2026-05-08'],
  ]);
  const long = told(scheduleSince('2026-01-01T00:00'), inCity('2026-05-09T09:00'));
  expect(long.filter((each) => each.startsWith('daily'))).toHaveLength(31);
});

test('a month has its report on the first of the next, a year’s last month too', () => {
  const schedule = scheduleSince('2026-12-30T12:00', { daily: { isOn: false } });
  expect(told(schedule, inCity('2027-01-01T07:59'))).toEqual([]);
  expect(told(schedule, inCity('2027-01-01T08:00'))).toEqual(['monthly-report 2026-12-01']);
});

test('what is off is due at no time', () => {
  const off = { daily: { isOn: false }, monthly: { isOn: false } };
  expect(told(scheduleSince('2026-01-01T00:00', off), inCity('2026-05-09T09:00'))).toEqual([]);
});
