/** One move of the loop inside a transaction: judged by the table, taken, written down. */
import type { Viewer } from '#access/viewer.ts';
import type { Place } from '#areas/service.ts';
import type { Writing } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { cityDay } from '#incidents/city-day.ts';
import {
  departmentState,
  incidentClass,
  incidentsById,
  incidentsForUpdate,
} from '#incidents/queries.ts';
import { standardsInForce } from '#case-standards/standard-queries.ts';
import type { StandardRecord } from '#case-standards/standard-queries.ts';
import { addPhotos } from '#photos/add-photos.ts';
import { photosOfIncidents } from '#photos/queries.ts';
import { DomainError, judgeMove, missingNeeds, moveFrom, photoSideOf, takeMove } from 'grid-data';
import type {
  CaseFacts,
  CaseMove,
  CaseMoveName,
  Limit,
  MoveRefusalReason,
  MoveWords,
} from 'grid-data';
import { factsOf, hasMergedCases, lastActOn, nextCaseNo, writeCase } from './case-queries.ts';
import { readCaseRules } from './case-rules.ts';
import type { CaseRules } from './case-rules.ts';
import { recordCorrection, takeInCorrection, writeCorrection } from './correct-case.ts';
import { moverOf } from './mover.ts';
import { pickDepartment } from './pick-department.ts';
import { invalidMove, refuseGuard, stateHasNoSuchMove, unknownIncident } from './refusals.ts';

export type AskedMove = {
  id: string;
  version: number;
  move: CaseMoveName;
  words: MoveWords;
  photoIds: readonly string[];
  standardId: string | null;
  /** Where a corrected place lies. */
  place?: Place | null;
  at: Date;
};

type Taken = { incident: IncidentRecord; asked: AskedMove; row: CaseMove; rules: CaseRules };

/** The case as the move leaves it. */
export async function moveCase(
  tx: Writing,
  viewer: Viewer,
  asked: AskedMove,
): Promise<IncidentRecord> {
  const mainIncidentId = asked.move === 'merge' ? asked.words.mainIncidentId : null;
  const locked = await incidentsForUpdate(tx, viewer, [asked.id, mainIncidentId]);
  const incident = locked.get(asked.id);
  if (incident === undefined) throw unknownIncident(asked.id);
  // A stale page is told so first: what it asks may have been right for the case it saw.
  if (incident.version !== asked.version) throw await changedMeanwhile(tx, incident, asked);
  const rules = await readCaseRules(tx);
  const row = permittedRow(viewer, incident, asked, rules);
  const taken = { incident, asked, row, rules };
  const words = await checkedWords(tx, viewer, taken, locked);
  const classCode = words.correction?.classCode ?? incident.classCode;
  const standard = await standardAsked(tx, classCode, asked);
  const after = takeMove(row, factsOf(incident), words, {
    at: asked.at,
    ...rules,
    limit: standard === null ? await limitOf(tx, classCode) : limitOfStandard(standard),
  });
  const caseNo = await numberFor(tx, { incident, after, at: asked.at });
  const standardId = asked.move === 'register' ? (standard?.id ?? null) : null;
  const kept = { id: asked.id, version: asked.version, caseNo, standardId };
  const moved = await writeCase(tx, viewer, kept, after);
  if (moved === null) throw await changedMeanwhile(tx, incident, asked);
  const { place = null } = asked;
  const { correction } = words;
  const now =
    correction === null ? moved : await writeCorrection(tx, viewer, { moved, correction, place });
  const { areaCode, position } = now;
  recordMove(tx, { ...incident, areaCode, position }, { move: asked.move, words, after });
  if (correction !== null) recordCorrection(tx, incident, now);
  await addPhotos(
    tx,
    { ...now, departmentCode: after.departmentCode },
    { photoIds: asked.photoIds, uploader: viewer.userId, move: asked.move, at: asked.at },
  );
  if (asked.move === 'merge') recordMain(tx, locked.get(mainIncidentId ?? ''), incident);
  if (asked.move === 'unmerge') {
    const [main] = await incidentsById(tx, viewer, [incident.facts.mergedInto ?? '']);
    recordMain(tx, main, incident);
  }
  return now;
}

