import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import { DomainError, type Clock, type WallContent } from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './scene-queries.ts';
import { noScene } from './showings.ts';
import type { WallSceneRecord } from './wall-records.ts';

export type SceneInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  name: string;
  draft: WallContent;
};
export type SceneChange = { commandId: string; id: string; version: number };
export type ScheduleInput = {
  commandId: string;
  sceneId: string;
  minuteOfDay: number;
  days: readonly number[];
};

export type Scenes = ReturnType<typeof createScenes>;

const longestName = 60;

export function createScenes({ database, clock }: { database: Database; clock: Clock }) {
  const read = async (viewer: Viewer, id: string) =>
    (await database.inScope(viewer, (db) => queries.sceneById(db, viewer, id))) ?? gone();

  /** The scene as its editor saw it, changed in one step with what the journal says of it. */
  const change = async (
    viewer: Viewer,
    { commandId, id, version }: SceneChange,
    kind: string,
    work: (tx: Writing, scene: WallSceneRecord) => Promise<void>,
  ) => {
    requirePermission(viewer, 'wall.drive');
    await database.command(viewer, { commandId, kind }, async (tx) => {
      const before = isUuid(id) ? await queries.sceneById(tx, viewer, id) : null;
      if (before === null) gone();
      else if (before.version !== version) conflict(before);
      else await work(tx, before);
    });
  };

  return {
    list: (viewer: Viewer) => database.inScope(viewer, (db) => queries.scenes(db, viewer)),

    schedules: (viewer: Viewer) => database.inScope(viewer, (db) => queries.schedules(db, viewer)),

    async save(viewer: Viewer, input: SceneInput): Promise<WallSceneRecord> {
      requirePermission(viewer, 'wall.drive');
      const name = takeInText(input.name, longestName, 'name');
      if (name === null) throw refused('name', 'a scene needs a name');
      if (input.id != null && !isUuid(input.id)) gone();
      const command = { commandId: input.commandId, kind: 'wall.save-scene' };
      const id = await database.command(viewer, command, async (tx) => {
        const known = input.id ?? null;
        const before = known === null ? null : await queries.sceneById(tx, viewer, known);
        const scene = {
          id: known ?? randomUUID(),
          name,
          areaCode: before?.areaCode ?? viewer.areaCode,
          draft: input.draft,
          changedBy: viewer.displayName,
          changedAt: clock.now(),
        };
        const version = input.version ?? 0;
        if (known === null) await queries.insertScene(tx, scene);
        else if (before === null) gone();
        else if (!(await queries.updateScene(tx, viewer, { ...scene, version }))) conflict(before);
        record(tx, scene, {
          kind: 'wall.scene-saved',
          payload: { name, version: known === null ? 1 : version + 1 },
        });
        return scene.id;
      });
      return read(viewer, id);
    },

    async publish(viewer: Viewer, asked: SceneChange): Promise<WallSceneRecord> {
      await change(viewer, asked, 'wall.publish-scene', async (tx, scene) => {
        const { id, name, version, draft } = scene;
        await queries.publishScene(tx, viewer, { id, version, content: draft });
        record(tx, scene, { kind: 'wall.scene-published', payload: { name, version } });
      });
      return read(viewer, asked.id);
    },

    async remove(viewer: Viewer, asked: SceneChange): Promise<string> {
      await change(viewer, asked, 'wall.remove-scene', async (tx, scene) => {
        await queries.removeScene(tx, viewer, { id: scene.id, at: clock.now() });
        record(tx, scene, { kind: 'wall.scene-removed', payload: { name: scene.name } });
      });
      return asked.id;
    },

    async schedule(viewer: Viewer, input: ScheduleInput): Promise<WallSceneRecord> {
      requirePermission(viewer, 'wall.drive');
      const { minuteOfDay } = input;
      const days = [...new Set(input.days)].sort((a, b) => a - b);
      if (minuteOfDay < 0 || minuteOfDay > 1439) throw refused('minuteOfDay', '0 to 1439');
      if (days.length === 0 || days.some((day) => day < 1 || day > 7)) {
        throw refused('days', 'days are 1 Monday to 7 Sunday');
      }
      const command = { commandId: input.commandId, kind: 'wall.schedule-scene' };
      await database.command(viewer, command, async (tx) => {
        const { sceneId } = input;
        const scene = isUuid(sceneId) ? await queries.sceneById(tx, viewer, sceneId) : null;
        if (scene === null) return gone();
        const { areaCode } = scene;
        const made = { id: randomUUID(), sceneId, areaCode, minuteOfDay, days };
        await queries.insertSchedule(tx, { ...made, madeBy: viewer.displayName });
        const payload = { name: scene.name, minuteOfDay, days };
        record(tx, scene, { kind: 'wall.scene-scheduled', payload });
      });
      return read(viewer, input.sceneId);
    },

    async unschedule(viewer: Viewer, asked: { commandId: string; scheduleId: string }) {
      requirePermission(viewer, 'wall.drive');
      const { commandId, scheduleId } = asked;
      const command = { commandId, kind: 'wall.unschedule-scene' };
      const sceneId = await database.command(viewer, command, async (tx) => {
        const gone = isUuid(scheduleId)
          ? await queries.deleteSchedule(tx, viewer, scheduleId)
          : null;
        const scene = gone && (await queries.sceneById(tx, viewer, gone.sceneId));
        if (scene === null) throw noScene();
        const payload = { name: scene.name, minuteOfDay: null, days: [] };
        record(tx, scene, { kind: 'wall.scene-scheduled', payload });
        return scene.id;
      });
      return read(viewer, sceneId);
    },
  };
}

type SceneNews =
  | {
      kind: 'wall.scene-saved' | 'wall.scene-published';
      payload: { name: string; version: number };
    }
  | { kind: 'wall.scene-removed'; payload: { name: string } }
  | {
      kind: 'wall.scene-scheduled';
      payload: { name: string; minuteOfDay: number | null; days: number[] };
    };

function record(tx: Writing, scene: { id: string; areaCode: string }, news: SceneNews): void {
  const { id: subjectId, areaCode } = scene;
  tx.record({ ...news, areaCode, subjectKind: 'wall-scene', subjectId } as never);
}

function gone(): never {
  throw noScene();
}

function conflict({ version, name, changedBy, changedAt, draft }: WallSceneRecord): never {
  throw new DomainError('conflict', 'somebody else changed the scene', {
    reason: 'scene-changed',
    details: { version, name, changedBy, changedAt: changedAt.toISOString(), draft },
  });
}

const refused = (field: string, message: string): DomainError =>
  new DomainError('invalid-input', message, { reason: 'out-of-range', details: { field } });
