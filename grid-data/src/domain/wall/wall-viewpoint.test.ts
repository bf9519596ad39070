import { expect, test } from 'vitest';
import { standingAt, viewpointAt, type WallMotion, type WallViewpoint } from './wall-viewpoint.ts';

const from: WallViewpoint = {
  longitude: 111,
  latitude: 27,
  metersPerMm: 1,
  bearingDeg: 350,
  pitchDeg: 0,
};
const to = { longitude: 112, latitude: 28, metersPerMm: 4, bearingDeg: 10, pitchDeg: 40 };
const motion: WallMotion = { from, to, startsAtMs: 1_000, durationMs: 800 };

test('before and after its motion a map stands still', () => {
  expect(viewpointAt(motion, 0)).toEqual(from);
  expect(viewpointAt(motion, 1_800)).toEqual(to);
  expect(viewpointAt(standingAt(to, 5_000), 4_000)).toEqual(to);
});

test('half way it is in the middle: of the ground, of the ratio of scales, and over north', () => {
  const middle = viewpointAt(motion, 1_400);
  expect(middle).toMatchObject({ longitude: 111.5, latitude: 27.5, pitchDeg: 20 });
  expect(middle.metersPerMm).toBeCloseTo(2, 9);
  expect(middle.bearingDeg).toBeCloseTo(360, 9);
});
