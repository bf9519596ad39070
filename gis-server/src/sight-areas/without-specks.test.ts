import { expect, test } from 'vitest';
import { withoutSpecks, type MultiPolygon } from './without-specks.ts';

const square = (at: number, side: number): [number, number][] => [
  [at, 0],
  [at + side, 0],
  [at + side, side],
  [at, side],
  [at, 0],
];

const shape: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[square(0, 9), square(1, 3), square(5, 0.5)], [square(20, 1)], [square(30, 4)]],
};

test('the largest parts and holes stay, specks and pinholes go', () => {
  expect(withoutSpecks(shape, 3).coordinates).toEqual([
    [square(0, 9), square(1, 3)],
    [square(30, 4)],
  ]);
});

test('a shape of few rings stays as it is', () => {
  expect(withoutSpecks(shape, 100)).toEqual(shape);
});
