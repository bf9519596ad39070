/**
 * "Within so many metres" by the ellipsoid is exact and dear: ten times a test in the plane. So what surely lies near,
 * and what surely does not, is told in the plane, and the ellipsoid is asked for the strip between the two.
 */
import { distanceMeters } from 'grid-data';
import type { LonLat } from 'grid-data';
import type { Position } from './within.ts';

const earthRadiusMeters = 6_371_000;
/** Nearer the poles a degree of longitude changes too fast for a plane. */
const farthestLatitude = 75;

/** Bounds of what a degree of latitude is long, anywhere on the ellipsoid; no degree of longitude is longer. */
const metersPerDegree = { least: 110_500, most: 111_700 } as const;

/** A circle in the plane: degrees from its middle become metres by these, on the sphere. */
export type PlaneCircle = {
  metersPerLongitude: number;
  metersPerLatitude: number;
  /** A place surely lies near up to here by the plane, and surely does not beyond. */
  near: number;
  far: number;
};

/** Null where the plane tells too little. */
export function planeCircle(center: Position, meters: number): PlaneCircle | null {
  const latitude = Math.abs(center.latitude) + meters / metersPerDegree.least;
  if (latitude > farthestLatitude) return null;
  // What the ellipsoid is off a sphere, and how much a degree of longitude changes from the middle to the edge.
  const doubt = 0.008 + (meters / earthRadiusMeters) * Math.tan((latitude * Math.PI) / 180);
  const metersPerLatitude = (Math.PI / 180) * earthRadiusMeters;
  return {
    metersPerLongitude: metersPerLatitude * Math.cos((center.latitude * Math.PI) / 180),
    metersPerLatitude,
    near: meters * (1 - doubt),
    far: meters * (1 + doubt),
  };
}

/** How far, at most, the shortest way between two corners of a line bows towards the pole from the straight one of a map. */
export function bowMeters(line: readonly LonLat[]): number {
  const latitude = Math.min(89, Math.max(...line.map(([, each]) => Math.abs(each))));
  const longest = Math.max(...line.slice(1).map((to, i) => distanceMeters(line[i]!, to)));
  return (longest ** 2 * Math.tan((latitude * Math.PI) / 180)) / (8 * earthRadiusMeters);
}

/**
 * Degrees in the plane from a line within which a place surely lies near, and beyond which it surely does not; null
 * where the plane tells too little.
 */
export function degreesOf(
  line: readonly LonLat[],
  meters: number,
): { near: number; far: number } | null {
  const reach = meters / metersPerDegree.least;
  const latitude = Math.max(...line.map(([, each]) => Math.abs(each))) + reach;
  if (latitude > farthestLatitude) return null;
  const bow = bowMeters(line);
  const near = (meters - bow) / metersPerDegree.most;
  const leastOfLongitude = metersPerDegree.least * Math.cos((latitude * Math.PI) / 180);
  return near <= 0 ? null : { near, far: (meters + bow) / leastOfLongitude };
}
