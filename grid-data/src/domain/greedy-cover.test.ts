import { expect, test } from 'vitest';
import { greedyCover } from './greedy-cover.ts';

test('the first pick gains most, the next is weighed by what it adds', () => {
  const picks = greedyCover(
    [
      [0, 1, 2],
      [1, 2, 3],
      [3, 4],
    ],
    [10, 10, 10, 10, 5],
    3,
  );
  expect(picks).toEqual([
    { choice: 0, gain: 30 },
    { choice: 2, gain: 15 },
  ]);
});

test('weights decide, not how many', () => {
  expect(greedyCover([[0, 1], [2]], [1, 1, 50], 1)).toEqual([{ choice: 1, gain: 50 }]);
});

test('where nothing is to be gained nothing is proposed', () => {
  expect(greedyCover([[], [0, 0]], [0], 2)).toEqual([]);
  expect(greedyCover([], [1], 2)).toEqual([]);
});

test('a thing named twice by one choice counts once', () => {
  expect(greedyCover([[0, 0]], [7], 1)).toEqual([{ choice: 0, gain: 7 }]);
});
