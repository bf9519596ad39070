import { bearingDegrees } from 'grid-data';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HeadFieldsFragment } from '#gis/generated/graphql.ts';
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

beforeEach(() => {
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
