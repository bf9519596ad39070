import { expect, test } from 'vitest';
import { photoSides } from './photo-sides.ts';

test('what was reported stands against the last disposal', () => {
  const photos = ['report', 'verify', 'feed-back', 'check-failed', 'feed-back'].map((move, id) => ({
    id,
    move,
  }));
  const { before, after } = photoSides(photos);
  expect(before.map(({ id }) => id)).toEqual([0, 1]);
  expect(after.map(({ id }) => id)).toEqual([4, 3, 2]);
});
