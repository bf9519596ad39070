import { limitEnd } from '#domain/case/case-clock.ts';
import { WorkTime } from '#domain/case/work-calendar.ts';
import type { LimitUnit } from '#domain/incident.ts';
import { seedWorkCalendar } from '../work-calendar.ts';

/** China keeps UTC+8 all year. */
const shanghaiMs = 8 * 3_600_000;

let workTime: WorkTime | null = null;

/** When a limit given at `from` runs out, by the calendar that the demo is seeded with. */
export function dueAfter(from: Date, value: number, unit: LimitUnit): Date {
  workTime ??= new WorkTime(seedWorkCalendar());
  return limitEnd({ value, unit }, workTime, from);
}

/** Year, month and day in Shanghai as eight digits. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 10).replaceAll('-', '');
}

export function shanghaiHour(at: Date): number {
  return new Date(at.getTime() + shanghaiMs).getUTCHours();
}
