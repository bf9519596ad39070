import { expect, test } from 'vitest';
import { growthPerStep } from './growth.ts';

test('the growth of a figure is told through its noise', () => {
  expect(growthPerStep([100, 102, 104, 106])).toBeCloseTo(2);
  expect(growthPerStep([100, 110, 100, 110, 100])).toBeCloseTo(0);
  expect(growthPerStep([100])).toBe(0);
});
