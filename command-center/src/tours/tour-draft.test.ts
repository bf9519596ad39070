import { expect, test } from 'vitest';
import { moved } from './tour-draft.ts';

test('a stop moves up and down and stays at the ends', () => {
  const stops = ['a', 'b', 'c'];
  expect(moved(stops, 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(stops, 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(stops, 0, -1)).toBe(stops);
  expect(moved(stops, 2, 1)).toBe(stops);
});
