/**
 * The clock of a case against its limit: how much time it was given, and the stretches in which that time ran. When it
 * is due follows from these and the calendar alone, so that a calendar changed mid-case is a new sum and nothing more.
 */
import type { LimitUnit } from '../incident.ts';
import type { WorkTime } from './work-calendar.ts';

const hourMs = 3_600_000;

/** One stretch in which the clock ran, as milliseconds since 1970; it runs still where `to` is null. */
export type ClockRun = { from: number; to: number | null };

export type CaseClock = {
  /** 紧急工作时 and 自然日 run day and night; 工作时 and 工作日 in working sessions only. */
  unit: LimitUnit;
  /** What was given at first and by each extension, in the unit. */
  given: number[];
  runs: ClockRun[];
};

export type ClockColour = 'green' | 'amber' | 'red' | 'standing';

/** Amber once less than a fifth of the time is left (ours; no standard names it). */
const amberShare = 0.8;

export function startClock(limit: { value: number; unit: LimitUnit }, at: Date): CaseClock {
  return { unit: limit.unit, given: [limit.value], runs: [{ from: at.getTime(), to: null }] };
}

export function isRunning(clock: CaseClock): boolean {
  return clock.runs.at(-1)?.to === null;
}

/** A clock that stands is left as it is; a moment before its last start (a clock set back) counts as that start. */
export function pauseClock(clock: CaseClock, at: Date): CaseClock {
  const last = clock.runs.at(-1);
  if (last === undefined || last.to !== null) return clock;
  const to = Math.max(last.from, at.getTime());
  return { ...clock, runs: [...clock.runs.slice(0, -1), { from: last.from, to }] };
}

export function resumeClock(clock: CaseClock, at: Date): CaseClock {
  const last = clock.runs.at(-1);
  if (last?.to === null) return clock;
  const from = Math.max(last?.to ?? 0, at.getTime());
  return { ...clock, runs: [...clock.runs, { from, to: null }] };
}

/** An extension (延期), in the unit of the limit. */
export function extendClock(clock: CaseClock, value: number): CaseClock {
  return { ...clock, given: [...clock.given, value] };
}

/** By another limit, with all that has run so far; what was added to the old one goes with it. */
export function limitClock(
  clock: CaseClock,
  { value, unit }: { value: number; unit: LimitUnit },
): CaseClock {
  return { ...clock, unit, given: [value] };
}

/** When the time given is used up. While the clock stands, as if it went on from its last stretch. */
export function dueOf(clock: CaseClock, workTime: WorkTime): Date {
  return whenUsed(clock, workTime, 1);
}

export function amberOf(clock: CaseClock, workTime: WorkTime): Date {
  return whenUsed(clock, workTime, amberShare);
}

/** What is left by the clock's own measure, in milliseconds; negative once it is overdue. */
export function leftOf(clock: CaseClock, workTime: WorkTime, now: Date): number {
  const used = clock.runs.reduce((sum, run) => {
    const to = new Date(Math.max(run.from, run.to ?? now.getTime()));
    return sum + passed(clock.unit, workTime, { from: new Date(run.from), to });
  }, 0);
  return allowedMs(clock, workTime) - used;
}

export function colourOf(clock: CaseClock, workTime: WorkTime, now: Date): ClockColour {
  if (!isRunning(clock)) return 'standing';
  if (dueOf(clock, workTime) < now) return 'red';
  return amberOf(clock, workTime) <= now ? 'amber' : 'green';
}

/** How long a limit is: working time for 工作时 and 工作日, time by the wall clock for the others. */
export function limitMs(limit: { value: number; unit: LimitUnit }, workTime: WorkTime): number {
  switch (limit.unit) {
    case 'urgent-hour':
    case 'work-hour':
      return limit.value * hourMs;
    case 'natural-day':
      return limit.value * 24 * hourMs;
    case 'work-day':
      return limit.value * workTime.workDayMs;
  }
}

/** A limit counted from a moment, without pauses: for the stages of a case. */
export function limitEnd(
  limit: { value: number; unit: LimitUnit },
  workTime: WorkTime,
  from: Date,
): Date {
  return later(limit.unit, workTime, { from, ms: limitMs(limit, workTime) });
}

/** From when on less than a fifth of a stretch is left. */
export function amberEnd(
  unit: LimitUnit,
  workTime: WorkTime,
  { from, due }: { from: Date; due: Date },
): Date {
  const ms = passed(unit, workTime, { from, to: due }) * amberShare;
  return later(unit, workTime, { from, ms });
}

function whenUsed(clock: CaseClock, workTime: WorkTime, share: number): Date {
  let left = allowedMs(clock, workTime) * share;
  let end = new Date(0);
  for (const [index, run] of clock.runs.entries()) {
    const from = new Date(run.from);
    const used =
      run.to === null || index === clock.runs.length - 1
        ? Infinity
        : passed(clock.unit, workTime, { from, to: new Date(run.to) });
    if (left <= used) return later(clock.unit, workTime, { from, ms: left });
    left -= used;
    end = from;
  }
  return end;
}

function allowedMs(clock: CaseClock, workTime: WorkTime): number {
  return clock.given.reduce(
    (sum, value) => sum + limitMs({ value, unit: clock.unit }, workTime),
    0,
  );
}

function runsAlways(unit: LimitUnit): boolean {
  return unit === 'urgent-hour' || unit === 'natural-day';
}

function passed(unit: LimitUnit, workTime: WorkTime, { from, to }: { from: Date; to: Date }) {
  return runsAlways(unit) ? to.getTime() - from.getTime() : workTime.between(from, to);
}

function later(unit: LimitUnit, workTime: WorkTime, { from, ms }: { from: Date; ms: number }) {
  return runsAlways(unit) ? new Date(from.getTime() + ms) : workTime.add(from, ms);
}
