import { expect, test } from 'vitest';
import { countedSince, floorOf, nearestPoint, rateLine } from './rate-line.ts';

const minute = 60_000;
const point = (at: number, online: number, cameras = 100) => ({
  at: new Date(at * minute).toISOString(),
  online,
  cameras,
});
const span = { fromMs: 0, toMs: 100 * minute };

test('the line steps where the rate changes', () => {
  expect(rateLine([point(0, 100), point(5, 95)], span, 10 * minute)).toBe(
    'M0.00 0.00h0.3H5.00V50.00',
  );
});

test('where nobody looked there is no line', () => {
  expect(rateLine([point(0, 100), point(50, 100)], span, 10 * minute)).toBe(
    'M0.00 0.00h0.3M50.00 0.00h0.3',
  );
});

test('the scale holds the worst and never shows less than a tenth', () => {
  expect(floorOf([point(0, 100)])).toBe(90);
  expect(floorOf([point(0, 73)])).toBe(70);
  expect(floorOf([point(0, 0)])).toBe(0);
  expect(floorOf([])).toBe(90);
});

test('a line that begins late says since when it counts', () => {
  expect(countedSince([point(90, 1)], span, 10 * minute)).toEqual(new Date(90 * minute));
  expect(countedSince([point(5, 1), point(90, 1)], span, 10 * minute)).toBeNull();
  expect(countedSince([], span, 10 * minute)).toBeNull();
});

test('a click finds the nearest moment', () => {
  expect(nearestPoint([point(0, 1), point(10, 2), point(20, 3)], 12 * minute)?.online).toBe(2);
  expect(nearestPoint([], 1)).toBeNull();
});
