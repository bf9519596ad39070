import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { cityMidnight } from '#incidents/city-day.ts';
import { incidentStates } from 'grid-data';
import type { Clock } from 'grid-data';
import { areaCounts } from './queries.ts';
import type { AreaCountsRow } from './queries.ts';

export type AreaCountsRecord = Omit<AreaCountsRow, 'incidentsByState' | 'openIncidentsByGrade'> & {
  asOf: Date;
  incidentsByState: { state: string; count: number }[];
  openIncidentsByGrade: { grade: number; count: number }[];
};

export type StatisticsService = ReturnType<typeof createStatisticsService>;

type Parts = { database: Database; clock: Clock; journalHead(): number };
type Remembered = { head: number; at: number; counts: Promise<AreaCountsRecord> };

/** Cases fall due and units move without a row in the journal, so even an unchanged journal is asked anew after this. */
const freshMs = 10_000;
/** All villages of a county, as the hall and its towns see them. */
const rememberedAreas = 2000;
/** A unit not heard of for so long is not said to move. */
const silentMs = 120_000;

export function createStatisticsService({ database, clock, journalHead }: Parts) {
  const remembered = new Map<string, Remembered>();

  const ask = async (viewer: Viewer, areaCodes: readonly string[]) => {
    const now = clock.now();
    const movingSince = new Date(now.getTime() - silentMs);
    const moment = { now, midnight: cityMidnight(now), movingSince };
    const rows = await database.inScope(viewer, (db) => areaCounts(db, viewer, areaCodes, moment));
    return new Map(rows.map((row) => [row.areaCode, toRecord(row, now)]));
  };

  const remember = (key: string, entry: Remembered): void => {
    remembered.delete(key);
    remembered.set(key, entry);
    if (remembered.size > rememberedAreas) remembered.delete(remembered.keys().next().value!);
    // A failed question is not remembered: the next one asks again.
    entry.counts.catch(() => remembered.get(key) === entry && remembered.delete(key));
  };

  return {
    /** Counts of each area, shared by all who stand at the same scope until something changes. */
    countsOf(viewer: Viewer, areaCodes: readonly string[]): Promise<AreaCountsRecord[]> {
      const keyOf = (areaCode: string) =>
        [areaCode, viewer.scopePrefix, departmentOf(viewer)].join('|');
      const [head, at] = [journalHead(), clock.now().getTime()];
      const stale = areaCodes.filter((code) => {
        const known = remembered.get(keyOf(code));
        return known?.head !== head || at - known.at >= freshMs;
      });
      const fresh = new Map(areaCodes.map((code) => [code, remembered.get(keyOf(code))?.counts]));
      for (const codes of Map.groupBy(stale, ({ length }) => length).values()) {
        const asked = ask(viewer, codes);
        for (const code of codes) {
          const counts = asked.then((rows) => rows.get(code)!);
          fresh.set(code, counts);
          remember(keyOf(code), { head, at, counts });
        }
      }
      return Promise.all(areaCodes.map((code) => fresh.get(code)!));
    },
  };
}

function departmentOf(viewer: Viewer): string {
  return viewer.role === 'department' ? (viewer.departmentCode ?? '-') : '';
}

function toRecord(row: AreaCountsRow, asOf: Date): AreaCountsRecord {
  const byState = row.incidentsByState;
  const byGrade = row.openIncidentsByGrade;
  return {
    ...row,
    asOf,
    incidentsByState: incidentStates.map((state) => ({ state, count: byState[state] ?? 0 })),
    openIncidentsByGrade: [1, 2, 3, 4].map((grade) => ({ grade, count: byGrade[grade] ?? 0 })),
  };
}
