import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import type { WithinInput } from '#within/within.ts';
import type { Clock } from 'grid-data';
import * as queries from './queries.ts';
import type { UnitRecord } from './unit-record.ts';

export type UnitQuestion = { within: WithinInput; onDutyOnly?: boolean | null; first: number };

/** Units report every few seconds: one silent for longer has gone off duty or out of reach. */
const onDutyMs = 10 * 60_000;

export function onDutySince(now: Date): Date {
  return new Date(now.getTime() - onDutyMs);
}

type Parts = { database: Database; clock: Clock; areas: AreaService };

export type UnitService = ReturnType<typeof createUnitService>;

export function createUnitService({ database, clock, areas }: Parts) {
  return {
    async byId(viewer: Viewer, id: string): Promise<UnitRecord | null> {
      const [unit] = await database.inScope(viewer, (db) => queries.unitsById(db, viewer, [id]));
      return unit ?? null;
    },

    async within(viewer: Viewer, question: UnitQuestion): Promise<UnitRecord[]> {
      const limit = pageSize('units', question.first);
      const within = await areas.takeIn(viewer, question.within);
      const heardSince = question.onDutyOnly === true ? onDutySince(clock.now()) : null;
      return database.inScope(viewer, (db) =>
        queries.unitsWithin(db, viewer, { within, heardSince }, limit),
      );
    },

    beats: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => queries.unitBeats(db, viewer, ids)),
  };
}
