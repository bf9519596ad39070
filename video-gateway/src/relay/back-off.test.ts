import { expect, it } from 'vitest';
import { backOffMs } from '#relay/back-off.ts';

it('doubles its ceiling from half a second to thirty', () => {
  const ceilings = [0, 1, 2, 5, 6, 50].map((attempt) =>
    backOffMs(attempt, 'source-ended', () => 1),
  );
  expect(ceilings).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000]);
});

it('spreads retries over the whole time', () => {
  const waits = Array.from({ length: 500 }, () => backOffMs(8, 'source-ended'));
  expect(Math.min(...waits)).toBeLessThan(3_000);
  expect(Math.max(...waits)).toBeGreaterThan(27_000);
});

it('does not hurry where a platform counts or locks', () => {
  expect(backOffMs(0, 'camera-auth-refused', () => 0)).toBe(15_000);
  expect(backOffMs(0, 'licence-full', () => 0)).toBe(15_000);
  expect(backOffMs(0, 'platform-auth-refused', () => 0)).toBe(15_000);
});
