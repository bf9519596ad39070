import { beforeEach, expect, test } from 'vitest';
import { drawnWay, forgetWay, keepWay, lengthMeters, readWay } from './own-way.ts';

beforeEach(() => localStorage.clear());

const at = (longitude: number, latitude: number) => ({ longitude, latitude, at: 0 });

test('a way is kept for its duty alone, and goes with it', () => {
  keepWay('one', [at(111, 27)]);
  expect(readWay('one')).toHaveLength(1);
  expect(readWay('two')).toEqual([]);
  expect(readWay('one')).toEqual([]);
  keepWay('one', [at(111, 27)]);
  forgetWay();
  expect(localStorage).toHaveLength(0);
});

test('a way is as long as its steps', () => {
  expect(lengthMeters([at(111, 27)])).toBe(0);
  // A thousandth of a degree of latitude is about 111 m.
  const there = lengthMeters([at(111, 27), at(111, 27.001)]);
  expect(there).toBeGreaterThan(110);
  expect(there).toBeLessThan(112);
  expect(lengthMeters([at(111, 27), at(111, 27.001), at(111, 27)])).toBeCloseTo(2 * there, 6);
});

test('north is up, and east as long as north', () => {
  expect(drawnWay([])).toBeNull();
  const east = 0.01 / Math.cos((27 * Math.PI) / 180);
  const { path, end } = drawnWay([at(111, 27), at(111, 27.01), at(111 + east, 27.01)])!;
  const [start, corner, last] = path.split(' ').map((each) => each.split(',').map(Number));
  const [[x0, y0], [x1, y1], [x2, y2]] = [start!, corner!, last!];
  expect(x1).toBe(x0);
  expect(y1!).toBeLessThan(y0!);
  expect(y2).toBe(y1);
  expect(Math.abs(x2! - x1! - (y0! - y1!))).toBeLessThan(0.3);
  expect(end).toEqual([x2, y2]);
});
