import type { WorkCalendar } from '../work-calendar.ts';

const hourMs = 3_600_000;

/** Whether a minute is worked, looked up in the calendar as it is written: slow, and nothing like WorkTime. */
export function worksAt(calendar: WorkCalendar, at: number): boolean {
  const local = new Date(at + 8 * hourMs).toISOString();
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)];
  const own = calendar.days.filter((day) => day.date === date).at(-1);
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  const sessions = own?.sessions ?? (calendar.weekdays.includes(weekday) ? calendar.sessions : []);
  return sessions.some(([from, to]) => from <= time && time < to);
}