function permittedRow(
  viewer: Viewer,
  incident: IncidentRecord,
  asked: AskedMove,
  rules: CaseRules,
): CaseMove {
  const row = moveFrom(incident.state, asked.move);
  if (row === null) throw stateHasNoSuchMove(viewer, incident.state, asked.move);
  const refusal = judgeMove(row, factsOf(incident), moverOf(viewer), rules.settings);
  if (refusal !== null) throw refuseGuard(viewer, refusal, { row, incident });
  return row;
}

/** The words with the department that a rule picks, once they are complete and name what is there. */
async function checkedWords(
  tx: Writing,
  viewer: Viewer,
  { incident, asked, row, rules }: Taken,
  locked: ReadonlyMap<string, IncidentRecord>,
): Promise<MoveWords> {
  const picked = () => pickDepartment(tx, viewer, incident, { at: asked.at, ...rules });
  const needsDepartment = row.needs?.includes('department') === true;
  const departmentCode = needsDepartment
    ? (asked.words.departmentCode ?? (await picked())?.code ?? null)
    : asked.words.departmentCode;
  const correction =
    row.needs?.includes('correction') === true && asked.words.correction !== null
      ? await takeInCorrection(tx, incident, asked.words.correction)
      : null;
  const words = { ...asked.words, departmentCode, correction };
  const photos = await photosFor(tx, viewer, row, { incident, asked });
  const missing = missingNeeds(row, words, { settings: rules.settings, photos })[0];
  if (missing !== undefined) throw invalidMove(missing, 'this move asks for it', 'missing');
  const department = needsDepartment ? await departmentState(tx, departmentCode ?? '') : 'open';
  if (department === null) {
    throw invalidMove('department', 'there is no such department', 'unknown-code');
  }
  if (department === 'closed') {
    throw invalidMove('department', 'it is closed: choose another', 'department-closed');
  }
  if (row.needs?.includes('area')) checkArea(words.areaCode ?? '', incident);
  if (row.needs?.includes('main-case')) {
    await checkMain(tx, viewer, incident, locked.get(words.mainIncidentId ?? ''));
  }
  return words;
}

async function photosFor(
  tx: Writing,
  viewer: Viewer,
  row: CaseMove,
  { incident, asked }: Pick<Taken, 'incident' | 'asked'>,
): Promise<number> {
  if (row.keptPhotoCounts !== true || asked.photoIds.length > 0) return asked.photoIds.length;
  const kept = await photosOfIncidents(tx, viewer, [incident.id]);
  return kept.filter(({ move }) => photoSideOf(move) === row.photo).length;
}

/** A case is handed down (下派) to a township or village that it lies in. */
function checkArea(areaCode: string, incident: IncidentRecord): void {
  const below = incident.facts.handledByArea ?? incident.areaCode.slice(0, 6);
  const lies = /^\d{9}(\d{3})?$/.test(areaCode) && incident.areaCode.startsWith(areaCode);
  if (lies && areaCode.length > below.length) return;
  throw invalidMove('area', 'is no lower area that the case lies in', 'wrong-area');
}

async function checkMain(
  tx: Writing,
  viewer: Viewer,
  incident: IncidentRecord,
  main: IncidentRecord | undefined,
): Promise<void> {
  const wrong = (message: string, reason: MoveRefusalReason) =>
    invalidMove('main-case', message, reason);
  if (main === undefined) throw wrong('there is no such case in your scope', 'unknown-incident');
  if (main.id === incident.id) throw wrong('a case is not merged into itself', 'merge-into-itself');
  if (main.facts.mergedInto !== null) throw wrong('it is merged itself', 'merge-chain');
  if (main.classCode !== incident.classCode) throw wrong('is of another class', 'other-class');
  if (await hasMergedCases(tx, viewer, incident.id)) {
    throw wrong('other cases are merged into this one', 'merge-chain');
  }
}

/** By which condition its limit is counted, where the move decides on that. */
async function standardAsked(
  tx: Writing,
  classCode: string,
  { move, standardId, words }: AskedMove,
): Promise<StandardRecord | null> {
  if (move === 'register') return standardFor(tx, classCode, standardId);
  const isOtherClass = move === 'correct' && words.correction?.classCode === classCode;
  return isOtherClass ? standardFor(tx, classCode, null) : null;
}

