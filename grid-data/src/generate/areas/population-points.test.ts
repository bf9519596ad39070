import { expect, test } from 'vitest';
import type { AreaRow, GridCellRow } from '../rows.ts';
import { populationPoints } from './population-points.ts';

const square = (west: number, south: number, side: number): GridCellRow['polygon'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const cell = (code: string, polygon: GridCellRow['polygon']) =>
  ({ gridSystem: 'governance', code, areaCode: code.slice(0, 12), polygon }) as GridCellRow;
const village = { code: '431382001001', population: 1001 } as AreaRow;

test('the people of a village are dealt over its cells, and nobody is lost or added', () => {
  const cells = [
    cell('431382001001001', square(111, 27, 0.01)),
    cell('431382001001002', square(111.01, 27, 0.01)),
    cell('431382001001003', square(111.02, 27, 0.01)),
  ];
  const points = populationPoints([village], cells);
  const sum = (list: typeof points) => list.reduce((total, { people }) => total + people, 0);
  expect(sum(points)).toBeCloseTo(1001, 6);
  const byCell = Map.groupBy(points, ({ gridCode }) => gridCode);
  for (const list of byCell.values()) {
    expect(Number.isInteger(Math.round(sum(list) * 1e6) / 1e6)).toBe(true);
    expect(list).toHaveLength(16);
  }
});

test('half of a cell holds half of its people', () => {
  const points = populationPoints([village], [cell('431382001001001', square(111, 27, 0.01))]);
  const west = points.filter(({ position }) => position[0] < 111.005);
  const people = west.reduce((total, { people }) => total + people, 0);
  expect(people).toBeCloseTo(500.5, 6);
});
