/** What is done to cases: moves by the table, and a leader's act outside it. Each is one command, idempotent by its id. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInNote, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentsById, incidentsForUpdate } from '#incidents/queries.ts';
import {
  caseMoveNames,
  departmentStates,
  DomainError,
  forceState,
  incidentGrades,
  incidentStates,
  verdicts,
} from 'grid-data';
import type { Clock, Correction, IncidentState, MoveRefusalReason, MoveWords } from 'grid-data';
import { takeInPhotoIds } from '#photos/add-photos.ts';
import type { Position } from '#within/within.ts';
import { createBulkCommands } from './bulk-commands.ts';
import { factsOf, writeCase } from './case-queries.ts';
import { readCaseRules } from './case-rules.ts';
import { changedMeanwhile, moveCase, numberFor, recordMove } from './move-case.ts';
import { invalidMove, unknownIncident } from './refusals.ts';

export type MoveInput = {
  commandId: string;
  id: string;
  version: number;
  move: string;
  note?: string | null;
  departmentCode?: string | null;
  verdict?: string | null;
  limitValue?: number | null;
  handlerName?: string | null;
  mainIncidentId?: string | null;
  areaCode?: string | null;
  closingConditionMet?: boolean | null;
  photoIds?: readonly string[] | null;
  standardId?: string | null;
  correction?: {
    classCode?: string | null;
    position?: Position | null;
    address?: string | null;
    grade?: number | null;
  } | null;
};

export type ForceInput = {
  commandId: string;
  id: string;
  version: number;
  to: string;
  note: string;
};

export type CaseCommands = ReturnType<typeof createCaseCommands>;

/** Nobody extends a case by more at once; what takes longer is 挂账. */
const longestExtension = 400;

type Parts = { database: Database; clock: Clock; areas: AreaService };

export function createCaseCommands({ database, clock, areas }: Parts) {
  const asItIsNow = async (viewer: Viewer, id: string): Promise<IncidentRecord> => {
    const [incident] = await database.inScope(viewer, (db) => incidentsById(db, viewer, [id]));
    if (incident === undefined) throw unknownIncident(id);
    return incident;
  };

  return {
    ...createBulkCommands({ database, clock }),

    async move(viewer: Viewer, input: MoveInput): Promise<IncidentRecord> {
      const id = takeInId(input.id);
      const words = takeInWords(input);
      const position = words.correction?.position ?? null;
      const asked = {
        id,
        version: input.version,
        move: takeInWord(input.move, caseMoveNames, 'input.move'),
        words,
        place:
          position === null
            ? null
            : await areas.placeOf(viewer, position, 'input.correction.position'),
        photoIds: takeInPhotoIds(input.photoIds),
        standardId: input.standardId ?? null,
        at: clock.now(),
      };
      const command = { commandId: input.commandId, kind: 'incident.move' };
      // A repeated command is answered with what the case is now.
      let moved: IncidentRecord | undefined;
      await database.command(viewer, command, async (tx) => {
        moved = await moveCase(tx, viewer, asked);
      });
      return moved ?? asItIsNow(viewer, id);
    },

    async force(viewer: Viewer, input: ForceInput): Promise<IncidentRecord> {
      requirePermission(viewer, 'case.force');
      const id = takeInId(input.id);
      const to = takeInWord(input.to, incidentStates, 'to');
      const note = takeInNote(input.note);
      if (note === null)
        throw invalidMove('note', 'an act outside the table has a reason', 'missing');
      const at = clock.now();
      const command = { commandId: input.commandId, kind: 'incident.force' };
      await database.command(viewer, command, async (tx) => {
        const incident = (await incidentsForUpdate(tx, viewer, [id])).get(id);
        if (incident === undefined) throw unknownIncident(id);
        if (incident.version !== input.version) throw await changedMeanwhile(tx, incident, input);
        refuseWhereForceEnds(incident, to);
        const rules = await readCaseRules(tx);
        const after = forceState(factsOf(incident), to, { at, ...rules });
        const caseNo = await numberFor(tx, { incident, after, at });
        const kept = { id, version: input.version, caseNo };
        const forced = await writeCase(tx, viewer, kept, after);
        if (forced === null) throw await changedMeanwhile(tx, incident, input);
        const { areaCode, position, state: from } = incident;
        recordMove(tx, incident, { move: 'forced', words: { note }, after });
        tx.record({
          kind: 'incident.forced',
          areaCode,
          subjectKind: 'incident',
          subjectId: id,
          position,
          payload: { from, to, note },
        });
      });
      return asItIsNow(viewer, id);
    },
  };
}

/** The archive is read only, and what was merged is brought back by undoing the merge. */
function refuseWhereForceEnds(incident: IncidentRecord, to: IncidentState): void {
  const { state, facts } = incident;
  if (incident.departmentCode === null && departmentStates.includes(to)) {
    throw new DomainError('conflict', `${to}: no department has this case: dispatch it first`, {
      reason: 'no-department' satisfies MoveRefusalReason,
    });
  }
  if (state !== 'archived' && state !== to && facts.mergedInto === null) return;
  const reason: MoveRefusalReason = state === to ? 'already-there' : 'archived-or-merged';
  throw new DomainError('conflict', `${state}: no act leads from here to ${to}`, { reason });
}

function takeInId(id: string): string {
  if (!isUuid(id)) throw unknownIncident(id);
  return id.toLowerCase();
}

function takeInWords(input: MoveInput): MoveWords {
  const { verdict, limitValue, mainIncidentId } = input;
  if (typeof limitValue === 'number' && !(limitValue > 0 && limitValue <= longestExtension)) {
    throw invalidMove('limit-value', `more than 0 and at most ${longestExtension}`, 'out-of-range');
  }
  if (typeof mainIncidentId === 'string' && !isUuid(mainIncidentId)) {
    throw invalidMove('main-case', 'there is no such case in your scope', 'unknown-incident');
  }
  return {
    note: takeInNote(input.note),
    departmentCode: takeInText(input.departmentCode, 60, 'input.departmentCode'),
    verdict: verdict ? takeInWord(verdict, verdicts, 'input.verdict') : null,
    limitValue: limitValue ?? null,
    handlerName: takeInText(input.handlerName, 60, 'input.handlerName'),
    mainIncidentId: mainIncidentId?.toLowerCase() ?? null,
    areaCode: takeInText(input.areaCode, 12, 'input.areaCode'),
    closingConditionMet: input.closingConditionMet === true,
    correction: takeInCorrectionWords(input.correction),
  };
}

function takeInCorrectionWords(given: MoveInput['correction']): Correction | null {
  if (!given) return null;
  const grade = incidentGrades.find((known) => known === given.grade) ?? null;
  if (typeof given.grade === 'number' && grade === null) {
    throw invalidMove('correction', `${given.grade} is not one of 1, 2, 3, 4`, 'unknown-grade');
  }
  return {
    classCode: takeInText(given.classCode, 40, 'input.correction.classCode'),
    position: given.position ?? null,
    address: takeInText(given.address, 300, 'input.correction.address'),
    grade,
  };
}
