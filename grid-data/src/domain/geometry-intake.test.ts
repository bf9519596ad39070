import { expect, test } from 'vitest';
import { checkGeometry, importLimits, interactiveLimits } from './geometry-intake.ts';

const polygon = (ring: unknown[]) => ({ type: 'Polygon', coordinates: [ring] });
const check = (value: unknown) =>
  checkGeometry(value, { limits: interactiveLimits, allowed: ['Polygon', 'MultiPolygon'] });
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

test('a plain polygon passes unchanged', () => {
  expect(check(polygon(square))).toEqual({ ok: true, shape: polygon(square) });
});

test('a ring that touches a neighbouring corner twice in a row passes', () => {
  expect(
    check(
      polygon([
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ]),
    ).ok,
  ).toBe(true);
});

test.each([
  [
    'self-crossing',
    polygon([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]),
  ],
  [
    'self-crossing',
    polygon([
      [0, 0],
      [2, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]),
  ],
  [
    'not-finite',
    polygon([
      [0, 0],
      [Number.NaN, 0],
      [1, 1],
      [0, 0],
    ]),
  ],
  [
    'not-finite',
    polygon([
      [0, 0],
      [Infinity, 0],
      [1, 1],
      [0, 0],
    ]),
  ],
  [
    'not-finite',
    polygon([
      [0, 0],
      ['1', 0],
      [1, 1],
      [0, 0],
    ]),
  ],
  [
    'out-of-range',
    polygon([
      [0, 0],
      [181, 0],
      [1, 1],
      [0, 0],
    ]),
  ],
  [
    'ring-not-closed',
    polygon([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]),
  ],
  [
    'ring-too-short',
    polygon([
      [0, 0],
      [1, 0],
      [0, 0],
    ]),
  ],
  ['wrong-type', { type: 'Point', coordinates: [0, 0] }],
  ['wrong-type', { type: { toString: 1 }, coordinates: [] }],
  ['wrong-type', { type: 'GeometryCollection', coordinates: [] }],
  ['not-geojson', { type: 'Polygon', coordinates: 7 }],
  ['not-geojson', { type: 'Polygon', coordinates: [] }],
  ['not-geojson', null],
  ['too-many-rings', { type: 'Polygon', coordinates: Array.from({ length: 501 }, () => [[0, 0]]) }],
])('%s is refused', (reason, value) => {
  expect(check(value)).toMatchObject({ ok: false, reason });
});

test('the crossing point is named', () => {
  const result = check(
    polygon([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]),
  );
  expect(result).toMatchObject({ ok: false, at: [0.5, 0.5] });
});

test('a random ring of 10,000 vertices is refused within a second', () => {
  let state = 7;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const ring = Array.from({ length: 9_999 }, () => [random(), random()]);
  ring.push(ring[0] as number[]);
  const began = performance.now();
  const result = checkGeometry(polygon(ring), { limits: importLimits, allowed: ['Polygon'] });
  expect(result).toMatchObject({ reason: 'self-crossing' });
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('too many vertices are refused before the whole is read', () => {
  const ring = Array.from({ length: 5_000 }, (_, i) => [i / 1e5, 0]);
  expect(check(polygon(ring))).toMatchObject({ reason: 'too-many-vertices' });
});
