import { requirePermission, type Viewer } from '#access/viewer.ts';
import { dutyPurposes } from '#camera-views/view-decision.ts';
import { refusalRule, type CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import {
  cameraPurposes,
  DomainError,
  longestDwellSeconds,
  longestTour,
  mostTourTiles,
  shortestDwellSeconds,
  type Clock,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './tour-queries.ts';
import type { TourRecord, TourStopRecord } from './tour-queries.ts';

export type TourInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  name: string;
  purpose: string;
  tiles: number;
  stops: readonly TourStopRecord[];
};

export type CameraTourService = ReturnType<typeof createCameraTourService>;

type Parts = { database: Database; clock: Clock; cameras: CameraService };

const longestName = 60;

export function createCameraTourService({ database, clock, cameras }: Parts) {
  const read = async (viewer: Viewer, id: string): Promise<TourRecord> => {
    const tour = await database.inScope(viewer, (db) => queries.tourById(db, viewer, id));
    return tour ?? gone();
  };

  /** Nobody makes a tour of what the maker may not see; whether a look is permitted is asked at each look. */
  const requireCameras = async (viewer: Viewer, stops: readonly TourStopRecord[]) => {
    const ids = [...new Set(stops.map(({ cameraId }) => cameraId))];
    const known = new Set((await cameras.byId(viewer, ids)).map(({ id }) => id));
    const unknown = ids.find((id) => !known.has(id));
    if (unknown === undefined) return;
    throw new DomainError('not-found', 'there is no such camera in your scope', {
      reason: 'unknown-camera',
      details: { field: 'stops', cameraId: unknown },
    });
  };

  return {
    list: (viewer: Viewer) => database.inScope(viewer, (db) => queries.tours(db, viewer)),

    async refusalOf(viewer: Viewer, purpose: string, cameraIds: readonly string[]) {
      const ground = { kind: 'duty', purpose } as const;
      const rule = refusalRule(viewer, ground, await cameras.dutyPresent(viewer));
      const rows = new Map((await cameras.byId(viewer, cameraIds)).map((row) => [row.id, row]));
      return cameraIds.map((id) => {
        const camera = rows.get(id);
        return camera === undefined ? 'outside-scope' : rule(camera);
      });
    },

    async save(viewer: Viewer, input: TourInput): Promise<TourRecord> {
      requirePermission(viewer, 'camera.view');
      const tour = takeInTour(viewer, input);
      await requireCameras(viewer, tour.stops);
      const changed = { ...tour, changedBy: viewer.displayName, changedAt: clock.now() };
      const command = { commandId: input.commandId, kind: 'camera-tour.save' };
      const id = await database.command(viewer, command, async (tx) => {
        const known = input.id ?? null;
        const tourId = known ?? randomUUID();
        const before = known === null ? null : await queries.tourById(tx, viewer, known);
        if (known === null) {
          await queries.insertTour(tx, { ...changed, id: tourId, areaCode: viewer.areaCode });
        } else if (before === null) gone();
        else if (
          !(await queries.updateTour(tx, viewer, {
            ...changed,
            id: tourId,
            version: input.version ?? 0,
          }))
        ) {
          conflict(before);
        }
        tx.record({
          kind: 'camera-tour.saved',
          areaCode: before?.areaCode ?? viewer.areaCode,
          subjectKind: 'camera-tour',
          subjectId: tourId,
          payload: {
            name: tour.name,
            purpose: tour.purpose,
            tiles: tour.tiles,
            cameraIds: tour.stops.map(({ cameraId }) => cameraId),
          },
        });
        return tourId;
      });
      return read(viewer, id);
    },

    async remove(viewer: Viewer, ask: { commandId: string; id: string; version: number }) {
      requirePermission(viewer, 'camera.view');
      const { commandId, id, version } = ask;
      const command = { commandId, kind: 'camera-tour.remove' };
      return database.command(viewer, command, async (tx) => {
        const before = isUuid(id) ? await queries.tourById(tx, viewer, id) : null;
        if (before === null) gone();
        const removed = await queries.removeTour(tx, viewer, { id, version, at: clock.now() });
        if (removed === null) conflict(before!);
        tx.record({
          kind: 'camera-tour.removed',
          areaCode: before!.areaCode,
          subjectKind: 'camera-tour',
          subjectId: id,
          payload: { name: before!.name },
        });
        return id;
      });
    },
  };
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such tour in your scope', {
    reason: 'unknown-tour',
  });
}

function conflict({ version }: TourRecord): never {
  throw new DomainError('conflict', 'somebody else changed the tour', {
    reason: 'version',
    details: { version },
  });
}

function takeInTour(viewer: Viewer, input: TourInput) {
  const name = takeInText(input.name, longestName, 'name');
  if (name === null) throw refused('name', 'a tour needs a name');
  const purpose = takeInWord(input.purpose, cameraPurposes, 'purpose');
  if (!dutyPurposes(viewer).includes(purpose)) {
    throw new DomainError('not-allowed', 'the purpose is none of the viewer’s duty', {
      reason: 'purpose-not-of-duty',
      details: { field: 'purpose' },
    });
  }
  const { tiles } = input;
  if (!Number.isInteger(tiles) || tiles < 1 || tiles > mostTourTiles) {
    throw refused('tiles', `1 to ${mostTourTiles} at a time`);
  }
  if (input.id != null && !isUuid(input.id)) gone();
  const stops = input.stops.map(({ cameraId, dwellSeconds }) => ({ cameraId, dwellSeconds }));
  if (stops.length === 0 || stops.length > longestTour) {
    throw refused('stops', `1 to ${longestTour} cameras`);
  }
  const isOdd = (seconds: number) =>
    !Number.isInteger(seconds) || seconds < shortestDwellSeconds || seconds > longestDwellSeconds;
  if (stops.some(({ dwellSeconds }) => isOdd(dwellSeconds))) {
    throw refused('stops', `${shortestDwellSeconds} to ${longestDwellSeconds} s each`);
  }
  return { name, purpose, tiles, stops };
}

const refused = (field: string, message: string): DomainError =>
  new DomainError('invalid-input', message, { reason: 'out-of-range', details: { field } });
