import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitUnits, type LimitUnit } from '../incident.ts';
import {
  amberOf,
  colourOf,
  dueOf,
  extendClock,
  isRunning,
  leftOf,
  pauseClock,
  resumeClock,
  startClock,
  type CaseClock,
} from './case-clock.ts';
import { ordinaryWorkCalendar, WorkTime, type WorkCalendar } from './work-calendar.ts';
import { worksAt } from './testing/works-at.ts';

const minuteMs = 60_000;
const start = Date.UTC(2026, 9, 30, 3);
const calendar: WorkCalendar = {
  ...ordinaryWorkCalendar,
  days: [
    { date: '2026-11-02', name: 'holiday', sessions: [] },
    { date: '2026-11-07', name: 'make-up', sessions: [['09:00', '11:00']] },
  ],
};
const workTime = new WorkTime(calendar);
const acts = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 1_500 }),
    act: fc.constantFrom('pause', 'resume', 'extend', 'look'),
  }),
  { maxLength: 8 },
);
const limits = fc.record({
  value: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom<LimitUnit>(...limitUnits),
});

const given: Record<LimitUnit, number> = {
  'urgent-hour': 60,
  'work-hour': 60,
  'work-day': 480,
  'natural-day': 1_440,
};

/** A clerk with a watch: each minute, if the clock runs and the minute counts, one minute less is left. */
function clerk(
  limit: { value: number; unit: LimitUnit },
  minutes: number,
  runsAt: (i: number) => boolean,
) {
  const always = limit.unit === 'urgent-hour' || limit.unit === 'natural-day';
  let used = 0;
  for (let i = 0; i < minutes; i++) {
    if (runsAt(i) && (always || worksAt(calendar, start + i * minuteMs))) used++;
  }
  return used;
}

describe('the clock of a case', () => {
  it('leaves what a clerk with a watch would count, through any pauses and extensions', () => {
    fc.assert(
      fc.property(limits, acts, (limit, history) => {
        let clock = startClock(limit, new Date(start));
        let minute = 0;
        let allowed = limit.value * given[limit.unit];
        const running: boolean[] = [];
        for (const { wait, act } of history) {
          for (let i = 0; i < wait; i++) running[minute + i] = isRunning(clock);
          minute += wait;
          const at = new Date(start + minute * minuteMs);
          if (act === 'pause') clock = pauseClock(clock, at);
          if (act === 'resume') clock = resumeClock(clock, at);
          if (act === 'extend')
            [clock, allowed] = [extendClock(clock, 1), allowed + given[limit.unit]];
        }
        const left = leftOf(clock, workTime, new Date(start + minute * minuteMs));
        const used = clerk(limit, minute, (i) => running[i] === true);
        expect(left / minuteMs).toBe(allowed - used);
      }),
      { numRuns: 80 },
    );
  });

  it('is due at the minute in which nothing is left, and amber when a fifth is', () => {
    fc.assert(
      fc.property(limits, acts, (limit, history) => {
        let clock = startClock(limit, new Date(start));
        let at = start;
        for (const { wait, act } of history) {
          at += wait * minuteMs;
          if (act === 'pause') clock = pauseClock(clock, new Date(at));
          if (act === 'resume') clock = resumeClock(clock, new Date(at));
          if (act === 'extend') clock = extendClock(clock, 1);
        }
        clock = resumeClock(clock, new Date(at));
        const due = dueOf(clock, workTime);
        expect(leftOf(clock, workTime, due)).toBeLessThanOrEqual(0);
        const before = new Date(due.getTime() - minuteMs);
        if (before.getTime() > (clock.runs.at(-1)?.from ?? 0)) {
          expect(leftOf(clock, workTime, before)).toBeGreaterThan(0);
        }
        const late = new Date(due.getTime() + 1);
        if (late.getTime() > (clock.runs.at(-1)?.from ?? 0)) {
          expect(colourOf(clock, workTime, late)).toBe('red');
        }
        expect(amberOf(clock, workTime).getTime()).toBeLessThanOrEqual(due.getTime());
      }),
      { numRuns: 80 },
    );
  });

  const noon = new Date('2026-11-04T02:00:00Z'); // Wednesday 10:00 in the city
  const fourHours = startClock({ value: 4, unit: 'work-hour' }, noon);

  it('turns amber with a fifth left and red when it is over', () => {
    // 10:00 + 3 h 12 min = 15:12, and due at 16:00: noon is not worked.
    expect(colourOf(fourHours, workTime, new Date('2026-11-04T07:11:00Z'))).toBe('green');
    expect(colourOf(fourHours, workTime, new Date('2026-11-04T07:12:00Z'))).toBe('amber');
    expect(colourOf(fourHours, workTime, new Date('2026-11-04T08:00:00Z'))).toBe('amber');
    expect(colourOf(fourHours, workTime, new Date('2026-11-04T08:00:01Z'))).toBe('red');
    expect(colourOf(pauseClock(fourHours, noon), workTime, noon)).toBe('standing');
  });

  it('survives being written down and read again', () => {
    const kept = JSON.parse(JSON.stringify(pauseClock(fourHours, noon))) as CaseClock;
    expect(dueOf(resumeClock(kept, noon), workTime)).toEqual(dueOf(fourHours, workTime));
  });

  it('does not run backwards when the clock of the machine is set back', () => {
    const before = new Date(noon.getTime() - 3_600_000);
    const paused = pauseClock(fourHours, before);
    expect(leftOf(paused, workTime, before)).toBe(4 * 3_600_000);
    const again = resumeClock(paused, before);
    expect(again.runs.at(-1)).toEqual({ from: noon.getTime(), to: null });
  });

  it('paused twice or resumed twice is paused or resumed once', () => {
    const later = new Date(noon.getTime() + minuteMs);
    const paused = pauseClock(fourHours, noon);
    expect(pauseClock(paused, later)).toEqual(paused);
    const resumed = resumeClock(paused, later);
    expect(resumeClock(resumed, noon)).toEqual(resumed);
  });

  it('is due anew when a day on its way becomes a holiday', () => {
    const changed = new WorkTime({
      ...calendar,
      days: [...calendar.days, { date: '2026-11-05', name: 'storm', sessions: [] }],
    });
    const day = startClock({ value: 1, unit: 'work-day' }, noon);
    expect(dueOf(day, workTime)).toEqual(new Date('2026-11-05T02:00:00Z'));
    expect(dueOf(day, changed)).toEqual(new Date('2026-11-06T02:00:00Z'));
  });
});
