import { expect, test } from 'vitest';
import { nearestToMiddle } from './cone-room.ts';

const inARow = Array.from({ length: 5_000 }, (_, i) => ({
  id: i,
  position: [111 + i * 0.0001, 27.7] as const,
}));

test('of five thousand cameras those nearest to the middle show what they see', () => {
  const drawn = nearestToMiddle(inARow, [111.25, 27.7], 100);
  expect(drawn).toHaveLength(100);
  expect(drawn.every(({ id }) => Math.abs(id - 2_500) <= 51)).toBe(true);
});

test('where there is room all of them do, in their order', () => {
  expect(nearestToMiddle(inARow.slice(0, 50), [112, 28], 100)).toEqual(inARow.slice(0, 50));
});

test('a degree of longitude counts as what it is on the ground', () => {
  const east = { position: [111.0011, 60] as const };
  const north = { position: [111, 60.0009] as const };
  expect(nearestToMiddle([north, east], [111, 60], 1)).toEqual([east]);
});
