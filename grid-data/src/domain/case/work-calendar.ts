/**
 * The working time of a city: sessions of a day, days of the week, holidays and make-up days (调休). Days are those of
 * Asia/Shanghai, which keeps UTC+8 all year; times in and out are moments (UTC).
 */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const shanghaiMs = 8 * 60 * minuteMs;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const sessions = z
  .array(z.tuple([timeOfDay, timeOfDay]))
  .max(6)
  .refine(inOrder, 'sessions of a day follow each other and do not overlap');
const day = z
  .string()
  .refine((text) => isDay(text), 'a day is written YYYY-MM-DD and stands in the calendar');

/** As it is kept in the settings and edited on the screen. */
export const workCalendarSchema = z
  .object({
    version: z.number().int().positive(),
    /** Working sessions of an ordinary day, such as ["08:00","12:00"]. */
    sessions,
    /** 1 Monday to 7 Sunday. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    /** What differs: no sessions is a holiday, sessions on a Sunday a make-up day. */
    days: z.array(z.object({ date: day, name: z.string().max(40), sessions })).max(2_000),
    /** The last day whose holidays are known; later days follow the weekdays alone. */
    holidaysKnownUntil: day,
  })
  .refine(
    ({ sessions: usual, weekdays }) => usual.length > 0 && weekdays.length > 0,
    'somebody works at some time of the week',
  );
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

/** Monday to Friday, 08:00–12:00 and 14:00–18:00; the holidays of a year come from its file. */
export const ordinaryWorkCalendar: WorkCalendar = {
  version: 1,
  sessions: [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  days: [],
  holidaysKnownUntil: '2025-12-31',
};

type Span = readonly [fromMs: number, toMs: number];

/** A calendar made ready for sums: what differs is found by its day. */
export class WorkTime {
  readonly #usual: readonly Span[];
  readonly #weekdays: ReadonlySet<number>;
  readonly #days: ReadonlyMap<number, readonly Span[]>;
  /** One working day (工作日) is as long as the sessions of an ordinary one. */
  readonly workDayMs: number;

  constructor(calendar: WorkCalendar) {
    this.#usual = calendar.sessions.map(spanOf);
    this.#weekdays = new Set(calendar.weekdays.map((weekday) => weekday % 7));
    this.#days = new Map(
      calendar.days.map(({ date, sessions: own }) => [Date.parse(date), own.map(spanOf)]),
    );
    this.workDayMs = this.#usual.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** The moment at which so much working time has passed since `from`; `from` itself where it is none. */
  add(from: Date, workMs: number): Date {
    if (workMs <= 0) return from;
    let left = workMs;
    let local = from.getTime() + shanghaiMs;
    for (let looked = 0; looked < longestDays; looked++) {
      const midnight = Math.floor(local / dayMs) * dayMs;
      for (const [open, close] of this.#spansOf(midnight)) {
        const start = Math.max(local, midnight + open);
        const room = midnight + close - start;
        if (room <= 0) continue;
        if (left <= room) return new Date(start + left - shanghaiMs);
        left -= room;
      }
      local = midnight + dayMs;
    }
    throw new DomainError('invalid-input', 'the work calendar has no such working time ahead', {
      reason: 'calendar-without-work',
      details: { from, workMs },
    });
  }

  /** Milliseconds of working time from one moment to another; none where the second is not later. */
  between(from: Date, to: Date): number {
    const end = to.getTime() + shanghaiMs;
    let sum = 0;
    let local = from.getTime() + shanghaiMs;
    while (local < end) {
      const midnight = Math.floor(local / dayMs) * dayMs;
      for (const [open, close] of this.#spansOf(midnight)) {
        sum += Math.max(0, Math.min(end, midnight + close) - Math.max(local, midnight + open));
      }
      local = midnight + dayMs;
    }
    return sum;
  }

  #spansOf(midnight: number): readonly Span[] {
    const own = this.#days.get(midnight);
    if (own !== undefined) return own;
    return this.#weekdays.has(new Date(midnight).getUTCDay()) ? this.#usual : [];
  }
}

/** No limit of a case is longer; a sum beyond it means a calendar in which nobody works. */
const longestDays = 20 * 366;

/** Checks what somebody has written. Throws invalid-input with the place that is wrong. */
export function takeInWorkCalendar(given: unknown): WorkCalendar {
  const read = workCalendarSchema.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = ['calendar', ...(issue?.path ?? [])].join('.');
  throw new DomainError('invalid-input', `${field}: ${issue?.message ?? 'is no calendar'}`, {
    reason: 'bad-calendar',
    details: { field },
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function spanOf([from, to]: readonly [string, string]): Span {
  return [minutesOf(from) * minuteMs, minutesOf(to) * minuteMs];
}

function inOrder(given: readonly (readonly [string, string])[]): boolean {
  let end = -1;
  for (const [from, to] of given) {
    if (minutesOf(from) < end || minutesOf(to) <= minutesOf(from)) return false;
    end = minutesOf(to);
  }
  return true;
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(at) &&
    new Date(at).toISOString().slice(0, 10) === text
  );
}
