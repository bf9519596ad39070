/**
 * When a case is due. Plain hours and days on the clock for now: working hours, weekends and holidays come with the
 * calendar of the city, and until then a work day is a day and a work hour is an hour.
 */
import type { LimitUnit } from 'grid-data';

const hourMs = 3_600_000;

const unitMs: Record<LimitUnit, number> = {
  'urgent-hour': hourMs,
  'work-hour': hourMs,
  'work-day': 24 * hourMs,
  'natural-day': 24 * hourMs,
};

export function dueAt(from: Date, limit: { limitValue: number; limitUnit: LimitUnit }): Date {
  return new Date(from.getTime() + limit.limitValue * unitMs[limit.limitUnit]);
}

/** The day in the city's time zone, as eight digits. */
export function cityDay(at: Date): string {
  return new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 10).replaceAll('-', '');
}

/** The last midnight in the city (Asia/Shanghai keeps no summer time). */
export function cityMidnight(at: Date): Date {
  const shifted = at.getTime() + 8 * hourMs;
  return new Date(shifted - (shifted % (24 * hourMs)) - 8 * hourMs);
}
