import { expect, test } from 'vitest';
import { pointAt, type LonLat } from './field-of-view.ts';
import {
  besideRoute,
  chainedRoad,
  cutRoute,
  lengthOf,
  lookAlong,
  routeOf,
  stepsAlong,
  stretchesWhere,
} from './route.ts';

const start: LonLat = [111.66, 27.69];
const corner = pointAt(start, 90, 200);
const end = pointAt(corner, 0, 100);
const street = routeOf([start, corner, corner, end]);

test('a route is as long as its legs, a place named twice is no leg', () => {
  expect(street.places).toHaveLength(3);
  expect(street.lengthMeters).toBeCloseTo(300, 1);
  expect(street.alongMeters[1]).toBeCloseTo(200, 1);
});

test('steps go round the corner, each in the heading of its leg', () => {
  const steps = stepsAlong(street, 50);
  expect(steps.map(({ alongMeters }) => Math.round(alongMeters))).toEqual([
    25, 75, 125, 175, 225, 275,
  ]);
  expect(steps.map(({ headingDeg }) => Math.round(headingDeg) % 360)).toEqual([
    90, 90, 90, 90, 0, 0,
  ]);
});

test('who goes east has the north on the left and the south on the right', () => {
  const passed = pointAt(start, 90, 80);
  const north = besideRoute(street, pointAt(passed, 0, 12));
  expect(north.side).toBe('left');
  expect(north.alongMeters).toBeCloseTo(80, 0);
  expect(north.offMeters).toBeCloseTo(12, 0);
  expect(besideRoute(street, pointAt(passed, 180, 12)).side).toBe('right');
  expect(besideRoute(street, passed).side).toBe('on');
});

test('after the corner the west is on the left', () => {
  const passed = pointAt(corner, 0, 60);
  expect(besideRoute(street, pointAt(passed, 270, 9))).toMatchObject({ side: 'left' });
  expect(besideRoute(street, pointAt(passed, 90, 9)).alongMeters).toBeCloseTo(260, 0);
});

test('a place before the beginning is passed at the beginning', () => {
  expect(besideRoute(street, pointAt(start, 270, 40)).alongMeters).toBe(0);
});

test('a camera looks along, against or across the way', () => {
  expect(lookAlong(350, 20)).toBe('along');
  expect(lookAlong(350, 170)).toBe('against');
  expect(lookAlong(0, 90)).toBe('across');
});

test('steps that hold are joined to stretches', () => {
  const stretches = stretchesWhere(street, [true, true, false, false, true, false]);
  expect(
    stretches.map(({ fromMeters, toMeters }) => [fromMeters, toMeters].map(Math.round)),
  ).toEqual([
    [0, 100],
    [200, 250],
  ]);
  expect(lengthOf(stretches)).toBeCloseTo(150, 0);
  expect(stretchesWhere(street, [])).toEqual([]);
});

test('a route of one place has no length and still passes what stands beside it', () => {
  const spot = routeOf([start]);
  expect(spot.lengthMeters).toBe(0);
  expect(stepsAlong(spot, 10)).toHaveLength(1);
  expect(besideRoute(spot, pointAt(start, 0, 30)).offMeters).toBeCloseTo(30, 0);
});

test('a stretch round the corner keeps the corner', () => {
  const part = cutRoute(street, { fromMeters: 150, toMeters: 250 });
  expect(part).toHaveLength(3);
  expect(part[1]).toEqual(corner);
  expect(routeOf(part).lengthMeters).toBeCloseTo(100, 0);
  expect(routeOf(cutRoute(street, { fromMeters: 0, toMeters: 300 })).lengthMeters).toBeCloseTo(
    300,
    0,
  );
});

test('pieces of a road are joined at their ends, whichever way each was drawn, and end where it ends', () => {
  const at = (meters: number): LonLat => pointAt(start, 90, meters);
  const [a, b, c, d] = [0, 100, 200, 300].map(at) as [LonLat, LonLat, LonLat, LonLat];
  const aside = pointAt(b, 0, 80);
  const elsewhere = [pointAt(start, 0, 900), pointAt(start, 0, 950)];
  const whole = chainedRoad([b, c], [[b, c], [b, a], [d, c], [b, aside], elsewhere]);
  expect(whole).toEqual([a, b, c, d]);
  expect(chainedRoad([a, b], [])).toEqual([a, b]);
});

test('a road that runs in a ring is gone round once', () => {
  const corners = [0, 90, 180, 270].map((bearing) => pointAt(start, bearing, 100));
  const pieces = corners.map((corner, i) => [corner, corners[(i + 1) % 4]!]);
  expect(chainedRoad(pieces[0]!, pieces)).toHaveLength(5);
});
