import { expect, test } from 'vitest';
import { ratePoints } from './rate-points.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 4, 1, 0, n));
const step = (n: number, online: number, offline: number) => ({
  at: minute(n),
  online,
  offline,
  unknown: 0,
});

test('what went off between two rounds is missing from the next, and comes back with its return', () => {
  const points = ratePoints([0, 5, 10, 15].map(minute), [
    step(0, 3, 0),
    step(5, -1, 1),
    step(15, 1, -1),
  ]);
  expect(points.map(({ online, cameras }) => `${online}/${cameras}`)).toEqual([
    '3/3',
    '2/3',
    '2/3',
    '3/3',
  ]);
});

test('a long time is thinned, and its end is always told', () => {
  const rounds = Array.from({ length: 23 }, (_, i) => minute(i));
  const points = ratePoints(rounds, [step(0, 1, 0), step(22, 1, 0)], 5);
  expect(points.length).toBeLessThanOrEqual(5);
  expect(points.at(-1)).toMatchObject({ at: minute(22), online: 2 });
  expect(points.at(-2)?.online).toBe(1);
});