/** The condition that was named, or the only one that the class has. */
async function standardFor(
  tx: Writing,
  classCode: string,
  standardId: string | null,
): Promise<StandardRecord | null> {
  const inForce = await standardsInForce(tx, classCode);
  if (standardId === null) return inForce.length === 1 ? inForce[0]! : null;
  const named = inForce.find(({ id }) => id === standardId.toLowerCase());
  if (named !== undefined) return named;
  throw new DomainError('conflict', 'the class has no such condition in force', {
    reason: 'standard-retired' satisfies MoveRefusalReason,
    details: { field: 'input.standardId' },
  });
}

const limitOfStandard = ({ limitValue: value, limitUnit: unit }: StandardRecord): Limit => ({
  value,
  unit,
});

async function limitOf(tx: Writing, classCode: string): Promise<Limit | null> {
  const kind = await incidentClass(tx, classCode);
  return kind === null ? null : { value: kind.limitValue, unit: kind.limitUnit };
}

type Numbered = { incident: IncidentRecord; after: CaseFacts; at: Date };

/** A case gets its number at 立案 and keeps it. */
export async function numberFor(
  tx: Writing,
  { incident, after, at }: Numbered,
): Promise<string | null> {
  if (incident.caseNo !== null || after.registeredAt === null) return null;
  return nextCaseNo(tx, incident.areaCode.slice(0, 6) + cityDay(at));
}

type Moved = {
  move: CaseMoveName | 'forced' | 'undone' | 'recomputed';
  words: Pick<MoveWords, 'note'>;
  after: CaseFacts;
};

export function recordMove(
  tx: Writing,
  incident: IncidentRecord,
  { move, words: { note }, after }: Moved,
): void {
  const about = aboutCase(incident);
  const { departmentCode } = after;
  const before = incident.departmentCode;
  if (before !== null && before !== departmentCode) {
    // A department hears only rows with its own code, and must hear that the case is no longer its own.
    tx.record({
      kind: 'incident.left-department',
      ...about,
      departmentCode: before,
      payload: { fromDepartmentCode: before, toDepartmentCode: departmentCode },
    });
  }
  if (after.state !== incident.state) {
    const payload = { move, from: incident.state, to: after.state, departmentCode, note };
    tx.record({ kind: 'incident.moved', ...about, departmentCode, payload });
    return;
  }
  const dueAt = after.dueAt?.toISOString() ?? null;
  const payload = { move, state: after.state, departmentCode, dueAt, note };
  tx.record({ kind: 'incident.acted', ...about, departmentCode, payload });
}

/** The main case's own story says what was merged into it, and what was taken out again. */
function recordMain(tx: Writing, main: IncidentRecord | undefined, merged: IncidentRecord): void {
  if (main === undefined) return;
  const { state, departmentCode, facts } = main;
  const dueAt = facts.dueAt?.toISOString() ?? null;
  const note = merged.caseNo ?? merged.id;
  tx.record({
    kind: 'incident.acted',
    ...aboutCase(main),
    departmentCode,
    payload: {
      move: merged.facts.mergedInto === null ? 'took-in' : 'let-go',
      state,
      departmentCode,
      dueAt,
      note,
    },
  });
}

function aboutCase({ areaCode, id, position }: IncidentRecord) {
  return { areaCode, subjectKind: 'incident', subjectId: id, position } as const;
}

/** Both versions: what was asked stays with who asked, what the case is now and who made it so is told. */
export async function changedMeanwhile(
  tx: Writing,
  incident: IncidentRecord,
  { version }: { version: number },
): Promise<DomainError> {
  const last = await lastActOn(tx, incident.id);
  return new DomainError('conflict', 'somebody moved this incident meanwhile', {
    reason: 'version-conflict' satisfies MoveRefusalReason,
    details: {
      givenVersion: version,
      currentVersion: incident.version,
      currentState: incident.state,
      currentDepartmentCode: incident.departmentCode,
      changedBy: last?.actorName ?? null,
      changedAt: last?.at ?? null,
      lastMove: last?.move ?? null,
    },
  });
}
