/** Picture ↔ ground: where a point of a calibrated picture lies on level ground, and the other way round. */
import type { LonLat } from '../field-of-view.ts';
import { times, type Matrix3 } from './matrix3.ts';

/** Shares of the picture's width and height from its left upper corner, each 0 to 1. */
export type PicturePoint = readonly [x: number, y: number];

/**
 * A projective map between a picture and the ground. Ground points are metres east and north of `origin`, so that all
 * numbers are of a size; both ways are scaled so that the third coordinate is positive on the ground that is seen.
 */
export type PictureGround = {
  origin: LonLat;
  toGround: Matrix3;
  toPicture: Matrix3;
};

const metersPerDegree = 111_195.08;

/** Metres east and north of the origin; right within millimetres over the few kilometres that a camera sees. */
export function localMeters(origin: LonLat, [longitude, latitude]: LonLat): [number, number] {
  const squeeze = Math.cos((origin[1] * Math.PI) / 180);
  return [
    (longitude - origin[0]) * metersPerDegree * squeeze,
    (latitude - origin[1]) * metersPerDegree,
  ];
}

export function placeOfLocal(origin: LonLat, [east, north]: readonly [number, number]): LonLat {
  const squeeze = Math.cos((origin[1] * Math.PI) / 180);
  return [origin[0] + east / (metersPerDegree * squeeze), origin[1] + north / metersPerDegree];
}

/** The ground under a point of the picture; null above its horizon. */
export function groundOfPicture(calibrated: PictureGround, point: PicturePoint): LonLat | null {
  const [x, y, w] = times(calibrated.toGround, [point[0], point[1], 1]);
  return w > leastShare(calibrated.toGround)
    ? placeOfLocal(calibrated.origin, [x / w, y / w])
    : null;
}

/** Where a place stands in the picture, which may be beside it; null behind the camera. */
export function pictureOfGround(calibrated: PictureGround, place: LonLat): PicturePoint | null {
  const [x, y, w] = times(calibrated.toPicture, [...localMeters(calibrated.origin, place), 1]);
  return w > leastShare(calibrated.toPicture) ? [x / w, y / w] : null;
}

export function isInsidePicture([x, y]: PicturePoint): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

/**
 * The outline of the picture on the ground, closed, from its left lower corner; what lies above the horizon or beyond
 * the range is left out.
 */
export function pictureOutline(calibrated: PictureGround, rangeMeters: number): LonLat[] {
  const steps = 24;
  const shares = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const left = shares.map((x): PicturePoint => [x, 1]);
  const far = shares.toReversed().map((x) => farthestDown(calibrated, x, rangeMeters));
  const ring = [...left, ...far.filter((point) => point !== null)].flatMap((point) => {
    const place = groundOfPicture(calibrated, point);
    return place === null ? [] : [place];
  });
  return ring.length > 2 ? [...ring, ring[0]!] : [];
}

/** How high up a column of the picture ground within the range is seen; null where not even its foot is. */
export function farthestDown(
  calibrated: PictureGround,
  x: number,
  rangeMeters: number,
): PicturePoint | null {
  const foot = groundOfPicture(calibrated, [x, 1]);
  if (foot === null) return null;
  const within = (y: number): boolean => {
    const place = groundOfPicture(calibrated, [x, y]);
    if (place === null) return false;
    const [east, north] = localMeters(foot, place);
    return Math.hypot(east, north) <= rangeMeters;
  };
  let [low, high] = [0, 1];
  if (within(0)) return [x, 0];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle)) high = middle;
    else low = middle;
  }
  return [x, high];
}

/** Nearer to the horizon than this nothing can be told: a millionth of the row's size. */
function leastShare(m: Matrix3): number {
  return 1e-6 * Math.hypot(m[6], m[7], m[8]);
}
