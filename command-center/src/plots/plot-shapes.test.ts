import { expect, test } from 'vitest';
import { attackArrow, straightArrow } from './plot-shapes.ts';

const eastward = [
  [111, 27],
  [111.01, 27],
] as const;

test('an arrow keeps its line and ends in two strokes at the tip', () => {
  const [line, barbs] = straightArrow(eastward).coordinates;
  expect(line).toEqual([
    [111, 27],
    [111.01, 27],
  ]);
  expect(barbs![1]![0]).toBeCloseTo(111.01, 9);
  expect(barbs![0]![0]).toBeLessThan(111.01);
  expect(barbs![0]![1]).toBeCloseTo(54 - barbs![2]![1]!, 9);
});

test('an attack arrow is a closed outline, broad behind, whose foremost place is the tip', () => {
  const ring = attackArrow([
    [111, 27],
    [111.005, 27.003],
    [111.01, 27],
  ]).coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  expect(Math.max(...ring.map(([x]) => x!))).toBeCloseTo(111.01, 9);
  expect(ring.flat().every(Number.isFinite)).toBe(true);
});
