import { ordinaryWorkCalendar, type WorkCalendar } from '#domain/case/work-calendar.ts';
import { field, readSeedCsv } from './seed-files.ts';

/** The ordinary week with the holidays and make-up days that the State Council has announced. */
export function seedWorkCalendar(): WorkCalendar {
  const days = readSeedCsv('work-calendar.csv').map((row) => ({
    date: field(row, 'date'),
    name: field(row, 'name_zh'),
    sessions: field(row, 'works') === 'yes' ? ordinaryWorkCalendar.sessions : [],
  }));
  const lastYear = days
    .map(({ date }) => date.slice(0, 4))
    .sort()
    .at(-1);
  return { ...ordinaryWorkCalendar, days, holidaysKnownUntil: `${lastYear}-12-31` };
}
