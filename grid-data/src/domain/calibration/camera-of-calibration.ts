/** Where the camera stands that took a calibrated picture, and how it looks: offered where the picture tells it well. */
import type { LonLat } from '../field-of-view.ts';
import { bearingDegrees, distanceMeters } from '../field-of-view.ts';
import { inverse, times, type Matrix3 } from './matrix3.ts';
import { placeOfLocal, type PictureGround } from './picture-ground.ts';
import { solveCalibration, type MatchedPoint } from './solve-calibration.ts';

const toDegrees = 180 / Math.PI;

export type FoundCamera = {
  position: LonLat;
  heightMeters: number;
  bearingDeg: number;
  /** Angle of view across. */
  widthDeg: number;
  /** Down from the horizon. */
  tiltDeg: number;
  /** How far the place shifts when a matched point does by a five-hundredth of the picture. */
  uncertainMeters: number;
};

/** What a hand on a screen can be off by, share of the picture. */
const tremble = 0.002;
/** More than this share of the distance to what was matched is no answer. */
const leastCertain = 0.12;

/**
 * For a lens that draws straight lines straight, with the picture's middle on its axis. Null where the points do not tell
 * it: looked at straight down, from too far away, or too near to each other.
 */
export function cameraOfCalibration(
  matched: readonly MatchedPoint[],
  aspect: number,
): FoundCamera | null {
  const found = foundFrom(matched, aspect);
  if (found === null) return null;
  let uncertainMeters = 0;
  for (const shaken of trembles(matched)) {
    const other = foundFrom(shaken, aspect);
    if (other === null) return null;
    uncertainMeters = Math.max(
      uncertainMeters,
      Math.hypot(
        distanceMeters(found.position, other.position),
        found.heightMeters - other.heightMeters,
      ),
    );
  }
  const toPoints = Math.min(...matched.map(({ ground }) => distanceMeters(found.position, ground)));
  const reach = Math.hypot(toPoints, found.heightMeters);
  return uncertainMeters > leastCertain * reach ? null : { ...found, uncertainMeters };
}

function* trembles(matched: readonly MatchedPoint[]): Generator<MatchedPoint[]> {
  for (const index of matched.keys()) {
    for (const [dx, dy] of [
      [tremble, 0],
      [-tremble, 0],
      [0, tremble],
      [0, -tremble],
    ] as const) {
      yield matched.map((point, at) =>
        at === index
          ? { ...point, picture: [point.picture[0] + dx, point.picture[1] + dy] }
          : point,
      );
    }
  }
}

function foundFrom(matched: readonly MatchedPoint[], aspect: number) {
  const solved = solveCalibration(matched);
  return solved.solved ? decomposed(solved.ground, aspect) : null;
}

type Vec3 = readonly [number, number, number];

/** Takes K[r1 r2 t] apart: two columns of a turn are at right angles and of one length, which gives the focal length. */
function decomposed(
  ground: PictureGround,
  aspect: number,
): Omit<FoundCamera, 'uncertainMeters'> | null {
  // To a picture whose middle is zero and whose width is 1 on both axes, y down.
  const m = ground.toPicture;
  const column = (at: 0 | 1 | 2): Vec3 => {
    const [x, y, w] = [m[at], m[at + 3]!, m[at + 6]!];
    return [x - 0.5 * w, (y - 0.5 * w) / aspect, w];
  };
  const [h1, h2, h3] = [column(0), column(1), column(2)];
  const focal = focalOf(h1, h2);
  if (focal === null) return null;
  const unscaled = ([x, y, w]: Vec3): Vec3 => [x / focal, y / focal, w];
  const [a, b, t] = [unscaled(h1), unscaled(h2), unscaled(h3)];
  const scale = 2 / (norm(a) + norm(b));
  const [r1, r2] = [scaled(a, scale), scaled(b, scale)];
  const r3 = cross(r1, r2);
  // Where the camera stands: -Rᵀt, in metres east, north and up of the origin.
  const turn: Matrix3 = [r1[0], r2[0], r3[0], r1[1], r2[1], r3[1], r1[2], r2[2], r3[2]];
  const back = inverse(turn);
  if (back === null) return null;
  const [east, north, up] = times(back, scaled(t, -scale));
  const look: Vec3 = [r1[2], r2[2], r3[2]];
  if (!(up > 0.3) || !Number.isFinite(east + north)) return null;
  const position = placeOfLocal(ground.origin, [east, north]);
  const ahead = placeOfLocal(ground.origin, [east + look[0] * 100, north + look[1] * 100]);
  return {
    position,
    heightMeters: up,
    bearingDeg: bearingDegrees(position, ahead),
    widthDeg: 2 * Math.atan(0.5 / focal) * toDegrees,
    tiltDeg: -Math.atan2(look[2], Math.hypot(look[0], look[1])) * toDegrees,
  };
}

/** In widths of the picture. Both conditions are linear in one over its square: the better conditioned weighs more. */
function focalOf(a: Vec3, b: Vec3): number | null {
  const right = [a[0] * b[0] + a[1] * b[1], -a[2] * b[2]] as const;
  const equal = [a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2, -(a[2] ** 2 - b[2] ** 2)] as const;
  const square = right[0] ** 2 + equal[0] ** 2;
  const inverseSquare = (right[0] * right[1] + equal[0] * equal[1]) / square;
  const focal = 1 / Math.sqrt(inverseSquare);
  // From a telephoto of 2.5° to a fish-eye's edge: else it is no lens of a camera on a mast.
  return focal > 0.2 && focal < 12 ? focal : null;
}

const norm = (a: Vec3): number => Math.hypot(...a);
const scaled = ([x, y, z]: Vec3, by: number): Vec3 => [x * by, y * by, z * by];
const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The camera as a pose: what a survey would write down. */
export type KnownCamera = Omit<FoundCamera, 'uncertainMeters'>;

/** The exact picture ↔ ground of a camera whose pose is known, over level ground. */
export function calibrationOfCamera(camera: KnownCamera, aspect: number): PictureGround | null {
  const [bearing, tilt] = [camera.bearingDeg / toDegrees, camera.tiltDeg / toDegrees];
  const focal = 0.5 / Math.tan(camera.widthDeg / toDegrees / 2);
  const right: Vec3 = [Math.cos(bearing), -Math.sin(bearing), 0];
  const ahead: Vec3 = [
    Math.sin(bearing) * Math.cos(tilt),
    Math.cos(bearing) * Math.cos(tilt),
    -Math.sin(tilt),
  ];
  const down = cross(ahead, right);
  const eye: Vec3 = [0, 0, camera.heightMeters];
  const entry = (axis: Vec3, at: 0 | 1 | 2): number =>
    at === 2 ? -(axis[0] * eye[0] + axis[1] * eye[1] + axis[2] * eye[2]) : axis[at];
  const column = (at: 0 | 1 | 2): Vec3 => {
    const w = entry(ahead, at);
    return [focal * entry(right, at) + 0.5 * w, focal * aspect * entry(down, at) + 0.5 * w, w];
  };
  const [c1, c2, c3] = [column(0), column(1), column(2)];
  const toPicture: Matrix3 = [c1[0], c2[0], c3[0], c1[1], c2[1], c3[1], c1[2], c2[2], c3[2]];
  const toGround = inverse(toPicture);
  return toGround === null ? null : { origin: camera.position, toGround, toPicture };
}
