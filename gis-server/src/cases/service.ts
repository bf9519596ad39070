import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import {
  amberOf,
  colourOf,
  dueOf,
  isRunning,
  judgeMove,
  leftOf,
  movesFrom,
  targetOf,
} from 'grid-data';
import type { Clock } from 'grid-data';
import { factsOf } from './case-queries.ts';
import { readCaseRules } from './case-rules.ts';
import type { CaseRules } from './case-rules.ts';
import { moverOf } from './mover.ts';

export type CaseService = ReturnType<typeof createCaseService>;

/** What is asked about cases: what leads on from here, and how the clock stands. */
export function createCaseService({ database, clock }: { database: Database; clock: Clock }) {
  return {
    rules: (viewer: Viewer): Promise<CaseRules> => database.inScope(viewer, readCaseRules),

    /** All rows of the table from its state; those of others too, with the reason, so that a desk can explain. */
    moves(viewer: Viewer, incident: IncidentRecord, { settings }: Pick<CaseRules, 'settings'>) {
      const facts = factsOf(incident);
      return movesFrom(incident.state).map((row) => {
        const refusal = judgeMove(row, facts, moverOf(viewer), settings);
        const to = targetOf(row, facts);
        return {
          move: row.move,
          to,
          permitted: refusal === null,
          refusal,
          needs: [...(row.needs ?? [])],
        };
      });
    },

    clockOf({ facts }: IncidentRecord, { workTime }: CaseRules) {
      const { clock: kept, closeDueAt } = facts;
      const first = kept?.runs[0];
      if (kept === null || first === undefined) return null;
      const now = clock.now();
      return {
        unit: kept.unit,
        given: kept.given,
        startedAt: new Date(first.from),
        dueAt: dueOf(kept, workTime),
        amberAt: amberOf(kept, workTime),
        closeDueAt,
        running: isRunning(kept),
        leftMinutes: Math.round(leftOf(kept, workTime, now) / 60_000),
        colour: colourOf(kept, workTime, now),
      };
    },
  };
}
