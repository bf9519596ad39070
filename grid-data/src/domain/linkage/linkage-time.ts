/** Times of day and week as rules state them: by the business clock, Asia/Shanghai, which knows no summer time. */
import { z } from 'zod';

const businessOffsetMs = 8 * 3_600_000;
const dayMinutes = 24 * 60;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no-time-of-day');

/** Monday is 1, Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const weekday = z.number().int().min(1).max(7);

/** From one minute to another, the second not included; over midnight where it ends before it begins. */
export const timeWindowShape = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  /** The days on which it begins; none named: every day. */
  weekdays: z.array(weekday).max(7),
});
export type TimeWindow = z.infer<typeof timeWindowShape>;

export const momentOfDayShape = z.strictObject({
  at: timeOfDay,
  weekdays: z.array(weekday).max(7),
});
export type MomentOfDay = z.infer<typeof momentOfDayShape>;

type BusinessTime = { minute: number; weekday: number };

/** Which minute of which day of the week a moment is, on the business clock. */
export function businessTimeOf(at: Date): BusinessTime {
  const shifted = new Date(at.getTime() + businessOffsetMs);
  return {
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() === 0 ? 7 : shifted.getUTCDay(),
  };
}

export function minuteOf(timeOfDayText: string): number {
  const [hours, minutes] = timeOfDayText.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function liesInWindow(window: TimeWindow, at: Date): boolean {
  const { minute, weekday: today } = businessTimeOf(at);
  const [from, to] = [minuteOf(window.from), minuteOf(window.to)];
  if (from === to) return begins(window, today); // a whole day round
  if (from < to) return minute >= from && minute < to && begins(window, today);
  if (minute >= from) return begins(window, today);
  return minute < to && begins(window, today === 1 ? 7 : today - 1);
}

function begins({ weekdays: days }: { weekdays: readonly number[] }, day: number): boolean {
  return days.length === 0 || days.includes(day);
}

/** The moments of the day that lie in (after, upTo], oldest first. */
export function momentsBetween(moment: MomentOfDay, after: Date, upTo: Date): Date[] {
  const moments: Date[] = [];
  const shiftedDay = Math.floor((after.getTime() + businessOffsetMs) / (dayMinutes * 60_000));
  let at = shiftedDay * dayMinutes * 60_000 - businessOffsetMs + minuteOf(moment.at) * 60_000;
  for (; at <= upTo.getTime(); at += dayMinutes * 60_000) {
    const day = new Date(at);
    if (at > after.getTime() && begins(moment, businessTimeOf(day).weekday)) moments.push(day);
  }
  return moments;
}
