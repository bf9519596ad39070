import { pointAt, solveCalibration, type LonLat } from 'grid-data';
import { expect, test } from 'vitest';
import type { Calibration } from '#sights/picture/use-calibration.ts';
import { markBetween, markOf, placedBy } from './mark.ts';
import { pixelsOf } from './reported-frame.ts';

const camera: LonLat = [111.66, 27.69];
const ground = (east: number, north: number) => pointAt(pointAt(camera, 90, east), 0, north);

/** A picture whose lower edge lies 10 m before the camera and whose middle 40 m. */
function aCalibration(stale: string | null = null): Calibration {
  const solved = solveCalibration([
    { picture: [0, 1], ground: ground(-5, 10) },
    { picture: [1, 1], ground: ground(5, 10) },
    { picture: [0.2, 0.5], ground: ground(-12, 40) },
    { picture: [0.8, 0.5], ground: ground(12, 40) },
  ]);
  if (!solved.solved) throw new Error(solved.fault);
  return { ground: solved.ground, aspect: 16 / 9, rangeMeters: 100, tiltDeg: null, stale };
}

test('a press is a spot with what lies round it, a pull the part between, whichever way it went', () => {
  const spot = markBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.5 });
  expect(spot.foot).toEqual({ x: 0.505, y: 0.5 });
  expect(spot.region.right - spot.region.left).toBeCloseTo(0.2);
  const pull = markBetween({ x: 0.6, y: 0.7 }, { x: 0.2, y: 0.3 });
  expect(pull.region).toEqual({ left: 0.2, top: 0.3, right: 0.6, bottom: 0.7 });
  expect(pull.foot).toEqual({ x: 0.4, y: 0.7 });
});

test('a spot at the edge stays within the picture', () => {
  const { region } = markBetween({ x: 1, y: 0 }, { x: 1, y: 0 });
  expect(region.right).toBeCloseTo(1);
  expect(region.top).toBe(0);
});

test('the place is the ground under the foot of the mark', () => {
  const mark = markOf({ left: 0.4, top: 0.8, right: 0.6, bottom: 1 });
  const placed = placedBy(mark, { position: camera, calibration: aCalibration() });
  expect(placed.placedBy).toBe('ground');
  const [longitude, latitude] = ground(0, 10);
  expect(placed.place[0]).toBeCloseTo(longitude, 5);
  expect(placed.place[1]).toBeCloseTo(latitude, 5);
});

test('where no calibration holds, or the mark is in the sky, it is where the camera hangs', () => {
  const low = markOf({ left: 0.4, top: 0.8, right: 0.6, bottom: 1 });
  const sky = markOf({ left: 0.4, top: 0, right: 0.6, bottom: 0.05 });
  for (const [mark, calibration] of [
    [low, null],
    [low, aCalibration('turned')],
    [sky, aCalibration()],
    [null, aCalibration()],
  ] as const) {
    const placed = placedBy(mark, { position: camera, calibration });
    expect(placed).toEqual({ place: camera, placedBy: 'camera' });
  }
});

test('parts meet without a gap or a row of points twice', () => {
  const size = { width: 1919, height: 1079 };
  const [x, , width] = pixelsOf({ left: 0.1, top: 0, right: 0.3, bottom: 1 }, size);
  const [next] = pixelsOf({ left: 0.3, top: 0, right: 0.5, bottom: 1 }, size);
  expect(x + width).toBe(next);
});
