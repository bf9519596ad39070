/** Keeps the cones of the cameras in view up to date from the tiles on screen. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from 'grid-data';
import type { LayerPart, MapLayer } from '../layer.ts';
import { isTurned } from '../turned-cameras.ts';
import { sightOf } from '../camera-sights.ts';
import { coneRoom, nearestToMiddle } from '../cone-room.ts';
import { seenGround, type ConeAttributes } from '../view-cones.ts';
import { conesSourceId } from './style-layers.ts';

export function updateCones(map: MapLibreMap, layer: MapLayer, part: LayerPart): void {
  const source = map.getSource<GeoJSONSource>(conesSourceId(layer.id));
  if (!source) return;
  const standing = new Map<string, { id: string; position: LonLat; properties: ConeAttributes }>();
  if (map.getZoom() >= part.minZoom && map.getSource(layer.id)) {
    for (const feature of map.querySourceFeatures(layer.id, { sourceLayer: part.sourceLayer })) {
      if (feature.geometry.type !== 'Point') continue;
      const [longitude, latitude] = feature.geometry.coordinates;
      if (longitude === undefined || latitude === undefined) continue;
      const id = String(feature.properties[layer.idAttribute]);
      // Tiles overlap at their edges: the same camera comes more than once.
      if (standing.has(id) || isTurned(id)) continue;
      const { properties } = feature;
      standing.set(id, { id, position: [longitude, latitude], properties });
    }
  }
  const { lng, lat } = map.getCenter();
  const drawn = nearestToMiddle([...standing.values()], [lng, lat]);
  coneRoom.set({ all: standing.size, drawn: drawn.length });
  const features = drawn.flatMap(
    ({ id, position, properties }) => seenGround(position, properties, sightOf(id)) ?? [],
  );
  const written = JSON.stringify(features);
  if (drawnCones.get(source) === written) return;
  drawnCones.set(source, written);
  void source.setData({ type: 'FeatureCollection', features });
}

/** Setting the same data again would draw the map again, and so for ever. */
const drawnCones = new WeakMap<GeoJSONSource, string>();
