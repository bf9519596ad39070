import { expect, test } from 'vitest';
import { scaleFor } from './scale-for.ts';

test.each([
  [1, 100],
  [7.3, 500],
  [0.31, 20],
  [120, 10_000],
])('at %d metres a pixel the scale says %d metres', (metersPerPixel, meters) => {
  const scale = scaleFor(metersPerPixel, 130);
  expect(scale.meters).toBe(meters);
  expect(scale.widthPx * metersPerPixel).toBeCloseTo(meters);
  expect(scale.widthPx).toBeLessThanOrEqual(130);
});
