/** What is asked about the orders of other systems. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { takeInText, takeInWord } from '#graphql/take-in.ts';
import { incidentSources } from 'grid-data';
import { knownOrder } from './intake-queries.ts';
import type { KnownOrder } from './intake-queries.ts';

export type IntakeService = ReturnType<typeof createIntakeService>;

export function createIntakeService({ database }: { database: Database }) {
  return {
    /** Null where no such order has come. */
    async known(
      viewer: Viewer,
      asked: { source: string; externalId: string },
    ): Promise<KnownOrder | null> {
      requirePermission(viewer, 'incident.report');
      const source = takeInWord(asked.source, incidentSources, 'source');
      const externalId = takeInText(asked.externalId, 100, 'externalId');
      if (externalId === null) return null;
      return database.inScope(viewer, (db) => knownOrder(db, { source, externalId }));
    },
  };
}
