/** Points of a camera's picture matched to the map: kept with a version, worked out from the points whenever it is asked. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import {
  canTurn,
  DomainError,
  isInsidePicture,
  mostMatchedPoints,
  solveCalibration,
  type Clock,
} from 'grid-data';
import * as queries from './queries.ts';
import type { CalibrationRecord, CameraToCalibrate, StoredPoint } from './queries.ts';

type CalibrationInput = {
  commandId: string;
  cameraId: string;
  version: number;
  points: readonly { x: number; y: number; position: Position }[];
  aspect: number;
};

export type CalibrationService = ReturnType<typeof createCalibrationService>;

type Parts = { database: Database; clock: Clock };

/** From a picture on end to the widest of a dome. */
const aspectBounds = [0.3, 5] as const;

export function createCalibrationService({ database, clock }: Parts) {
  const of = (viewer: Viewer, cameraIds: readonly string[]): Promise<CalibrationRecord[]> =>
    database.inScope(viewer, (db) => queries.calibrationsOf(db, viewer, cameraIds));

  return {
    of,

    async calibrate(viewer: Viewer, input: CalibrationInput): Promise<CalibrationRecord> {
      requirePermission(viewer, 'camera.edit');
      const { points, residualMeters } = takeInPoints(input.points);
      const aspect = takeInAspect(input.aspect);
      const command = { commandId: input.commandId, kind: 'camera.calibrate' };
      await database.command(viewer, command, async (tx) => {
        const camera = await queries.cameraToCalibrate(tx, viewer, input.cameraId);
        requireVersion(camera, input);
        if (canTurn(camera.kind) && camera.isTurned) throw turnedAway();
        const homePreset = canTurn(camera.kind) ? camera.homePreset : null;
        const by = viewer.displayName;
        const kept = { points, aspect, homePreset, at: clock.now(), by };
        await queries.keepCalibration(tx, camera, kept);
        tx.record({
          kind: 'camera.calibrated',
          ...placeOf(camera),
          payload: { version: camera.version + 1, points: points.length, residualMeters },
        });
        return camera.id;
      });
      const [kept] = await of(viewer, [input.cameraId]);
      return kept ?? unknownCamera(input.cameraId);
    },

    async remove(
      viewer: Viewer,
      asked: { commandId: string; cameraId: string; version: number },
    ): Promise<string> {
      requirePermission(viewer, 'camera.edit');
      const command = { commandId: asked.commandId, kind: 'camera.remove-calibration' };
      return database.command(viewer, command, async (tx) => {
        const camera = await queries.cameraToCalibrate(tx, viewer, asked.cameraId);
        requireVersion(camera, asked);
        if (camera.version > 0) {
          await queries.removeCalibration(tx, viewer, camera.id);
          tx.record({ kind: 'camera.calibration-removed', ...placeOf(camera), payload: {} });
        }
        return camera.id;
      });
    },
  };
}

function takeInPoints(given: CalibrationInput['points']): {
  points: StoredPoint[];
  residualMeters: number | null;
} {
  const points = given.slice(0, mostMatchedPoints + 1).map(({ x, y, position }, index) => {
    const field = `input.points[${index}]`;
    if (!isInsidePicture([x, y])) {
      throw new DomainError('invalid-input', `${field}: no point of the picture`, {
        reason: 'out-of-range',
        details: { field, min: 0, max: 1 },
      });
    }
    const { longitude, latitude } = takeInPosition(position, `${field}.position`);
    return { x, y, longitude, latitude };
  });
  const solved = solveCalibration(
    points.map(({ x, y, longitude, latitude }) => ({
      picture: [x, y],
      ground: [longitude, latitude],
    })),
  );
  if (solved.solved) return { points, residualMeters: solved.residualMeters };
  throw new DomainError('invalid-input', `these points cannot be matched: ${solved.fault}`, {
    reason: solved.fault,
    details: { field: 'input.points', points: solved.points },
  });
}

function takeInAspect(aspect: number): number {
  const [min, max] = aspectBounds;
  if (aspect >= min && aspect <= max) return aspect;
  throw new DomainError('invalid-input', `input.aspect: ${aspect} is not ${min} to ${max}`, {
    reason: 'out-of-range',
    details: { field: 'input.aspect', min, max },
  });
}

function requireVersion(
  camera: CameraToCalibrate | null,
  { cameraId, version }: { cameraId: string; version: number },
): asserts camera is CameraToCalibrate {
  if (camera === null) unknownCamera(cameraId);
  if (camera.version === version) return;
  throw new DomainError('conflict', 'somebody matched the points of this camera meanwhile', {
    reason: 'version-conflict',
    details: { givenVersion: version, currentVersion: camera.version },
  });
}

function placeOf({ id, areaCode, longitude, latitude }: CameraToCalibrate) {
  const subject = { subjectKind: 'camera', subjectId: id } as const;
  return { areaCode, ...subject, position: { longitude, latitude } };
}

function turnedAway(): DomainError {
  return new DomainError('conflict', 'its head is turned away from its home preset', {
    reason: 'camera-turned',
  });
}

function unknownCamera(id: string): never {
  throw new DomainError('not-found', `there is no camera ${id.slice(0, 40)} in your scope`, {
    reason: 'unknown-camera',
  });
}
