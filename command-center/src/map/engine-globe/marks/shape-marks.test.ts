import { expect, test } from 'vitest';
import { placesOf } from './shape-marks.ts';

test('a mark stands at its point, at the middle of a line, in the midst of an outline', () => {
  expect(placesOf({ type: 'Point', coordinates: [111, 27] })).toEqual([[111, 27]]);
  const line = [
    [111, 27],
    [112, 27],
    [113, 28],
  ];
  expect(placesOf({ type: 'LineString', coordinates: line })).toEqual([[112, 27]]);
  const square = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ];
  expect(placesOf({ type: 'Polygon', coordinates: [square] })).toEqual([[1, 1]]);
});
