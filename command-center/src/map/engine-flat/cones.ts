/** Keeps the cones of the cameras in view up to date from the tiles on screen. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LayerPart, MapLayer } from '../layer.ts';
import { isTurned } from '../turned-cameras.ts';
import { sightOf } from '../camera-sights.ts';
import { seenGround } from '../view-cones.ts';
import { conesSourceId } from './style-layers.ts';

export function updateCones(map: MapLibreMap, layer: MapLayer, part: LayerPart): void {
  const source = map.getSource<GeoJSONSource>(conesSourceId(layer.id));
  if (!source) return;
  const cones = new Map<string, GeoJSON.Feature>();
  if (map.getZoom() >= part.minZoom && map.getSource(layer.id)) {
    for (const feature of map.querySourceFeatures(layer.id, { sourceLayer: part.sourceLayer })) {
      if (feature.geometry.type !== 'Point') continue;
      const [longitude, latitude] = feature.geometry.coordinates;
      if (longitude === undefined || latitude === undefined) continue;
      const id = String(feature.properties[layer.idAttribute]);
      // Tiles overlap at their edges: the same camera comes more than once.
      if (cones.has(id) || isTurned(id)) continue;
      const cone = seenGround([longitude, latitude], feature.properties, sightOf(id));
      if (cone) cones.set(id, cone);
    }
  }
  const features = [...cones.values()];
  const drawn = JSON.stringify(features);
  if (drawnCones.get(source) === drawn) return;
  drawnCones.set(source, drawn);
  void source.setData({ type: 'FeatureCollection', features });
}

/** Setting the same data again would draw the map again, and so for ever. */
const drawnCones = new WeakMap<GeoJSONSource, string>();
