import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { pointAt } from 'grid-data';
import { expect, test } from 'vitest';
import { viewCone } from './view-cones.ts';

const here = [111, 27] as const;
const attributes = {
  id: 'a',
  kind: 'fixed',
  state: 'online',
  bearingDeg: 90,
  widthDeg: 60,
  rangeMeters: 100,
};

test('a cone covers what lies ahead within its range, and nothing behind', () => {
  const cone = viewCone(here, attributes)!;
  const covers = (bearing: number, meters: number) =>
    booleanPointInPolygon([...pointAt(here, bearing, meters)], cone);
  expect(covers(90, 95)).toBe(true);
  expect(covers(62, 50)).toBe(true);
  expect(covers(90, 105)).toBe(false);
  expect(covers(55, 50)).toBe(false);
  expect(covers(270, 10)).toBe(false);
});

test('a cone has the area of its sector', () => {
  const sector = (Math.PI * 100 ** 2 * 60) / 360;
  expect(area(viewCone(here, attributes)!) / sector).toBeCloseTo(1, 1);
});

test('a camera whose bearing is unknown gets a ring', () => {
  const ring = viewCone(here, { ...attributes, bearingDeg: undefined })!;
  for (const bearing of [0, 90, 180, 270]) {
    expect(booleanPointInPolygon([...pointAt(here, bearing, 95)], ring)).toBe(true);
  }
});

test('a camera whose range is unknown gets nothing', () => {
  expect(viewCone(here, { ...attributes, rangeMeters: undefined })).toBeNull();
});
