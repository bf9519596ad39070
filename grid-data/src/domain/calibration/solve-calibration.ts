/** Finds picture ↔ ground from points that somebody matched, or says by name which of them cannot be so. */
import type { LonLat } from '../field-of-view.ts';
import { inverse, product, times, type Matrix3 } from './matrix3.ts';
import {
  groundOfPicture,
  localMeters,
  type PictureGround,
  type PicturePoint,
} from './picture-ground.ts';

/** The same point in the picture and on the map. */
export type MatchedPoint = { picture: PicturePoint; ground: LonLat };

export const fewestMatchedPoints = 4;
export const mostMatchedPoints = 16;

export const calibrationFaults = [
  'points-too-few',
  'points-too-many',
  'points-coincide',
  'points-collinear',
  'points-crossed',
  'picture-mirrored',
] as const;
export type CalibrationFault = (typeof calibrationFaults)[number];

export type SolvedCalibration =
  | {
      solved: true;
      ground: PictureGround;
      /** Root of the mean square distance between where the points were set on the map and where the picture says; null with four, which always fit. */
      residualMeters: number | null;
      /** For each point, in their order. */
      offMeters: number[];
    }
  /** `points`: the numbers of those at fault, counted from 1. */
  | { solved: false; fault: CalibrationFault; points: number[] };

type Pair = { picture: readonly [number, number]; ground: readonly [number, number] };

export function solveCalibration(matched: readonly MatchedPoint[]): SolvedCalibration {
  const count = matched.length;
  if (count < fewestMatchedPoints) return { solved: false, fault: 'points-too-few', points: [] };
  if (count > mostMatchedPoints) return { solved: false, fault: 'points-too-many', points: [] };
  const origin = middleOf(matched.map(({ ground }) => ground));
  const pairs = matched.map(({ picture, ground }): Pair => ({
    picture,
    ground: localMeters(origin, ground),
  }));
  const fault = faultOf(pairs);
  if (fault !== null) return { solved: false, ...fault };
  const ground = fitted(origin, pairs);
  if (ground === null) return { solved: false, fault: 'points-collinear', points: numbers(count) };
  const offMeters = matched.map((point) => offOf(ground, point));
  if (!offMeters.every(Number.isFinite)) {
    const points = numbers(count).filter((number) => !Number.isFinite(offMeters[number - 1]));
    return { solved: false, fault: 'points-crossed', points };
  }
  const mean = offMeters.reduce((sum, off) => sum + off ** 2, 0) / count;
  return {
    solved: true,
    ground,
    residualMeters: count > fewestMatchedPoints ? Math.sqrt(mean) : null,
    offMeters,
  };
}

function offOf(ground: PictureGround, { picture, ground: set }: MatchedPoint): number {
  const found = groundOfPicture(ground, picture);
  return found === null ? Infinity : Math.hypot(...localMeters(set, found));
}

type Fault = { fault: CalibrationFault; points: number[] };

/** Two points of a picture this near to each other are one: a hundredth of its width. */
const coincidingShare = 0.01;
const coincidingMeters = 0.2;
/** Three points span no area to speak of: their height is less than this share of their longest side. */
const flattest = 0.02;

function faultOf(pairs: readonly Pair[]): Fault | null {
  return coinciding(pairs) ?? collinear(pairs) ?? turnedOver(pairs);
}

function coinciding(pairs: readonly Pair[]): Fault | null {
  for (const [i, a] of pairs.entries()) {
    for (let j = i + 1; j < pairs.length; j += 1) {
      const b = pairs[j]!;
      const same =
        away(a.picture, b.picture) < coincidingShare || away(a.ground, b.ground) < coincidingMeters;
      if (same) return { fault: 'points-coincide', points: [i + 1, j + 1] };
    }
  }
  return null;
}

/** Of four no three may lie on a line; of more, some four must be so. */
function collinear(pairs: readonly Pair[]): Fault | null {
  const flat = triples(pairs.length).filter(
    ([i, j, k]) =>
      isFlat(pairs[i]!.picture, pairs[j]!.picture, pairs[k]!.picture) ||
      isFlat(pairs[i]!.ground, pairs[j]!.ground, pairs[k]!.ground),
  );
  if (flat.length === 0) return null;
  const isBad = (four: readonly number[]): boolean =>
    flat.some((three) => three.every((point) => four.includes(point)));
  if (pairs.length > fewestMatchedPoints && foursOf(pairs.length).some((four) => !isBad(four)))
    return null;
  return { fault: 'points-collinear', points: flat[0]!.map((point) => point + 1) };
}

/**
 * A picture shows the ground from one side: going round three points the same way in the picture and on the map means
 * the same way for all threes. A picture's y points down, so that the same way has the other sign. Where some turn over,
 * points were exchanged, or the horizon runs between them.
 */
