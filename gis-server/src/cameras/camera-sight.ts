/** How a camera stands to a point, by its stored sight; by its cone alone where none can be or is worked out yet. */
import { lookUpSight } from '#sight-lines/viewshed/sight-code.ts';
import {
  angleBetween,
  bearingDegrees,
  canTurn,
  distanceMeters,
  sightRelation,
  type LonLat,
} from 'grid-data';
import type { CameraRecord, RankedCameraRecord, SightReason } from './camera-record.ts';

export type SightedCamera = CameraRecord & {
  cells?: Buffer | null;
  /** Left out or null where its sight has not been worked out. */
  unknown?: readonly string[] | null;
  terrainKnown?: boolean | null;
};

/** Where a turned camera looks now: null where it was not turned, and its survey holds. */
export type LookNow = Pick<CameraRecord, 'bearingDeg' | 'widthDeg'>;
export type LooksNow = (cameraId: string) => LookNow | null;

/** The camera as it looks now, to be judged by: what is answered of it stays as it was surveyed. */
export function asItLooks(camera: SightedCamera, looksNow: LooksNow): SightedCamera {
  const now = looksNow(camera.id);
  if (now === null) return camera;
  return { ...camera, bearingDeg: now.bearingDeg, widthDeg: now.widthDeg };
}

type Sight = Pick<RankedCameraRecord, 'relation' | 'reason' | 'distanceMeters'>;

const unchecked: readonly SightReason[] = ['unchecked', 'height-unknown', 'terrain-missing'];

/** Whether houses and hills have been weighed. */
export function isChecked(reason: SightReason): boolean {
  return !unchecked.includes(reason);
}

/** Null where the camera is too far away to be of any use. */
export function cameraSight(camera: SightedCamera, point: LonLat): Sight | null {
  const at: LonLat = [camera.longitude, camera.latitude];
  const meters = distanceMeters(at, point);
  const turns = canTurn(camera.kind);
  const byCone = sightRelation(camera, turns, point);
  if (byCone === 'out-of-range') return null;
  const answer = (relation: Sight['relation'], reason: SightReason): Sight => ({
    relation,
    reason,
    distanceMeters: meters,
  });
  if (!camera.cells) return answer(byCone, reasonByCone(camera, byCone, meters));
  const seen = lookUpSight(camera.cells, bearingDegrees(at, point), meters);
  if (seen === 'outside-width') return answer('near', 'turned-away');
  if (seen !== 'clear') return answer('near', seen);
  const reason = camera.terrainKnown === false ? 'terrain-missing' : 'clear';
  if (isInPicture(camera, point)) return answer('sees', reason);
  const known = camera.bearingDeg !== null && camera.widthDeg !== null;
  if (turns) return answer('can-turn', reason === 'clear' && known ? 'turned-away' : reason);
  return answer('near', 'bearing-unknown');
}

function reasonByCone(
  { bearingDeg, widthDeg, rangeMeters, unknown }: SightedCamera,
  relation: Sight['relation'],
  meters: number,
): SightReason {
  if (meters > (rangeMeters ?? 0)) return 'out-of-range';
  if (relation === 'near') {
    return bearingDeg === null || widthDeg === null ? 'bearing-unknown' : 'turned-away';
  }
  return unknown?.includes('height') ? 'height-unknown' : 'unchecked';
}

/** Whether the point lies between the edges of the picture. */
function isInPicture({ longitude, latitude, bearingDeg, widthDeg }: CameraRecord, point: LonLat) {
  if (bearingDeg === null || widthDeg === null) return false;
  const toPoint = bearingDegrees([longitude, latitude], point);
  return (
    distanceMeters([longitude, latitude], point) < 1 ||
    angleBetween(toPoint, bearingDeg) <= widthDeg / 2
  );
}
