import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { bearingDegrees, pointAt } from 'grid-data';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HeadFieldsFragment } from '#gis/generated/graphql.ts';
import { cameraSights, type CameraSight } from '#map/camera-sights.ts';
import { mapModel } from '#map/map-model.ts';
import { isTurned } from '#map/turned-cameras.ts';
import { drawLiveCones } from './live-cones.ts';
import { keepHead, ptzState } from './ptz-news.ts';

const head: HeadFieldsFragment = {
  cameraId: 'c1',
  position: { longitude: 111, latitude: 27 },
  rangeMeters: 100,
  bearingDeg: 90,
  tiltDeg: -5,
  zoom: 1,
  widthDeg: 60,
  at: '2026-05-04T00:00:00Z',
};
let stop: () => void;

/** All around as far as its range, but for a house that stands 40 m east and hides what lies behind it. */
const behindAHouse: CameraSight = {
  cameraId: 'c1',
  seen: null,
  reach: {
    type: 'MultiPolygon',
    coordinates: [
      [
        Array.from({ length: 73 }, (_, i) => i * 5).map((degrees) => [
          ...pointAt([111, 27], degrees, degrees >= 80 && degrees <= 100 ? 40 : 100),
        ]),
      ],
    ],
  },
  visibleShare: 0.95,
  unknown: [],
  terrainKnown: true,
  insideBuilding: false,
};

beforeEach(() => {
  cameraSights.set({ known: new Map([['c1', null]]) });
  mapModel.set({ shownLayers: ['cameras'], shapes: [] });
  stop = drawLiveCones();
});
afterEach(() => {
  stop();
  ptzState.set({ heads: {} });
});

const cone = () => {
  const [shape] = mapModel.get().shapes;
  return (shape?.geometry as GeoJSON.Polygon | undefined)?.coordinates[0] ?? [];
};
/** From the camera through the middle of what is drawn. */
const bearing = () => {
  const middle = cone()[Math.floor(cone().length / 2)] as [number, number];
  return bearingDegrees([111, 27], middle);
};

test('the cone of a camera follows its head, in place of the surveyed one', () => {
  keepHead(head);
  expect(bearing()).toBeCloseTo(90, 0);
  expect(isTurned('c1')).toBe(true);
  keepHead({ ...head, bearingDeg: 200 });
  expect(bearing()).toBeCloseTo(200, 0);
  expect(mapModel.get().shapes).toHaveLength(1);
});

test('where nobody knows where it looks a ring is drawn', () => {
  keepHead({ ...head, bearingDeg: null });
  expect(cone()[0]).toEqual(cone().at(-1));
  expect(cone()).not.toContainEqual([111, 27]);
});

test('nothing is drawn while the layer of cameras is off', () => {
  keepHead(head);
  mapModel.set({ shownLayers: [] });
  expect(mapModel.get().shapes).toEqual([]);
  expect(isTurned('c1')).toBe(false);
  mapModel.set({ shownLayers: ['cameras'] });
  expect(mapModel.get().shapes).toHaveLength(1);
});

const isDrawnAt = (degrees: number, meters: number) => {
  const geometry = mapModel.get().shapes[0]?.geometry as GeoJSON.Polygon | undefined;
  return (
    geometry !== undefined &&
    booleanPointInPolygon([...pointAt([111, 27], degrees, meters)], geometry)
  );
};
const isDashed = () =>
  mapModel.get().shapes[0]?.symbols.some((symbol) => symbol.kind === 'line' && symbol.dashed);

test('a turned camera sees nothing behind a house, and what lies beside it', () => {
  cameraSights.set({ known: new Map([['c1', behindAHouse]]) });
  keepHead(head);
  expect(isDrawnAt(90, 30)).toBe(true);
  expect(isDrawnAt(90, 60)).toBe(false);
  expect(isDrawnAt(70, 90)).toBe(true);
  expect(isDrawnAt(200, 30)).toBe(false);
  keepHead({ ...head, bearingDeg: 180 });
  expect(isDrawnAt(180, 95)).toBe(true);
  expect(isDrawnAt(90, 30)).toBe(false);
});

test('until its sight is known the cone is dashed, and is drawn anew, cut, when it comes', () => {
  keepHead(head);
  expect(isDrawnAt(90, 60)).toBe(true);
  expect(isDashed()).toBe(true);
  cameraSights.set({ known: new Map([['c1', behindAHouse]]) });
  expect(isDrawnAt(90, 60)).toBe(false);
  expect(isDashed()).toBe(false);
  cameraSights.set({ known: new Map([['c1', { ...behindAHouse, unknown: ['height'] }]]) });
  expect(isDashed(), 'nothing can be worked out without its height').toBe(true);
});

test('where nobody knows where it looks the ring ends at the house as well', () => {
  cameraSights.set({ known: new Map([['c1', behindAHouse]]) });
  keepHead({ ...head, bearingDeg: null });
  expect(isDrawnAt(270, 95)).toBe(true);
  expect(isDrawnAt(90, 60)).toBe(false);
});

test('one that looks straight at a wall without anything before it draws nothing', () => {
  const walledIn = { ...behindAHouse, reach: null };
  cameraSights.set({ known: new Map([['c1', walledIn]]) });
  keepHead(head);
  expect(mapModel.get().shapes).toEqual([]);
  expect(isTurned('c1')).toBe(true);
});
