/** Which reports are due by now: each period once, those missed while the house was down too. */
import { monthsUntil } from '#evaluation/city-month.ts';
import { z } from 'zod';

const reportTime = z.object({
  isOn: z.boolean().default(true),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('08:00'),
});

export const reportScheduleSchema = z.object({
  version: z.number().int().positive().default(1),
  daily: reportTime.prefault({}),
  monthly: reportTime.prefault({}),
  /** Since when each is made: before, it was off or the house was not there. Milliseconds. */
  since: z.object({ daily: z.number(), monthly: z.number() }),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

export type DueReport = { kind: 'daily-report' | 'monthly-report'; from: Date; to: Date };

/** What lay longer than this is history, and no report is written of it any more. */
const mostDaysBack = 31;
const mostMonthsBack = 3;
const dayMs = 86_400_000;
/** The city's clock is ahead of UTC by eight hours, all year. */
const aheadMs = 8 * 3_600_000;

/** Oldest first. */
export function dueReports(schedule: ReportSchedule, now: Date): DueReport[] {
  return [
    ...due('daily-report', daysBefore(now), schedule, now),
    ...due('monthly-report', monthsBefore(now), schedule, now),
  ].toSorted((a, b) => a.to.getTime() - b.to.getTime());
}

type Period = { from: Date; to: Date };

function due(
  kind: DueReport['kind'],
  periods: readonly Period[],
  schedule: ReportSchedule,
  now: Date,
): DueReport[] {
  const key = kind === 'daily-report' ? 'daily' : 'monthly';
  const { isOn, at } = schedule[key];
  if (!isOn) return [];
  return periods
    .filter(({ to }) => to.getTime() > schedule.since[key] && atTime(to, at) <= now)
    .map((period) => ({ kind, ...period }));
}

/** That time of the day that begins then. */
function atTime(dayBegins: Date, at: string): Date {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  return new Date(dayBegins.getTime() + (hours * 60 + minutes) * 60_000);
}

function daysBefore(now: Date): Period[] {
  const today = Math.floor((now.getTime() + aheadMs) / dayMs) * dayMs - aheadMs;
  return Array.from({ length: mostDaysBack }, (_, index) => {
    const to = today - (mostDaysBack - 1 - index) * dayMs;
    return { from: new Date(to - dayMs), to: new Date(to) };
  });
}

function monthsBefore(now: Date): Period[] {
  const name = new Date(now.getTime() + aheadMs).toISOString().slice(0, 7);
  return (monthsUntil(name, mostMonthsBack + 1) ?? []).slice(0, -1);
}
