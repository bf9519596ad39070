import { expect, test } from 'vitest';
import type { MapHit, ThingKind } from './engine.ts';
import { nearestFirst } from './nearest-first.ts';

/** Ten pixels a degree, the pointer at the origin. */
const project = ([x, y]: readonly [number, number]) => ({ x: x * 10, y: y * 10 });
const pointer = { x: 0, y: 0 };

const hit = (kind: ThingKind, id: string, awayPx: number): MapHit => ({
  kind,
  id,
  position: [awayPx / 10, 0],
  attributes: {},
});

const order = (hits: readonly MapHit[]) => nearestFirst(hits, pointer, project).map(({ id }) => id);

test('where marks overlap the one nearest to the click is meant, whatever was drawn on top', () => {
  expect(order([hit('camera', 'far', 5), hit('camera', 'near', 1)])).toEqual(['near', 'far']);
  expect(
    order([hit('unit', 'unit', 8), hit('incident', 'incident', 6), hit('camera', 'c', 1)]),
  ).toEqual(['c', 'incident', 'unit']);
});

test('of two that no hand tells apart the kind drawn on top is meant', () => {
  expect(order([hit('camera', 'camera', 1), hit('incident', 'incident', 4)])).toEqual([
    'incident',
    'camera',
  ]);
  expect(
    order([hit('place', 'place', 0), hit('camera', 'camera', 2), hit('unit', 'u', 3.5)]),
  ).toEqual(['camera', 'place', 'u']);
});

test('things come before the ground they stand on, and the ground keeps its order', () => {
  expect(
    order([hit('grid-cell', 'cell', 0), hit('area', 'village', 0), hit('place', 'school', 6)]),
  ).toEqual(['school', 'cell', 'village']);
});

test('what cannot be projected comes last', () => {
  const behind = { ...hit('unit', 'behind', 0), position: [Number.NaN, 0] as const };
  const seen = (position: readonly [number, number]) =>
    Number.isNaN(position[0]) ? null : project(position);
  expect(nearestFirst([behind, hit('camera', 'c', 7)], pointer, seen).map(({ id }) => id)).toEqual([
    'c',
    'behind',
  ]);
});
