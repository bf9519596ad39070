/** Handles by which a camera's pose is taken on a map: where it stands, where it looks and how far, how wide. */
import type { CameraPose } from './camera.ts';
import {
  angleBetween,
  bearingDegrees,
  distanceMeters,
  pointAt,
  type LonLat,
} from './field-of-view.ts';

export const poseHandles = ['place', 'aim', 'edge'] as const;
export type PoseHandle = (typeof poseHandles)[number];

/** Where a handle lies whose angle or distance nobody knows yet: it only waits there to be taken. */
const waitingRangeMeters = 60;
const waitingWidthDeg = 60;
const shortestRangeMeters = 3;

/** Where the handles lie. Whether what they stand for is known, the pose itself says. */
export function handlePlaces(pose: CameraPose): Record<PoseHandle, LonLat> {
  const place: LonLat = [pose.longitude, pose.latitude];
  const range = pose.rangeMeters ?? waitingRangeMeters;
  const bearing = pose.bearingDeg ?? 0;
  const halfWidth = Math.min(pose.widthDeg ?? waitingWidthDeg, 358) / 2;
  return {
    place,
    aim: pointAt(place, bearing, range),
    edge: pointAt(place, bearing + halfWidth, range),
  };
}

/** The pose after a handle was drawn to another place; what the handle does not stand for stays as it was. */
export function draggedPose(pose: CameraPose, handle: PoseHandle, to: LonLat): CameraPose {
  const place: LonLat = [pose.longitude, pose.latitude];
  switch (handle) {
    case 'place':
      return { ...pose, longitude: to[0], latitude: to[1] };
    case 'aim':
      return {
        ...pose,
        bearingDeg: rounded(bearingDegrees(place, to)) % 360,
        rangeMeters: Math.max(shortestRangeMeters, Math.round(distanceMeters(place, to))),
      };
    case 'edge': {
      const off = angleBetween(pose.bearingDeg ?? 0, bearingDegrees(place, to));
      return { ...pose, widthDeg: Math.min(360, Math.max(1, rounded(2 * off))) };
    }
  }
}

/** A tenth of a degree is finer than any hand on a map. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}
