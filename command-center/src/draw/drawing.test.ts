import { expect, test } from 'vitest';
import { drawnOf, faultOf, geometryOf, thinned } from './drawing.ts';

test('two corners make a rectangle, a centre and an edge a circle', () => {
  const rectangle = drawnOf('rectangle', [[111, 27]], [112, 28]);
  expect(rectangle).toEqual({
    kind: 'polygon',
    ring: [
      [111, 27],
      [112, 27],
      [112, 28],
      [111, 28],
    ],
  });
  const circle = drawnOf('circle', [[111, 27]], [111, 27.01]);
  expect(circle?.kind === 'circle' && circle.radiusMeters).toBeCloseTo(1112, -1);
});

test('an outline that crosses itself is refused where it crosses', () => {
  const bowTie = drawnOf(
    'polygon',
    [
      [111, 27],
      [111.02, 27.02],
      [111.02, 27],
      [111, 27.02],
    ],
    null,
  );
  const fault = faultOf(bowTie!);
  expect(fault?.reason).toBe('self-crossing');
  expect(fault?.at?.[0]).toBeCloseTo(111.01, 6);
  expect(fault?.at?.[1]).toBeCloseTo(27.01, 6);
});

test('a polygon is closed for the wire', () => {
  const geometry = geometryOf({
    kind: 'polygon',
    ring: [
      [111, 27],
      [111.01, 27],
      [111, 27.01],
    ],
  });
  expect(geometry.coordinates[0]).toHaveLength(4);
  expect(faultOf({ kind: 'line', line: [[111, 27]] })?.reason).toBe('line-too-short');
});

test('the hand’s path keeps its corners and loses what does not show', () => {
  const path = [
    ...Array.from({ length: 50 }, (_, i) => [111 + i * 0.0001, 27] as const),
    ...Array.from({ length: 50 }, (_, i) => [111.005, 27 + i * 0.0001] as const),
  ];
  expect(thinned(path)).toEqual([
    [111, 27],
    [111.005, 27],
    [111.005, 27.0049],
  ]);
});
