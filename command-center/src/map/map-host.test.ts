import { afterEach, expect, test } from 'vitest';
import { closeMap, flyToPlace, mapContainer, showEngine, viewOfMap } from './map-host.ts';
import { restMap } from './map-rest.ts';

const start = { longitude: 111.6, latitude: 27.7, metersPerPixel: 40, bearingDeg: 0, pitchDeg: 0 };

afterEach(() => {
  closeMap();
  restMap(false);
});

test('a map that a page covers is not made, and knows where it will begin', async () => {
  restMap(true);
  await showEngine('flat', start);
  expect(mapContainer.childElementCount).toBe(0);
  expect(viewOfMap()).toEqual(start);
});

test('whoever flies there meanwhile finds the map there', async () => {
  restMap(true);
  await showEngine('flat', start);
  flyToPlace([111.7, 27.6]);
  expect(viewOfMap()).toMatchObject({ longitude: 111.7, latitude: 27.6, metersPerPixel: 0.9 });
});

test('who leaves takes along where it was to begin', async () => {
  restMap(true);
  await showEngine('flat', start);
  closeMap();
  expect(viewOfMap()).toBeNull();
});
