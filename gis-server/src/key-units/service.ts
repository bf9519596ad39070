/** 重点单位 and 法规: what the field looks up. */
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { isUuid, takeInWord } from '#graphql/take-in.ts';
import { keyUnitKinds } from 'grid-data';
import * as queries from './key-unit-queries.ts';
import type { KeyUnitRecord } from './key-unit-queries.ts';
import { allRegulations } from './regulation-queries.ts';

type Question = { kind?: string | null; first: number; after?: string | null };

export type KeyUnitService = ReturnType<typeof createKeyUnitService>;

const mostViolationsTold = 20;

export function createKeyUnitService({ database }: { database: Database }) {
  return {
    async page(viewer: Viewer, question: Question) {
      const size = pageSize('keyUnits', question.first);
      const kind = question.kind ? takeInWord(question.kind, keyUnitKinds, 'kind') : null;
      const after = takeInCursor(question.after);
      const rows = await database.inScope(viewer, (db) =>
        queries.keyUnitPage(db, viewer, { kind, limit: size + 1, after }),
      );
      return pageOf(rows, size, (row) => [row.areaCode, row.id]);
    },

    byId: (viewer: Viewer, ids: readonly string[]): Promise<KeyUnitRecord[]> =>
      database.inScope(viewer, (db) => queries.keyUnitsById(db, viewer, ids)),

    ofIncidents: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => queries.keyUnitsOfIncidents(db, viewer, ids.filter(isUuid))),

    violations: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) =>
        queries.violationsOf(db, viewer, { ids, first: mostViolationsTold }),
      ),

    regulations: (viewer: Viewer) => database.inScope(viewer, (db) => allRegulations(db)),
  };
}

function takeInCursor(after: string | null | undefined): queries.AfterKeyUnit {
  if (!after) return null;
  const [areaCode, id] = decodeCursor(after, ['string', 'string']);
  return { areaCode, id };
}
