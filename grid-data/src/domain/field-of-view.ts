import type { CameraPose } from './camera.ts';

const earthRadiusMeters = 6_371_008.8;
const toRadians = Math.PI / 180;

export type LonLat = readonly [longitude: number, latitude: number];

export function distanceMeters(from: LonLat, to: LonLat): number {
  const halfLat = ((to[1] - from[1]) * toRadians) / 2;
  const halfLon = ((to[0] - from[0]) * toRadians) / 2;
  const h =
    Math.sin(halfLat) ** 2 +
    Math.cos(from[1] * toRadians) * Math.cos(to[1] * toRadians) * Math.sin(halfLon) ** 2;
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Compass degrees from one point to another, 0 north, clockwise, in [0, 360). */
export function bearingDegrees(from: LonLat, to: LonLat): number {
  const lat1 = from[1] * toRadians;
  const lat2 = to[1] * toRadians;
  const dLon = (to[0] - from[0]) * toRadians;
  const y = Math.sin(dLon) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return (Math.atan2(y, x) / toRadians + 360) % 360;
}

/** The point `meters` away in compass direction `bearing`. */
export function pointAt(from: LonLat, bearing: number, meters: number): LonLat {
  const angular = meters / earthRadiusMeters;
  const lat1 = from[1] * toRadians;
  const sinLat2 =
    Math.sin(lat1) * Math.cos(angular) +
    Math.cos(lat1) * Math.sin(angular) * Math.cos(bearing * toRadians);
  const dLon = Math.atan2(
    Math.sin(bearing * toRadians) * Math.sin(angular) * Math.cos(lat1),
    Math.cos(angular) - Math.sin(lat1) * sinLat2,
  );
  return [from[0] + dLon / toRadians, Math.asin(sinLat2) / toRadians];
}

/** Smallest angle between two compass directions, degrees in [0, 180]. */
export function angleBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return turn > 180 ? 360 - turn : turn;
}

/** How a camera stands to a point: it sees it, could turn to it, is only near it, or its bearing is unknown. */
export type SightRelation = 'sees' | 'can-turn' | 'near' | 'out-of-range';

export function sightRelation(pose: CameraPose, turns: boolean, point: LonLat): SightRelation {
  const away = distanceMeters([pose.longitude, pose.latitude], point);
  const range = pose.rangeMeters ?? 0;
  if (away > range) return away <= range * 1.5 + 50 ? 'near' : 'out-of-range';
  if (pose.bearingDeg !== null && pose.widthDeg !== null) {
    const toPoint = bearingDegrees([pose.longitude, pose.latitude], point);
    if (away < 1 || angleBetween(toPoint, pose.bearingDeg) <= pose.widthDeg / 2) return 'sees';
  }
  return turns ? 'can-turn' : 'near';
}

/** Ring of the cone a camera covers, closed, or a full circle where bearing or width are unknown. */
export function coneRing(pose: CameraPose, steps = 24): LonLat[] {
  const apex: LonLat = [pose.longitude, pose.latitude];
  const range = pose.rangeMeters ?? 0;
  if (pose.bearingDeg === null || pose.widthDeg === null || pose.widthDeg >= 360) {
    return Array.from({ length: steps * 2 + 1 }, (_, i) => pointAt(apex, (i * 180) / steps, range));
  }
  const start = pose.bearingDeg - pose.widthDeg / 2;
  const width = pose.widthDeg;
  const arc = Array.from({ length: steps + 1 }, (_, i) =>
    pointAt(apex, start + (width * i) / steps, range),
  );
  return [apex, ...arc, apex];
}
