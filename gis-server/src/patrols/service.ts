/** 巡查、走访: asked for by a center, made in the field by a list, each a command. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { takeFieldPhotos } from '#field-photos/field-photos.ts';
import { invalidField, isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { incidentsById } from '#incidents/queries.ts';
import { takeInPhotoIds } from '#photos/add-photos.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import { checkFindings, DomainError, type Clock } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { checkListsOf, newestCheckList } from './check-list-queries.ts';
import type { CheckListRecord } from './check-list-queries.ts';
import { createCheckLists } from './check-lists.ts';
import * as queries from './patrol-queries.ts';
import type { PatrolRecord, PatrolTaskRecord, StoredResult } from './patrol-queries.ts';

type ResultAsked = {
  code: string;
  finding: string;
  note?: string | null;
  incidentId?: string | null;
  photoIds?: readonly string[] | null;
};

type PatrolAsked = {
  commandId: string;
  listCode: string;
  listVersion: number;
  taskId?: string | null;
  place: string;
  position?: Position | null;
  beganAt: Date;
  endedAt: Date;
  results: readonly ResultAsked[];
};

type TaskAsked = {
  commandId: string;
  listCode: string;
  place: string;
  areaCode: string;
  dueAt?: Date | null;
};

type Parts = { database: Database; clock: Clock; areas: AreaService };

export type PatrolService = ReturnType<typeof createPatrolService>;

const mostListed = 100;
const longestPlace = 80;
const longestNote = 500;

export function createPatrolService({ database, clock, areas }: Parts) {
  const checkLists = createCheckLists({ database, clock });
  const tasks = (viewer: Viewer, of: Parameters<typeof queries.patrolTasks>[2]['of']) =>
    database.inScope(viewer, (db) => queries.patrolTasks(db, viewer, { of, first: mostListed }));
  const patrols = (viewer: Viewer, asked: Parameters<typeof queries.patrolsInScope>[2]) =>
    database.inScope(viewer, (db) => queries.patrolsInScope(db, viewer, asked));

  return {
    checkLists,
    myTasks: (viewer: Viewer) => tasks(viewer, 'open-to-viewer'),
    mine: (viewer: Viewer) => patrols(viewer, { of: 'viewer', first: 30 }),

    tasks(viewer: Viewer) {
      requirePermission(viewer, 'bulletin.issue');
      return tasks(viewer, 'all');
    },

    list(viewer: Viewer, { notOkOnly, first }: { notOkOnly: boolean; first: number }) {
      requirePermission(viewer, 'bulletin.issue');
      const most = Math.min(mostListed, Math.max(1, first));
      return patrols(viewer, { of: notOkOnly ? 'not-ok' : 'all', first: most });
    },

    async byId(viewer: Viewer, id: string): Promise<PatrolRecord | null> {
      requirePermission(viewer, 'bulletin.issue');
      const [patrol] = isUuid(id) ? await patrols(viewer, { of: { id }, first: 1 }) : [];
      return patrol ?? null;
    },

    async record(viewer: Viewer, asked: PatrolAsked): Promise<PatrolRecord> {
      requirePermission(viewer, 'incident.report');
      const place = takeInPlace(asked.place, 'input.place');
      const position = asked.position ? takeInPosition(asked.position, 'input.position') : null;
      const command = { commandId: asked.commandId, kind: 'patrol.record' };
      const id = await database.command(viewer, command, async (tx) => {
        const [list] = await checkListsOf(tx, [asked]);
        if (list === undefined) return unknownList();
        const results = takeInResults(list, asked.results);
        const incidentIds = results.flatMap(({ incidentId }) => incidentId ?? []);
        if ((await incidentsById(tx, viewer, incidentIds)).length < new Set(incidentIds).size) {
          throw invalidField('input.results', 'a report is not in your scope', 'unknown-incident');
        }
        const taskId = asked.taskId ?? null;
        if (taskId !== null) await knownTask(tx, viewer, taskId);
        const now = clock.now();
        const endedAt = asked.endedAt > now ? now : asked.endedAt;
        const { areaCode } = viewer;
        const notOk = results.filter(({ finding }) => finding === 'not-ok').length;
        const made = {
          id: randomUUID(),
          taskId,
          listCode: list.code,
          listVersion: list.version,
          place,
          areaCode,
          longitude: position?.longitude ?? null,
          latitude: position?.latitude ?? null,
          by: viewer.displayName,
          beganAt: asked.beganAt > endedAt ? endedAt : asked.beganAt,
          endedAt,
          takenAt: now,
          notOk,
          results,
        };
        await queries.insertPatrol(tx, viewer, made);
        const photoIds = results.flatMap((result) => result.photoIds);
        await takeFieldPhotos(tx, viewer, { kind: 'patrol', id: made.id, areaCode }, photoIds);
        tx.record({
          kind: 'patrol.recorded',
          areaCode,
          subjectKind: 'patrol',
          subjectId: made.id,
          position,
          payload: { kind: list.kind, listCode: list.code, items: results.length, notOk },
        });
        return made.id;
      });
      const [patrol] = await patrols(viewer, { of: { id }, first: 1 });
      return patrol ?? unknownTask();
    },

    async issueTask(viewer: Viewer, asked: TaskAsked): Promise<PatrolTaskRecord> {
      requirePermission(viewer, 'bulletin.issue');
      const place = takeInPlace(asked.place, 'place');
      const dueAt = asked.dueAt ?? null;
      if (dueAt !== null && dueAt <= clock.now()) {
        throw invalidField('dueAt', 'lies in the past', 'out-of-range');
      }
      const [area] = await areas.byCode(viewer, [asked.areaCode]);
      if (area === undefined) throw invalidField('areaCode', 'is not in scope', 'unknown-code');
      const command = { commandId: asked.commandId, kind: 'patrol-task.issue' };
      const id = await database.command(viewer, command, async (tx) => {
        const list = await newestCheckList(tx, asked.listCode);
        if (list === null || list.retiredAt !== null) return unknownList();
        const made = {
          id: randomUUID(),
          listCode: list.code,
          place,
          areaCode: area.code,
          areaName: area.name,
          dueAt,
          issuedBy: viewer.displayName,
          issuedAt: clock.now(),
        };
        await queries.insertPatrolTask(tx, made);
        tx.record({
          kind: 'patrol-task.issued',
          ...aboutTask(made),
          payload: { listCode: list.code, dueAt: dueAt?.toISOString() ?? null },
        });
        return made.id;
      });
      const [task] = await tasks(viewer, { id });
      return task ?? unknownTask();
    },

    async endTask(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<boolean> {
      requirePermission(viewer, 'bulletin.issue');
      return database.command(viewer, { commandId, kind: 'patrol-task.end' }, async (tx) => {
        const task = await knownTask(tx, viewer, id);
        if (!(await queries.endPatrolTask(tx, viewer, { id, at: clock.now() }))) return false;
        const { listCode } = task;
        tx.record({ kind: 'patrol-task.ended', ...aboutTask(task), payload: { listCode } });
        return true;
      });
    },
  };
}

async function knownTask(
  tx: Parameters<typeof queries.patrolTasks>[0],
  viewer: Viewer,
  id: string,
): Promise<PatrolTaskRecord> {
  const [task] = isUuid(id) ? await queries.patrolTasks(tx, viewer, { of: { id }, first: 1 }) : [];
  return task ?? unknownTask();
}

/** One for each item of the list, in its order. */
function takeInResults({ items }: CheckListRecord, given: readonly ResultAsked[]): StoredResult[] {
  const byCode = new Map(given.map((result) => [result.code, result]));
  if (byCode.size !== given.length || given.length !== items.length) incomplete();
  return items.map(({ code }) => {
    const result = byCode.get(code) ?? incomplete();
    const field = `input.results.${code}`;
    const incidentId = result.incidentId?.toLowerCase() ?? null;
    if (incidentId !== null && !isUuid(incidentId)) {
      throw invalidField(`${field}.incidentId`, 'is none', 'unknown-incident');
    }
    return {
      code,
      finding: takeInWord(result.finding, checkFindings, `${field}.finding`),
      note: takeInText(result.note, longestNote, `${field}.note`),
      incidentId,
      photoIds: [...takeInPhotoIds(result.photoIds)],
    };
  });
}

function takeInPlace(given: string, field: string): string {
  const place = takeInText(given, longestPlace, field);
  if (place === null) throw invalidField(field, 'is missing', 'missing');
  return place;
}

const aboutTask = ({ id, areaCode }: { id: string; areaCode: string }) =>
  ({ areaCode, subjectKind: 'patrol-task', subjectId: id }) as const;

function incomplete(): never {
  throw invalidField('input.results', 'one for each item of the list', 'incomplete');
}

function unknownList(): never {
  throw new DomainError('not-found', 'there is no such check list', { reason: 'unknown-list' });
}

function unknownTask(): never {
  throw new DomainError('not-found', 'no such task is in reach', { reason: 'unknown-task' });
}
