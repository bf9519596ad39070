/** What a camera would see in another pose, while somebody moves it on the map. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { ComputedSight, SightCamera } from '#sight-lines/sight-job.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import type { Clock } from 'grid-data';
import { camerasById, type CameraSightRecord } from './queries.ts';
import { takeInAngles, unknownCamera } from './survey.ts';

export type PoseInput = {
  position: Position;
  bearingDeg?: number | null;
  widthDeg?: number | null;
  rangeMeters?: number | null;
  heightMeters?: number | null;
};

/** Works out what cameras would see that stand nowhere yet. */
export type ImagineSights = (cameras: readonly SightCamera[]) => Promise<ComputedSight[]>;

export type SightPreview = ReturnType<typeof createSightPreview>;

type Parts = { database: Database; clock: Clock; imagineSights: ImagineSights };

export function createSightPreview({ database, clock, imagineSights }: Parts) {
  return async (viewer: Viewer, id: string, pose: PoseInput): Promise<CameraSightRecord> => {
    requirePermission(viewer, 'camera.edit');
    const { longitude, latitude } = takeInPosition(pose.position, 'pose.position');
    const angles = takeInAngles(pose, 'pose');
    const [camera] = await database.inScope(viewer, (db) => camerasById(db, viewer, [id]));
    if (camera === undefined) throw unknownCamera(id);
    const { kind, areaCode } = camera;
    const unknown = { bearingDeg: null, widthDeg: null, rangeMeters: null, heightMeters: null };
    const [sight] = await imagineSights([
      { ...unknown, ...angles, id, kind, areaCode, longitude, latitude, storedInputs: null },
    ]);
    if (sight === undefined) throw new Error('a sight that was never stored is always worked out');
    const { visibleShare, terrainKnown, insideBuilding } = sight;
    return {
      ...{ cameraId: id, computedAt: clock.now(), visibleShare, terrainKnown, insideBuilding },
      unknown: sight.unknown,
      seen: shapeOf(sight.seen),
      reach: shapeOf(sight.reach),
    };
  };
}

function shapeOf(written: string | null): object | null {
  return written === null ? null : (JSON.parse(written) as object);
}
