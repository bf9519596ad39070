/** In which hours of the day a camera could be counted on, by what the rounds found. */
import type { StateSpan } from './coverage-queries.ts';

export const hoursOfDay = 24;
const hourMs = 3_600_000;
/** China keeps one time, without summer time. */
const shanghaiMs = 8 * hourMs;
/** Known for less than this of an hour of the day, nothing is said about it. */
const leastKnownMs = 10 * 60_000;

export type HoursOnline = ReadonlyMap<string, readonly (boolean | null)[]>;

/** Per camera and hour of the day whether it was online for at least half of what is known; null where too little is. */
export function hoursOnline(spans: readonly StateSpan[], since: Date, now: Date): HoursOnline {
  const known = new Map<string, { online: number[]; all: number[] }>();
  for (const { cameraId, online, fromAt, toAt } of spans) {
    const of = known.get(cameraId) ?? { online: zeros(), all: zeros() };
    known.set(cameraId, of);
    const to = Math.min(now.getTime(), toAt?.getTime() ?? Infinity);
    for (let from = Math.max(since.getTime(), fromAt.getTime()); from < to;) {
      const until = Math.min(to, (Math.floor(from / hourMs) + 1) * hourMs);
      const hour = Math.floor((from + shanghaiMs) / hourMs) % hoursOfDay;
      of.all[hour]! += until - from;
      if (online) of.online[hour]! += until - from;
      from = until;
    }
  }
  return new Map(
    [...known].map(([id, { online, all }]) => [
      id,
      all.map((ms, hour) => (ms < leastKnownMs ? null : online[hour]! * 2 >= ms)),
    ]),
  );
}

function zeros(): number[] {
  return Array.from({ length: hoursOfDay }, () => 0);
}
