import { beforeEach, expect, test } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapShape } from '../engine.ts';
import { FlatShapes } from './flat-shapes.ts';

type Source = { data: GeoJSON.Feature; loaded: boolean };

/** What a map keeps of sources and layers; a picture is drawn when the test says so. */
class ScriptedMap {
  sources = new Map<string, Source>();
  layers: string[] = [];
  given = 0;
  #onRender = () => {};
  on(_name: 'render', listener: () => void) {
    this.#onRender = listener;
  }
  getSource(id: string) {
    const source = this.sources.get(id);
    return source && { setData: (data: GeoJSON.Feature) => this.#give(id, data) };
  }
  addSource(id: string, { data }: { data: GeoJSON.Feature }) {
    this.#give(id, data);
  }
  removeSource(id: string) {
    this.sources.delete(id);
  }
  addLayer({ id }: { id: string }) {
    this.layers.push(id);
  }
  removeLayer(id: string) {
    this.layers = this.layers.filter((each) => each !== id);
  }
  getLayersOrder() {
    return [...this.layers];
  }
  isSourceLoaded(id: string) {
    return this.sources.get(id)?.loaded === true;
  }
  paint(loaded: readonly string[] = [...this.sources.keys()]) {
    for (const id of loaded) this.sources.get(id)!.loaded = true;
    this.#onRender();
  }
  #give(id: string, data: GeoJSON.Feature) {
    this.given += 1;
    this.sources.set(id, { data, loaded: false });
  }
}

const line = (id: string, color = 'accent', to = 1): MapShape => ({
  id,
  geometry: {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [to, 1],
    ],
  },
  symbols: [{ kind: 'line', color, opacity: 1, widthPx: 2 }],
});

let map: ScriptedMap;
let shapes: FlatShapes;
let told: readonly string[] = [];
beforeEach(() => {
  map = new ScriptedMap();
  shapes = new FlatShapes(map as unknown as MapLibreMap, (ids) => (told = ids));
});
const apply = (...wanted: MapShape[]): void => shapes.apply(wanted, new Map());

test('a shape is drawn once it stood whole in a picture, not when it was asked for', () => {
  apply(line('route'), line('ring'));
  expect(told).toEqual([]);
  map.paint(['shape:route']);
  expect(told).toEqual(['route']);
  map.paint();
  expect(told).toEqual(['route', 'ring']);
});

test('what has not changed is not given to the map again', () => {
  const route = line('route');
  apply(route, line('drawing'));
  map.paint();
  expect(map.given).toBe(2);
  for (const to of [2, 3, 4]) apply(route, line('drawing', 'accent', to));
  expect(map.given).toBe(5);
  expect(told).toEqual(['route']);
  // The same form told again is the same shape, and stays drawn.
  apply({ ...route, symbols: [...route.symbols] });
  expect(map.given).toBe(5);
  expect(told).toEqual(['route']);
});

test('another look is drawn anew, and what goes takes its layers along', () => {
  apply(line('route'));
  apply(line('route', 'state-high'));
  expect(map.layers).toEqual(['shape:route/0']);
  expect(map.given).toBe(2);
  apply();
  expect([map.layers, [...map.sources.keys()]]).toEqual([[], []]);
  expect(told).toEqual([]);
});

test('after a change of theme, which takes all sources away, shapes come back', () => {
  apply(line('route'));
  map.paint();
  map.sources.clear();
  map.layers = [];
  apply(line('route'));
  expect(map.layers).toEqual(['shape:route/0']);
  expect(told).toEqual([]);
  map.paint();
  expect(told).toEqual(['route']);
});
