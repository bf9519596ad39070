import type { LimitUnit } from '#domain/incident.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** China keeps UTC+8 all year. */
const shanghaiMs = 8 * 60 * minuteMs;
/** 08:00-12:00 and 14:00-18:00, as minutes of the day. */
const spans = [
  [480, 720],
  [840, 1080],
] as const;
const workMinutesPerDay = 480;

/** When a limit given at `from` runs out. Holidays are the business calendar's matter: here only weekends rest. */
export function dueAfter(from: Date, value: number, unit: LimitUnit): Date {
  if (unit === 'urgent-hour') return new Date(from.getTime() + value * 60 * minuteMs);
  if (unit === 'natural-day') return new Date(from.getTime() + value * dayMs);
  return addWorkMinutes(from, unit === 'work-hour' ? value * 60 : value * workMinutesPerDay);
}

export function addWorkMinutes(from: Date, minutes: number): Date {
  let left = minutes;
  let local = from.getTime() + shanghaiMs;
  for (;;) {
    const midnight = Math.floor(local / dayMs) * dayMs;
    const weekday = new Date(midnight).getUTCDay();
    for (const [open, close] of weekday === 0 || weekday === 6 ? [] : spans) {
      const start = Math.max(local, midnight + open * minuteMs);
      const room = (midnight + close * minuteMs - start) / minuteMs;
      if (room <= 0) continue;
      if (left <= room) return new Date(start + left * minuteMs - shanghaiMs);
      left -= room;
    }
    local = midnight + dayMs;
  }
}

/** Year, month and day in Shanghai as eight digits. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 10).replaceAll('-', '');
}

export function shanghaiHour(at: Date): number {
  return new Date(at.getTime() + shanghaiMs).getUTCHours();
}
