/** Points in hand: each has its place in the picture, on the map, or both. Pure: the state and the panel ask it. */
import {
  cameraOfCalibration,
  mostMatchedPoints,
  fewestMatchedPoints,
  solveCalibration,
  type FoundCamera,
  type LonLat,
  type MatchedPoint,
  type PicturePoint,
  type SolvedCalibration,
} from 'grid-data';

export type Pair = { picture: PicturePoint | null; ground: LonLat | null };

export function matchedOf(pairs: readonly Pair[]): MatchedPoint[] {
  return pairs.flatMap(({ picture, ground }) =>
    picture !== null && ground !== null ? [{ picture, ground }] : [],
  );
}

/** A point of the picture goes to the pair that waits for one, else it begins the next. */
export function withPicture(pairs: readonly Pair[], picture: PicturePoint): Pair[] {
  return withSide(pairs, { picture });
}

export function withGround(pairs: readonly Pair[], ground: LonLat): Pair[] {
  return withSide(pairs, { ground });
}

function withSide(pairs: readonly Pair[], side: Partial<Pair>): Pair[] {
  const last = pairs.at(-1);
  if (last && (last.picture === null || last.ground === null)) {
    return [...pairs.slice(0, -1), { ...last, ...side }];
  }
  if (pairs.length >= mostMatchedPoints) return [...pairs];
  return [...pairs, { picture: null, ground: null, ...side }];
}

/** Which side is waited for, and of which point, counted from 1. */
export function nextStep(pairs: readonly Pair[]): { side: 'picture' | 'ground'; number: number } {
  const last = pairs.at(-1);
  if (last && last.picture !== null && last.ground === null) {
    return { side: 'ground', number: pairs.length };
  }
  if (last && last.picture === null) return { side: 'picture', number: pairs.length };
  return { side: 'picture', number: pairs.length + 1 };
}

/** Null while there are too few to say anything. */
export function solvedOf(pairs: readonly Pair[]): SolvedCalibration | null {
  const matched = matchedOf(pairs);
  return matched.length < fewestMatchedPoints ? null : solveCalibration(matched);
}

export function offerOf(
  solved: SolvedCalibration | null,
  pairs: readonly Pair[],
  aspect: number,
): FoundCamera | null {
  return solved?.solved === true ? cameraOfCalibration(matchedOf(pairs), aspect) : null;
}
