import { expect, test } from 'vitest';
import { gripAt, pulled, sidesOf, type PlotShape } from './reshape.ts';

/** A plane of a hundred pixels a degree, north up. */
const project = ([x, y]: readonly [number, number]) => ({ x: x * 100, y: -y * 100 });
const zone: PlotShape = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};
const line: PlotShape = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [2, 0],
  ],
};

test('a corner is held before the side beside it, the side before the whole, and beside it nothing', () => {
  expect(gripAt(zone, { x: 198, y: 3 }, project)).toEqual({ kind: 'corner', index: 1 });
  expect(gripAt(zone, { x: 100, y: -2 }, project)).toEqual({ kind: 'side', index: 0 });
  expect(gripAt(zone, { x: 50, y: -70 }, project)).toEqual({ kind: 'whole' });
  expect(gripAt(zone, { x: 260, y: -70 }, project)).toBeNull();
  expect(gripAt(line, { x: 50, y: 6 }, project)).toEqual({ kind: 'whole' });
});

test('the first corner of an outline takes its end along', () => {
  const shape = pulled(zone, { kind: 'corner', index: 0 }, [-1, -1], [0, 0]);
  expect(shape.type === 'Polygon' && shape.coordinates[0]).toEqual([
    [-1, -1],
    [2, 0],
    [2, 2],
    [0, 2],
    [-1, -1],
  ]);
});

test('the middle of a side becomes a corner, the last side of an outline too', () => {
  expect(sidesOf(zone)).toHaveLength(4);
  const shape = pulled(zone, { kind: 'side', index: 3 }, [-1, 1], [0, 1]);
  expect(shape.type === 'Polygon' && shape.coordinates[0]).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [-1, 1],
    [0, 0],
  ]);
  expect(pulled(line, { kind: 'side', index: 0 }, [1, 1], [1, 0])).toMatchObject({
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  });
});

test('the whole goes as far as the hand goes', () => {
  const point: PlotShape = { type: 'Point', coordinates: [1, 1] };
  expect(gripAt(point, { x: 104, y: -104 }, project)).toEqual({ kind: 'whole' });
  expect(pulled(point, { kind: 'whole' }, [3, 2], [1.04, 1.04])).toMatchObject({
    coordinates: [2.96, 1.96],
  });
});
