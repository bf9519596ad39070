/** Which cameras to offer for a point: first those that may be opened and answered last, then who sees it, nearest first. */
import type { LonLat } from 'grid-data';
import type { RankedCameraRecord } from './camera-record.ts';
import { asItLooks, cameraSight, isChecked } from './camera-sight.ts';
import type { LooksNow, SightedCamera } from './camera-sight.ts';

const relationOrder = { sees: 0, 'can-turn': 1, near: 2 } as const;

/** Why a camera may not be opened, or null where it may. */
export type RefusalOf = (camera: SightedCamera) => string | null;

/** What the rows of the cameras do not say. */
export type Judging = { refusalOf: RefusalOf; looksNow: LooksNow };

export function rankCameras(
  cameras: readonly SightedCamera[],
  point: LonLat,
  judging: Judging,
): RankedCameraRecord[] {
  return cameras
    .flatMap((camera) => rank(camera, point, judging))
    .sort(
      (a, b) =>
        Number(b.permitted) - Number(a.permitted) ||
        Number(isOffline(a)) - Number(isOffline(b)) ||
        relationOrder[a.relation] - relationOrder[b.relation] ||
        Number(isChecked(b.reason)) - Number(isChecked(a.reason)) ||
        a.distanceMeters - b.distanceMeters ||
        a.camera.id.localeCompare(b.camera.id),
    );
}

/** It may be back: it is offered, but not before one that is known to show a picture. */
function isOffline({ camera }: RankedCameraRecord): boolean {
  return camera.state === 'offline';
}

function rank(
  camera: SightedCamera,
  point: LonLat,
  { refusalOf, looksNow }: Judging,
): RankedCameraRecord[] {
  const sight = cameraSight(asItLooks(camera, looksNow), point);
  if (sight === null) return [];
  const refusal = refusalOf(camera);
  return [{ camera, ...sight, permitted: refusal === null, refusal }];
}
