import { expect, test } from 'vitest';
import { nearMark } from './near-plan.ts';

test('a report fifty metres to the east lies fifty metres to the east on the plan', () => {
  const from = { longitude: 111.66, latitude: 27.69 };
  const east = 50 / (111_195 * Math.cos((27.69 * Math.PI) / 180));
  const mark = nearMark(from, { longitude: 111.66 + east, latitude: 27.69 });
  expect(mark.east).toBeCloseTo(50, 3);
  expect(mark.north).toBeCloseTo(0, 6);
  expect(mark.meters).toBeCloseTo(50, 3);
});

test('what lies south lies below', () => {
  const { north } = nearMark(
    { longitude: 111.66, latitude: 27.69 },
    { longitude: 111.66, latitude: 27.6899 },
  );
  expect(north).toBeLessThan(0);
});
