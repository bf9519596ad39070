import { calibrationOfCamera, groundOfPicture, type LonLat, type PicturePoint } from 'grid-data';
import { expect, test } from 'vitest';
import { nextStep, offerOf, solvedOf, withGround, withPicture, type Pair } from './pairs.ts';

const at: LonLat = [111.67, 27.69];
const camera = { position: at, heightMeters: 7, bearingDeg: 120, widthDeg: 62, tiltDeg: 18 };
const aspect = 16 / 9;
const pictures: readonly PicturePoint[] = [
  [0.1, 0.9],
  [0.9, 0.95],
  [0.8, 0.55],
  [0.2, 0.5],
];

const placeOf = (picture: PicturePoint): LonLat =>
  groundOfPicture(calibrationOfCamera(camera, aspect)!, picture)!;

test('a hand may begin each point on either side, and is told what is waited for', () => {
  let pairs: Pair[] = [];
  expect(nextStep(pairs)).toEqual({ side: 'picture', number: 1 });
  pairs = withPicture(pairs, [0.1, 0.9]);
  expect(nextStep(pairs)).toEqual({ side: 'ground', number: 1 });
  pairs = withPicture(pairs, [0.2, 0.9]);
  expect(pairs).toEqual([{ picture: [0.2, 0.9], ground: null }]);
  pairs = withGround(pairs, at);
  expect(nextStep(pairs)).toEqual({ side: 'picture', number: 2 });
  pairs = withGround(pairs, at);
  expect(nextStep(pairs)).toEqual({ side: 'picture', number: 2 });
  expect(withPicture(pairs, [0.5, 0.5])[1]).toEqual({ picture: [0.5, 0.5], ground: at });
});

test('nothing is said of three points, and four tell the camera that took the picture', () => {
  let pairs: Pair[] = [];
  for (const picture of pictures) {
    expect(solvedOf(pairs)).toBeNull();
    pairs = withGround(withPicture(pairs, picture), placeOf(picture));
  }
  const solved = solvedOf(pairs);
  expect(solved?.solved).toBe(true);
  const offer = offerOf(solved, pairs, aspect)!;
  expect(offer.bearingDeg).toBeCloseTo(120, 3);
  expect(offer.heightMeters).toBeCloseTo(7, 3);
});

test('no more points are taken than are kept', () => {
  const many = Array.from({ length: 16 }, (): Pair => ({ picture: [0.5, 0.5], ground: at }));
  expect(withPicture(many, [0.1, 0.1])).toHaveLength(16);
});