function turnedOver(pairs: readonly Pair[]): Fault | null {
  const wrong: (readonly number[])[] = [];
  const all = triples(pairs.length);
  for (const three of all) {
    const [a, b, c] = three.map((point) => pairs[point]!) as [Pair, Pair, Pair];
    // Nearly on a line a hand's tremble turns three over: such say nothing.
    if (isFlat(a.picture, b.picture, c.picture) || isFlat(a.ground, b.ground, c.ground)) continue;
    const inPicture = turn(a.picture, b.picture, c.picture);
    if (Math.sign(inPicture) === Math.sign(turn(a.ground, b.ground, c.ground))) wrong.push(three);
  }
  const told = all.length - wrong.length;
  // Of many points one may be set a little off, past the line of two others: the residual says so then.
  const tolerated = pairs.length > fewestMatchedPoints ? told / 4 : 0;
  if (wrong.length <= tolerated) return null;
  const points = [...new Set(wrong.flat())].map((point) => point + 1).toSorted((a, b) => a - b);
  return { fault: told === 0 ? 'picture-mirrored' : 'points-crossed', points };
}

const turn = (
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): number => (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);

function isFlat(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): boolean {
  const longest = Math.max(away(a, b), away(b, c), away(a, c));
  return Math.abs(turn(a, b, c)) < flattest * longest ** 2;
}

const away = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(b[0] - a[0], b[1] - a[1]);

/**
 * Least squares of the projective equations, each divided by the depth of its point as known from the round before: so
 * what is made small is the distance on the ground, in metres.
 */
function fitted(origin: LonLat, pairs: readonly Pair[]): PictureGround | null {
  const toPictureFrame = normalizing(pairs.map(({ picture }) => picture));
  const toGroundFrame = normalizing(pairs.map(({ ground }) => ground));
  const inFrames = pairs.map(({ picture, ground }): Pair => {
    const [px, py] = times(toPictureFrame, [...picture, 1]);
    const [gx, gy] = times(toGroundFrame, [...ground, 1]);
    return { picture: [px, py], ground: [gx, gy] };
  });
  let depths = pairs.map(() => 1);
  let found: Matrix3 | null = null;
  for (let round = 0; round < 12; round += 1) {
    found = leastSquares(inFrames, depths);
    if (found === null) return null;
    const matrix = found;
    depths = inFrames.map(({ picture }) => Math.max(1e-3, times(matrix, [...picture, 1])[2]));
  }
  const back = inverse(toGroundFrame);
  if (found === null || back === null) return null;
  const toGround = product(product(back, found), toPictureFrame);
  // The scale whose third coordinate is positive at the points that were matched.
  const sign = Math.sign(times(toGround, [...pairs[0]!.picture, 1])[2]);
  const seen = toGround.map((value) => value * sign) as unknown as Matrix3;
  const toPicture = inverse(seen);
  return toPicture === null ? null : { origin, toGround: seen, toPicture };
}

/** Eight numbers of the matrix, the ninth being 1: where the picture's middle lies on the ground is never at infinity. */
function leastSquares(pairs: readonly Pair[], depths: readonly number[]): Matrix3 | null {
  const sums = Array.from({ length: 8 }, () => Array.from({ length: 9 }, () => 0));
  for (const [index, { picture, ground }] of pairs.entries()) {
    const [x, y] = picture;
    const [u, v] = ground;
    const rows = [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
    const weight = 1 / depths[index]! ** 2;
    for (const row of rows) {
      for (let i = 0; i < 8; i += 1) {
        for (let j = 0; j < 9; j += 1) sums[i]![j]! += weight * row[i]! * row[j]!;
      }
    }
  }
  const solution = eliminated(sums);
  return solution === null ? null : ([...solution, 1] as unknown as Matrix3);
}

/** Gauss with the largest pivot; null where the equations say too little. */
function eliminated(rows: number[][]): number[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(rows[pivot]![column]!) < 1e-12) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const share = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= share * rows[column]![at]!;
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}

/** Moves the points' middle to zero and their mean distance from it to the root of two (Hartley). */
function normalizing(points: readonly (readonly [number, number])[]): Matrix3 {
  const [x, y] = middleOf(points);
  const spread = points.reduce((sum, point) => sum + away([x, y], point), 0) / points.length;
  const scale = Math.SQRT2 / spread;
  return [scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1];
}

function middleOf(points: readonly (readonly [number, number])[]): readonly [number, number] {
  const sum = (axis: 0 | 1): number => points.reduce((all, point) => all + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

type Three = [number, number, number];

function triples(count: number): Three[] {
  const found: Three[] = [];
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      for (let k = j + 1; k < count; k += 1) found.push([i, j, k]);
    }
  }
  return found;
}

function foursOf(count: number): number[][] {
  return triples(count).flatMap(([i, j, k]) =>
    Array.from({ length: count - k - 1 }, (_, more) => [i, j, k, k + 1 + more]),
  );
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
