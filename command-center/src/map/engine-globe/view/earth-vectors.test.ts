import { expect, test } from 'vitest';
import { axesAt, dot, groundPoint, isBehindHorizon, length } from './earth-vectors.ts';

test('the equator is farther from the middle of the earth than the pole', () => {
  expect(length(groundPoint(10, 0, 0))).toBeCloseTo(6_378_137, 3);
  expect(length(groundPoint(10, 90, 0))).toBeCloseTo(6_356_752.314, 2);
});

test('east, north and up stand square on each other', () => {
  const { east, north, up } = axesAt(111, 28);
  for (const [a, b] of [
    [east, north],
    [north, up],
    [up, east],
  ] as const) {
    expect(dot(a, b)).toBeCloseTo(0, 12);
  }
});

test('from 10 km up the next town is seen and the other side of the world is not', () => {
  const eye = groundPoint(111, 28, 10_000);
  expect(isBehindHorizon(eye, groundPoint(111.3, 28, 0))).toBe(false);
  expect(isBehindHorizon(eye, groundPoint(120, 28, 0))).toBe(true);
  expect(isBehindHorizon(eye, groundPoint(-69, -28, 0))).toBe(true);
});
