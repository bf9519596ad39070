/** Who told of a case, masked; read in the clear one by one with a reason; and what they were answered (回访). */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { invalidField, isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentsForUpdate } from '#incidents/queries.ts';
import { callBackOutcomes, DomainError, maskReporter } from 'grid-data';
import type { Clock, ReporterWords } from 'grid-data';
import * as queries from './reporter-queries.ts';

type Unmasking = { commandId: string; incidentId: string; reason: string };
type CallBack = { commandId: string; incidentId: string; outcome: string; answer: string };

export type ReporterService = ReturnType<typeof createReporterService>;

export function createReporterService({ database, clock }: { database: Database; clock: Clock }) {
  const kept = (viewer: Viewer, ids: readonly string[]) =>
    database.inScope(viewer, (db) => queries.reportersOf(db, viewer, ids));

  return {
    /** As everybody sees them. */
    async masked(viewer: Viewer, ids: readonly string[]) {
      const rows = await kept(viewer, ids);
      return rows.map(({ incidentId, ...words }) => ({ incidentId, ...maskReporter(words) }));
    },

    callBacks: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => queries.callBacksOf(db, viewer, ids)),

    /** The row of the register is committed before the first letter is shown; the memory of commands keeps none. */
    async unmask(viewer: Viewer, asked: Unmasking): Promise<ReporterWords> {
      requirePermission(viewer, 'incident.accept');
      const reason = takeInText(asked.reason, 500, 'reason');
      if (reason === null)
        throw invalidField('reason', 'a look at a reporter has a reason', 'missing');
      const { commandId, incidentId } = asked;
      const id = await database.command(
        viewer,
        { commandId, kind: 'reporter.unmask' },
        async (tx) => {
          const incident = await incidentOf(tx, viewer, incidentId);
          if ((await queries.reportersOf(tx, viewer, [incident.id])).length === 0) {
            throw unknownReporter();
          }
          const payload = { note: reason };
          tx.record({ kind: 'incident.reporter-unmasked', ...caseOf(incident), payload });
          return incident.id;
        },
      );
      const [found] = await kept(viewer, [id]);
      if (found === undefined) throw unknownReporter();
      return found;
    },

    async callBack(viewer: Viewer, asked: CallBack): Promise<string> {
      requirePermission(viewer, 'incident.accept');
      const outcome = takeInWord(asked.outcome, callBackOutcomes, 'outcome');
      const answer = takeInText(asked.answer, 2_000, 'answer');
      if (answer === null) throw invalidField('answer', 'what was said is written down', 'missing');
      const { commandId, incidentId } = asked;
      return database.command(viewer, { commandId, kind: 'reporter.call-back' }, async (tx) => {
        const incident = await incidentOf(tx, viewer, incidentId);
        const call = { id: randomUUID(), incidentId: incident.id, areaCode: incident.areaCode };
        const at = clock.now();
        await queries.insertCallBack(tx, viewer, { ...call, outcome, answer, calledAt: at });
        tx.record({ kind: 'incident.called-back', ...caseOf(incident), payload: { outcome } });
        return incident.id;
      });
    },
  };
}

async function incidentOf(tx: Writing, viewer: Viewer, id: string): Promise<IncidentRecord> {
  const key = id.toLowerCase();
  const incident = isUuid(id) ? (await incidentsForUpdate(tx, viewer, [key])).get(key) : undefined;
  if (incident !== undefined) return incident;
  throw new DomainError('not-found', 'there is no such incident in your scope', {
    reason: 'unknown-incident',
  });
}

const caseOf = ({ id, areaCode, departmentCode, position }: IncidentRecord) =>
  ({ areaCode, departmentCode, subjectKind: 'incident', subjectId: id, position }) as const;

function unknownReporter(): DomainError {
  return new DomainError('not-found', 'nobody is kept as the reporter of this case', {
    reason: 'no-reporter',
  });
}
