/** Calls scenes at their time of the city's day, each once, whichever process looks first. */
import { systemViewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError, type Clock } from 'grid-data';
import { sceneById, schedules } from './scene-queries.ts';
import type { WallScheduleRecord } from './wall-records.ts';
import type { WallService } from './service.ts';

type Parts = { database: Database; clock: Clock; wall: Pick<WallService, 'showScene'> };

const lookEveryMs = 5_000;
/** What was due while nothing ran is left out: an hour-old scene would only be in the way. */
const latestMinutes = 2;

export class SceneClock {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => {
      // Where the database is away the next look tries again.
      this.look().catch(() => {});
    }, lookEveryMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    const { database, clock } = this.#parts;
    const now = cityMinute(clock.now());
    const all = await database.inScope(systemViewer(), (db) => schedules(db, systemViewer()));
    for (const schedule of all) if (isDue(schedule, now)) await this.#call(schedule, now.date);
  }

  async #call({ id, sceneId }: WallScheduleRecord, date: string): Promise<void> {
    const { database, wall } = this.#parts;
    const scene = await database.inScope(systemViewer(), (db) =>
      sceneById(db, systemViewer(), sceneId),
    );
    if (scene === null) return;
    const cause = { kind: 'schedule', scheduleId: id } as const;
    try {
      // The same id on the same day has its effect once, however often it is looked at.
      await wall.showScene(systemViewer(), { commandId: `schedule:${id}:${date}`, sceneId, cause });
    } catch (error) {
      // Not published, or its screens are gone: the scene's own page says so.
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    }
  }
}

type CityMinute = { date: string; day: number; minuteOfDay: number };

const cityTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function cityMinute(at: Date): CityMinute {
  const parts = Object.fromEntries(
    cityTime.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return {
    date,
    day: weekday === 0 ? 7 : weekday,
    minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

function isDue({ minuteOfDay, days }: WallScheduleRecord, now: CityMinute): boolean {
  const late = now.minuteOfDay - minuteOfDay;
  return days.includes(now.day) && late >= 0 && late <= latestMinutes;
}
