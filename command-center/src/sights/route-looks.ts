/** Which cameras of a route can be looked through one after the other for a purpose, and how they are opened. */
import type { LookBasis } from '#map/map-model.ts';
import { closeCamera, openCamera } from '#map/map-model.ts';
import type { RouteCamera } from './route-shapes.ts';

/** As many windows stand beside each other as can be watched at once. */
export const stripLength = 4;

/** Why a camera takes no part; null where it does. */
export function leftOutOfTour(
  { camera, relation, permitted, refusal }: RouteCamera,
  purpose: string,
): string | null {
  if (relation !== 'sees') return 'does-not-see';
  if (!permitted) return refusal ?? 'unknown';
  return camera.purposes.includes(purpose) ? null : 'purpose-not-filed';
}

export function seeingCameras(cameras: readonly RouteCamera[], purpose: string): RouteCamera[] {
  return cameras.filter((each) => leftOutOfTour(each, purpose) === null);
}

export type RouteTour = {
  id: string;
  name: string;
  purpose: string;
  tiles: number;
  stops: { cameraId: string; dwellSeconds: number; refusal: string | null }[];
};

export const dwellSeconds = 10;

export function tourOf(cameras: readonly RouteCamera[], name: string, purpose: string): RouteTour {
  const stops = seeingCameras(cameras, purpose).map(({ camera }) => ({
    cameraId: camera.id,
    dwellSeconds,
    refusal: null,
  }));
  return { id: `route-${name}`, name, purpose, tiles: 1, stops };
}

/** Windows of the strip before make way; those that somebody opened for something else stay. */
export function openStrip(
  cameras: readonly RouteCamera[],
  before: readonly string[],
  purpose: string,
): string[] {
  const shown = cameras.slice(0, stripLength);
  const ids = shown.map(({ camera }) => camera.id);
  for (const id of before) if (!ids.includes(id)) closeCamera(id);
  for (const each of shown) openRouteCamera(each, { dutyPurpose: purpose });
  return ids;
}

export function openRouteCamera(
  { camera, relation, distanceMeters }: RouteCamera,
  basis: LookBasis,
): void {
  const { longitude, latitude } = camera.position;
  openCamera({
    cameraId: camera.id,
    basis,
    reason: { relation, distanceMeters },
    position: [longitude, latitude],
  });
}
