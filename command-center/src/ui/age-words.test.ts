import { expect, test } from 'vitest';
import { ageParts } from './age-words.ts';

const minute = 60_000;

test.each([
  [-5000, 'seconds', 0, 0],
  [59_999, 'seconds', 59, 0],
  [minute, 'minutes', 1, 0],
  [200 * minute, 'hours', 3, 20],
  [(2 * 24 + 4) * 60 * minute, 'days', 2, 4],
])('an age of %d ms is told in %s', (ageMs, unit, value, rest) => {
  expect(ageParts(ageMs)).toEqual({ unit, value, rest });
});
