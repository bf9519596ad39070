/**
 * Shapes that are not tiles: each a GeoJSON source of its own, kept in step with what the page wants drawn. Each source
 * is cut into tiles by the one worker that also reads the city's: a shape that has not changed is never given to it again.
 */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapShape } from '../engine.ts';
import { sameForm, sameLook } from '../same-shape.ts';
import type { Lookups } from './expressions.ts';
import { symbolSpecs } from './style-layers.ts';

const prefix = 'shape:';

export class FlatShapes {
  #map: MapLibreMap;
  #given = new Map<string, MapShape>();
  #awaited = new Set<string>();
  #onDrawn: (ids: readonly string[]) => void;

  /** `onDrawn` hears the ids of all shapes that stand in the picture whole, whenever they are others. */
  constructor(map: MapLibreMap, onDrawn: (ids: readonly string[]) => void) {
    this.#map = map;
    this.#onDrawn = onDrawn;
    map.on('render', () => this.#look());
  }

  apply(shapes: readonly MapShape[], lookups: Lookups): void {
    const wanted = new Set(shapes.map(({ id }) => id));
    for (const id of this.#given.keys()) if (!wanted.has(id)) this.#remove(id);
    for (const shape of shapes) this.#draw(shape, lookups);
    this.#tell();
  }

  #draw(shape: MapShape, lookups: Lookups): void {
    const before = this.#given.get(shape.id);
    const source = this.#map.getSource<GeoJSONSource>(prefix + shape.id);
    this.#given.set(shape.id, shape);
    const looksTheSame = before !== undefined && sameLook(before, shape);
    if (source && looksTheSame && sameForm(before, shape)) return;
    this.#awaited.add(shape.id);
    if (source && looksTheSame) {
      void source.setData(featureOf(shape));
      return;
    }
    if (source) this.#takeDown(shape.id);
    this.#add(shape, lookups);
  }

  #add(shape: MapShape, lookups: Lookups): void {
    const id = prefix + shape.id;
    this.#map.addSource(id, { type: 'geojson', data: featureOf(shape) });
    shape.symbols.forEach((symbol, index) => {
      for (const spec of symbolSpecs(symbol, { id: `${id}/${index}`, source: id }, lookups)) {
        this.#map.addLayer(spec);
      }
    });
  }

  #remove(id: string): void {
    this.#takeDown(id);
    this.#given.delete(id);
    this.#awaited.delete(id);
  }

  /** A change of theme has taken its source away already. */
  #takeDown(id: string): void {
    if (!this.#map.getSource(prefix + id)) return;
    for (const layer of this.#map.getLayersOrder()) {
      if (layer.startsWith(`${prefix}${id}/`)) this.#map.removeLayer(layer);
    }
    this.#map.removeSource(prefix + id);
  }

  /** After a picture: a source that was whole when it was painted is in it. */
  #look(): void {
    if (this.#awaited.size === 0) return;
    const before = this.#awaited.size;
    for (const id of this.#awaited) {
      if (this.#map.getSource(prefix + id) && this.#map.isSourceLoaded(prefix + id)) {
        this.#awaited.delete(id);
      }
    }
    if (this.#awaited.size !== before) this.#tell();
  }

  #tell(): void {
    this.#onDrawn([...this.#given.keys()].filter((id) => !this.#awaited.has(id)));
  }
}

function featureOf({ geometry, attributes }: MapShape): GeoJSON.Feature {
  return { type: 'Feature', geometry, properties: attributes ?? {} };
}
