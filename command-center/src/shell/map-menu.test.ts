import { afterEach, expect, test } from 'vitest';
import type { MapEngine } from '#map/engine.ts';
import { mapContainer, mapHost } from '#map/map-host.ts';
import { lookHereState } from '#ptz/look-here.ts';
import { placeCameras } from '#sights/place/place-cameras.ts';
import { lookHereInstead, offerMapMenu, rankInstead } from './map-menu.ts';

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  mapHost.set({ engine: null });
});

const rightClick = (mayTurn: boolean): void => {
  mapHost.set({
    engine: { unproject: () => [111, 27], setShapes: () => undefined } as unknown as MapEngine,
  });
  stop = offerMapMenu(mayTurn);
  mapContainer.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }));
};

test('a second button on the map lists the cameras of the place for whoever may turn none', () => {
  rightClick(false);
  expect(placeCameras.get().place).toEqual([111, 27]);
  expect(lookHereState.get().point).toBeNull();
});

test('for whoever may turn cameras it asks them to look there, and each question leads to the other', () => {
  rightClick(true);
  expect(lookHereState.get().point).toEqual([111, 27]);
  rankInstead([111, 27]);
  expect(placeCameras.get().place).toEqual([111, 27]);
  expect(lookHereState.get().point).toBeNull();
  lookHereInstead([111, 27]);
  expect(placeCameras.get().place).toBeNull();
  expect(lookHereState.get().point).toEqual([111, 27]);
});
