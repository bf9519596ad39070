/** The work calendar and the settings of the loop as they are kept; those of the house where a city has set none. */
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import {
  caseSettingsSchema,
  ordinaryCaseSettings,
  ordinaryWorkCalendar,
  takeInWorkCalendar,
  WorkTime,
} from 'grid-data';
import type { CaseSettings, WorkCalendar } from 'grid-data';

export const calendarKey = 'work-calendar';
export const settingsKey = 'case-settings';

export type CaseRules = { calendar: WorkCalendar; workTime: WorkTime; settings: CaseSettings };

export async function readCaseRules(db: Reading): Promise<CaseRules> {
  const rows = await db.query<{
    key: string;
    value: unknown;
  }>(sql`-- By which calendar and settings?
    select key, value from settings where key in (${calendarKey}, ${settingsKey})`);
  const kept = new Map(rows.map(({ key, value }) => [key, value]));
  const given = kept.get(calendarKey);
  const calendar = given === undefined ? ordinaryWorkCalendar : takeInWorkCalendar(given);
  const set = kept.get(settingsKey);
  return {
    calendar,
    workTime: new WorkTime(calendar),
    settings: set === undefined ? ordinaryCaseSettings : caseSettingsSchema.parse(set),
  };
}
