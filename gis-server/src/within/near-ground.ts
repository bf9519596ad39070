/**
 * "Within so many metres" by the ellipsoid is exact and dear: ten times a test in the plane. So what surely lies near,
 * and what surely does not, is told in the plane, and the ellipsoid is asked for the strip between the two.
 */
import { distanceMeters } from 'grid-data';
import type { LonLat } from 'grid-data';
import type { Position } from './within.ts';

const corners = 64;
const earthRadiusMeters = 6_371_000;
/** Nearer the poles a degree of longitude changes too fast for a plane. */
const farthestLatitude = 75;

/** Bounds of what a degree of latitude is long, anywhere on the ellipsoid; no degree of longitude is longer. */
const metersPerDegree = { least: 110_500, most: 111_700 } as const;

type Ring = { type: 'Polygon'; coordinates: LonLat[][] };

/** A polygon inside the circle and one around it; null where the plane tells too little. */
export function ringsOf(center: Position, meters: number): { inner: Ring; outer: Ring } | null {
  const latitude = Math.abs(center.latitude) + meters / metersPerDegree.least;
  if (latitude > farthestLatitude) return null;
  // What the ellipsoid is off a sphere, and how much a degree of longitude changes from the middle to the edge.
  const doubt = 0.008 + (meters / earthRadiusMeters) * Math.tan((latitude * Math.PI) / 180);
  return {
    inner: ring(center, meters * (1 - doubt)),
    outer: ring(center, (meters * (1 + doubt)) / Math.cos(Math.PI / corners)),
  };
}

function ring({ longitude, latitude }: Position, meters: number): Ring {
  const up = meters / ((Math.PI / 180) * earthRadiusMeters);
  const aside = up / Math.cos((latitude * Math.PI) / 180);
  const points = Array.from({ length: corners }, (_, i): LonLat => {
    const angle = (i / corners) * 2 * Math.PI;
    return [longitude + aside * Math.cos(angle), latitude + up * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...points, points[0]!]] };
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
