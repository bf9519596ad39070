import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedWorkCalendar } from '#generate/work-calendar.ts';
import { worksAt } from './testing/works-at.ts';
import { ordinaryWorkCalendar, takeInWorkCalendar, WorkTime } from './work-calendar.ts';
import type { WorkCalendar } from './work-calendar.ts';

const minuteMs = 60_000;
const hour = 60 * minuteMs;
const shanghai = (text: string) => new Date(`${text}+08:00`);

const dates = fc.integer({ min: 0, max: 40 }).map((n) => {
  return new Date(Date.UTC(2026, 8, 10 + n)).toISOString().slice(0, 10);
});
const sessionsOf = fc.constantFrom<WorkCalendar['sessions']>(
  [],
  [['08:00', '12:00']],
  [
    ['08:30', '11:45'],
    ['13:00', '17:10'],
  ],
  [['00:00', '24:00']],
  [['22:00', '24:00']],
);
const calendars = fc.record({
  version: fc.constant(1),
  sessions: sessionsOf.filter((sessions) => sessions.length > 0),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  days: fc.uniqueArray(fc.record({ date: dates, name: fc.constant('x'), sessions: sessionsOf }), {
    maxLength: 12,
    selector: ({ date }) => date,
  }),
  holidaysKnownUntil: fc.constant('2026-12-31'),
});
const moments = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minute) => Date.UTC(2026, 8, 10) + minute * minuteMs);

describe('working time', () => {
  it('from one moment to another is what counting minutes says', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 0, max: 6_000 }),
        (calendar, from, minutes) => {
          let counted = 0;
          for (let i = 0; i < minutes; i++) if (worksAt(calendar, from + i * minuteMs)) counted++;
          const to = new Date(from + minutes * minuteMs);
          expect(new WorkTime(calendar).between(new Date(from), to)).toBe(counted * minuteMs);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('added to a moment ends where counting minutes ends', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 1, max: 900 }),
        (calendar, from, minutes) => {
          let at = from;
          for (let left = minutes; left > 0; at += minuteMs) if (worksAt(calendar, at)) left--;
          expect(new WorkTime(calendar).add(new Date(from), minutes * minuteMs).getTime()).toBe(at);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    // Friday afternoon to Monday morning.
    ['2026-11-20T17:00:00', 2, '2026-11-23T09:00:00'],
    // Over noon.
    ['2026-11-23T11:30:00', 1, '2026-11-23T14:30:00'],
    // The end of a session is its own end, not the next one's beginning.
    ['2026-11-23T08:00:00', 4, '2026-11-23T12:00:00'],
    // Over the National Day holidays: Wednesday 30 September to Thursday 8 October.
    ['2026-09-30T17:00:00', 2, '2026-10-08T09:00:00'],
    // A Saturday that is worked for them.
    ['2026-10-10T08:00:00', 8, '2026-10-10T18:00:00'],
    // Given at night on a holiday it begins with the next working morning.
    ['2026-02-20T23:00:00', 1, '2026-02-24T09:00:00'],
  ])('from %s, %d hours last until %s', (from, hours, until) => {
    const ended = new WorkTime(seedWorkCalendar()).add(shanghai(from), hours * hour);
    expect(ended).toEqual(shanghai(until));
  });

  it('knows the make-up days and holidays of 2026', () => {
    const { days, holidaysKnownUntil } = seedWorkCalendar();
    expect(holidaysKnownUntil).toBe('2026-12-31');
    const off = days.filter(({ sessions }) => sessions.length === 0);
    expect(off).toHaveLength(33);
    const worked = days.filter(({ sessions }) => sessions.length > 0).map(({ date }) => date);
    // Made up for on Saturdays and Sundays only.
    expect(worked.every((date) => [0, 6].includes(new Date(date).getUTCDay()))).toBe(true);
    expect(worked).toHaveLength(6);
  });
});

describe('a calendar somebody writes', () => {
  it.each([
    [
      'sessions that overlap',
      {
        sessions: [
          ['08:00', '12:00'],
          ['11:00', '15:00'],
        ],
      },
      'calendar.sessions',
    ],
    [
      'a session that ends before it begins',
      { sessions: [['12:00', '08:00']] },
      'calendar.sessions',
    ],
    ['an hour that is none', { sessions: [['25:00', '26:00']] }, 'calendar.sessions.0.0'],
    ['nobody working', { sessions: [] }, 'calendar'],
    [
      'a day that is none',
      { days: [{ date: '2026-02-30', name: 'x', sessions: [] }] },
      'calendar.days.0.date',
    ],
    ['an eighth weekday', { weekdays: [8] }, 'calendar.weekdays.0'],
  ])('with %s is refused at the place', (_, wrong, field) => {
    const write = () => takeInWorkCalendar({ ...ordinaryWorkCalendar, ...wrong });
    expect(write).toThrow(expect.objectContaining({ reason: 'bad-calendar', details: { field } }));
  });

  it('with two years of holidays and no working day ahead ends in words, not in a loop', () => {
    const days = Array.from({ length: 2_000 }, (_, n) => ({
      date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      name: 'x',
      sessions: [],
    }));
    const all = new WorkTime(takeInWorkCalendar({ ...ordinaryWorkCalendar, days }));
    expect(all.add(shanghai('2026-01-01T00:00:00'), hour).getTime()).toBeGreaterThan(
      Date.UTC(2031, 0),
    );
  });
});
