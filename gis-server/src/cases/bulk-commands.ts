/** Many cases moved by one command: each by the table for itself, and taken back by who did it while nobody else acted. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { setStandardOf, standardsInForce } from '#case-standards/standard-queries.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInNote, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentsById, incidentsForUpdate } from '#incidents/queries.ts';
import { caseMoveNames, DomainError, isBulkMove, moveFrom, noWords } from 'grid-data';
import type { CaseMoveName, Clock, MoveRefusalReason } from 'grid-data';
import { casesOfBulk, insertBulk, markUndone, ownBulk, type MovedCase } from './bulk-queries.ts';
import { factsOf, writeCase } from './case-queries.ts';
import { changedMeanwhile, moveCase, recordMove, type AskedMove } from './move-case.ts';
import { stateHasNoSuchMove, unknownIncident } from './refusals.ts';

type BulkInput = {
  commandId: string;
  move: string;
  cases: readonly { id: string; version: number }[];
  note?: string | null;
  departmentCode?: string | null;
  handlerName?: string | null;
  closingConditionMet?: boolean | null;
};

type Refused = { id: string; reason: string };
/** What the memory of commands keeps of it. */
type Outcome = { id: string; moved: string[]; refused: Refused[] };

export type BulkMoveRecord = {
  id: string;
  moved: IncidentRecord[];
  refused: Refused[];
  undoUntil: Date | null;
};

const mostAtOnce = 100;
const undoMs = 10 * 60_000;

export function createBulkCommands({ database, clock }: { database: Database; clock: Clock }) {
  const toldAs = async (
    viewer: Viewer,
    { id, moved: ids, refused }: Outcome,
    undoUntil: Date | null,
  ): Promise<BulkMoveRecord> => {
    const moved = await database.inScope(viewer, (db) => incidentsById(db, viewer, ids));
    return { id, moved, refused, undoUntil };
  };

  return {
    async moveMany(viewer: Viewer, input: BulkInput): Promise<BulkMoveRecord> {
      const move = takeInWord(input.move, caseMoveNames, 'input.move');
      const cases = takeInCases(input.cases);
      const words = {
        ...noWords,
        note: takeInNote(input.note),
        departmentCode: takeInText(input.departmentCode, 60, 'input.departmentCode'),
        handlerName: takeInText(input.handlerName, 60, 'input.handlerName'),
        closingConditionMet: input.closingConditionMet === true,
      };
      const at = clock.now();
      const { commandId } = input;
      const outcome = await database.command(
        viewer,
        { commandId, kind: 'incident.move-many' },
        async (tx): Promise<Outcome> => {
          const shared = { words, photoIds: [], standardId: null, at };
          const done = await moveEach(tx, viewer, { cases, move, ...shared });
          const id = randomUUID();
          await insertBulk(tx, viewer, { id, move, movedAt: at }, done.moved);
          return { id, moved: done.moved.map(({ id }) => id), refused: done.refused };
        },
      );
      return toldAs(viewer, outcome, new Date(at.getTime() + undoMs));
    },

    async undo(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<BulkMoveRecord> {
      const at = clock.now();
      const outcome = await database.command(
        viewer,
        { commandId, kind: 'incident.undo-many' },
        async (tx): Promise<Outcome> => {
          const bulk = isUuid(id) ? await ownBulk(tx, viewer, id) : null;
          if (bulk === null) throw gone('not-found', 'unknown-bulk-move');
          if (bulk.undoneAt !== null) throw gone('conflict', 'undone-already');
          if (at.getTime() - bulk.movedAt.getTime() > undoMs)
            throw gone('conflict', 'undo-too-late');
          await markUndone(tx, viewer, { id, at });
          return { id, ...(await undoEach(tx, viewer, await casesOfBulk(tx, viewer, id))) };
        },
      );
      return toldAs(viewer, outcome, null);
    },
  };
}

type Asked = Omit<AskedMove, 'id' | 'version'> & {
  cases: readonly { id: string; version: number }[];
};

/** A refused one leaves the others alone: a refusal comes before anything is written. */
async function moveEach(tx: Writing, viewer: Viewer, { cases, ...asked }: Asked) {
  const ids = cases.map(({ id }) => id);
  const locked = await incidentsForUpdate(tx, viewer, ids);
  const moved: MovedCase[] = [];
  const refused: Refused[] = [];
  for (const { id, version } of cases) {
    const before = locked.get(id);
    try {
      if (before === undefined) throw unknownIncident(id);
      // A stale page is told so first, by the move itself.
      if (before.version === version) await refuseOneByOne(tx, viewer, before, asked.move);
      await moveCase(tx, viewer, { ...asked, id, version });
      const { areaCode, standardId } = before;
      const stood = { ...factsOf(before), standardId };
      moved.push({ id, areaCode, version: version + 1, before: stood });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      refused.push({ id, reason: error.reason });
    }
  }
  return { moved, refused };
}

async function refuseOneByOne(
  tx: Writing,
  viewer: Viewer,
  { state, classCode }: IncidentRecord,
  move: CaseMoveName,
): Promise<void> {
  const row = moveFrom(state, move);
  if (row === null) throw stateHasNoSuchMove(viewer, state, move);
  // Which condition of its class a case meets is said of each.
  const choices = move === 'register' ? await standardsInForce(tx, classCode) : [];
  if (!isBulkMove(row) || choices.length > 1) throw gone('conflict', 'one-by-one');
}

/** What somebody has moved on since stays as it is. */
async function undoEach(
  tx: Writing,
  viewer: Viewer,
  cases: readonly MovedCase[],
): Promise<Omit<Outcome, 'id'>> {
  const ids = cases.map(({ id }) => id);
  const locked = await incidentsForUpdate(tx, viewer, ids);
  const outcome: Omit<Outcome, 'id'> = { moved: [], refused: [] };
  for (const { id, version, before } of cases) {
    const incident = locked.get(id);
    if (incident?.state === 'archived') {
      outcome.refused.push({ id, reason: 'archived' satisfies MoveRefusalReason });
      continue;
    }
    const stands = incident?.version === version;
    const kept = { id, version, caseNo: null };
    if (!stands || (await writeCase(tx, viewer, kept, before)) === null) {
      const reason = incident
        ? (await changedMeanwhile(tx, incident, { version })).reason
        : 'unknown-incident';
      outcome.refused.push({ id, reason });
      continue;
    }
    await setStandardOf(tx, id, before.standardId);
    recordMove(tx, incident, { move: 'undone', words: { note: null }, after: before });
    outcome.moved.push(id);
  }
  return outcome;
}

function takeInCases(cases: BulkInput['cases']) {
  const known = new Map(cases.map((each) => [each.id.toLowerCase(), each.version]));
  if (known.size === 0 || known.size > mostAtOnce || ![...known.keys()].every(isUuid)) {
    throw new DomainError('invalid-input', `input.cases: 1 to ${mostAtOnce} cases`, {
      reason: 'out-of-range' satisfies MoveRefusalReason,
      details: { field: 'input.cases', max: mostAtOnce },
    });
  }
  return [...known].map(([id, version]) => ({ id, version }));
}

function gone(kind: 'not-found' | 'conflict', reason: MoveRefusalReason): DomainError {
  return new DomainError(kind, `this is not done for many at once: ${reason}`, { reason });
}
