/** Shapes that are not tiles: each a GeoJSON source of its own, kept in step with what the page wants drawn. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapShape } from '../engine.ts';
import type { Lookups } from './expressions.ts';
import { symbolSpecs } from './style-layers.ts';

const prefix = 'shape:';

export function applyShapes(map: MapLibreMap, shapes: readonly MapShape[], lookups: Lookups): void {
  const wanted = new Set(shapes.map((shape) => prefix + shape.id));
  for (const id of drawnShapes(map)) {
    if (!wanted.has(id)) removeShape(map, id);
  }
  for (const shape of shapes) drawShape(map, shape, lookups);
}

function drawShape(map: MapLibreMap, shape: MapShape, lookups: Lookups): void {
  const id = prefix + shape.id;
  const source = map.getSource<GeoJSONSource>(id);
  if (source) {
    void source.setData(featureOf(shape));
    return;
  }
  map.addSource(id, { type: 'geojson', data: featureOf(shape) });
  shape.symbols.forEach((symbol, index) => {
    for (const spec of symbolSpecs(symbol, { id: `${id}/${index}`, source: id }, lookups)) {
      map.addLayer(spec);
    }
  });
}

function featureOf({ geometry, attributes }: MapShape): GeoJSON.Feature {
  return { type: 'Feature', geometry, properties: attributes ?? {} };
}

function removeShape(map: MapLibreMap, id: string): void {
  for (const layer of map.getLayersOrder()) {
    if (layer.startsWith(`${id}/`)) map.removeLayer(layer);
  }
  map.removeSource(id);
}

function drawnShapes(map: MapLibreMap): string[] {
  return Object.keys(map.getStyle().sources).filter((id) => id.startsWith(prefix));
}
