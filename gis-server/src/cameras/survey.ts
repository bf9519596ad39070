/** What a survey of a camera found: where it stands and where it looks. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import type { Position } from '#within/within.ts';
import { distanceMeters, DomainError } from 'grid-data';
import type { Clock } from 'grid-data';
import type { CameraRecord } from './camera-record.ts';
import { cameraForUpdate, camerasById, recordSurvey } from './queries.ts';
import type { CameraSurvey } from './queries.ts';

export type SurveyInput = {
  commandId: string;
  id: string;
  version: number;
  position?: Position | null;
  bearingDeg?: number | null;
  widthDeg?: number | null;
  rangeMeters?: number | null;
  heightMeters?: number | null;
};

type Angle = 'bearingDeg' | 'widthDeg' | 'rangeMeters' | 'heightMeters';

/** Lowest and highest that a survey may say; a bearing of 360 is 0. */
const bounds: Record<Angle, [min: number, max: number]> = {
  bearingDeg: [0, 360],
  widthDeg: [1, 360],
  rangeMeters: [1, 20_000],
  heightMeters: [-50, 1_000],
};

type Parts = { database: Database; clock: Clock; areas: AreaService };

/** Fields that are left out keep what is known; null says that it is not known. */
export function createSurvey({ database, clock, areas }: Parts) {
  return async (viewer: Viewer, input: SurveyInput): Promise<CameraRecord> => {
    requirePermission(viewer, 'camera.edit');
    const found = takeInAngles(input, 'input');
    const place = input.position
      ? await areas.placeOf(viewer, input.position, 'input.position')
      : null;
    const command = { commandId: input.commandId, kind: 'camera.survey' };
    await database.command(viewer, command, async (tx) => {
      const camera = await cameraForUpdate(tx, viewer, input.id);
      if (camera === null) throw unknownCamera(input.id);
      const position = input.position ?? camera;
      const survey: CameraSurvey = {
        ...camera,
        ...place,
        ...found,
        version: input.version,
        position: { longitude: position.longitude, latitude: position.latitude },
        at: clock.now(),
      };
      if (!(await recordSurvey(tx, viewer, survey))) throw changedMeanwhile(camera, input);
      tx.record({
        kind: 'camera.surveyed',
        areaCode: survey.areaCode,
        subjectKind: 'camera',
        subjectId: camera.id,
        position: survey.position,
        payload: { ...anglesOf(survey), moved: movedMeters(camera, survey.position) > 1 },
      });
      return camera.id;
    });
    const [camera] = await database.inScope(viewer, (db) => camerasById(db, viewer, [input.id]));
    if (camera === undefined) throw unknownCamera(input.id);
    return camera;
  };
}

/** What is given of a pose, within its bounds; what is left out stays left out. */
export function takeInAngles(
  input: Partial<Record<Angle, number | null | undefined>>,
  field: string,
): Partial<Record<Angle, number | null>> {
  const found: Partial<Record<Angle, number | null>> = {};
  for (const angle of Object.keys(bounds) as Angle[]) {
    const value = input[angle];
    if (value === undefined) continue;
    const [min, max] = bounds[angle];
    if (value !== null && !(value >= min && value <= max)) {
      throw new DomainError(
        'invalid-input',
        `${field}.${angle}: ${value} is not ${min} to ${max}`,
        {
          reason: 'out-of-range',
          details: { field: `${field}.${angle}`, min, max },
        },
      );
    }
    found[angle] = angle === 'bearingDeg' && value === 360 ? 0 : value;
  }
  return found;
}

function anglesOf({ bearingDeg, widthDeg, rangeMeters, heightMeters }: CameraSurvey) {
  return { bearingDeg, widthDeg, rangeMeters, heightMeters };
}

function movedMeters(camera: CameraRecord, to: Position): number {
  return distanceMeters([camera.longitude, camera.latitude], [to.longitude, to.latitude]);
}

export function unknownCamera(id: string): DomainError {
  return new DomainError('not-found', `there is no camera ${id.slice(0, 40)} in your scope`, {
    reason: 'unknown-camera',
  });
}

function changedMeanwhile(camera: CameraRecord, { version }: SurveyInput): DomainError {
  return new DomainError('conflict', 'somebody changed this camera meanwhile', {
    reason: 'version-conflict',
    details: { givenVersion: version, currentVersion: camera.version },
  });
}
