/** What lies under the pointer, as things of the city. */
import type { MapGeoJSONFeature, MapMouseEvent, Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from 'grid-data';
import type { MapClick, MapHit } from '../engine.ts';
import type { MapLayer } from '../layer.ts';
import { nearestFirst } from '../nearest-first.ts';
import type { LayerStack } from './layer-stack.ts';
import type { MovingThings } from './moving-things.ts';

type Under = { layers: LayerStack; moving: MovingThings };
type Pixel = { x: number; y: number };

/** How far off a mark a finger or a mouse on a wall may land, CSS pixels. */
const tolerancePx = 6;

export function hitsAt(map: MapLibreMap, point: Pixel, under: Under): MapHit[] {
  const unit = under.moving.at(point.x, point.y);
  const hits: MapHit[] = [];
  if (unit) {
    hits.push({ kind: 'unit', id: unit.id, position: unit.position, attributes: {} });
  }
  const seen = new Set<string>();
  for (const feature of featuresAt(map, point, under.layers)) {
    const known = under.layers.clickable.get(feature.layer.id);
    if (!known || known.bin || known.layer.click === null) continue;
    const id = idOf(feature, known.layer);
    if (seen.has(`${known.layer.id}/${id}`)) continue;
    seen.add(`${known.layer.id}/${id}`);
    const position = positionOf(feature, map, point);
    hits.push({ kind: known.layer.click, id, position, attributes: feature.properties });
  }
  return nearestFirst(hits, point, ([longitude, latitude]) => map.project([longitude, latitude]));
}

/** A click on a count goes nearer to what it counts and selects nothing: then null. */
export function clickAt(map: MapLibreMap, event: MapMouseEvent, under: Under): MapClick | null {
  const hits = hitsAt(map, event.point, under);
  if (!hits.some((hit) => hit.kind !== 'area')) {
    const bin = featuresAt(map, event.point, under.layers).find(
      (feature) => under.layers.clickable.get(feature.layer.id)?.bin,
    );
    if (bin) {
      const [longitude, latitude] = positionOf(bin, map, event.point);
      map.flyTo({ center: [longitude, latitude], zoom: map.getZoom() + 2, duration: 800 });
      return null;
    }
  }
  return {
    position: [event.lngLat.lng, event.lngLat.lat],
    screen: { x: event.point.x, y: event.point.y },
    hits,
  };
}

function featuresAt(map: MapLibreMap, point: Pixel, layers: LayerStack): MapGeoJSONFeature[] {
  const drawn = [...layers.clickable.keys()].filter((id) => map.getLayer(id));
  return map.queryRenderedFeatures(
    [
      [point.x - tolerancePx, point.y - tolerancePx],
      [point.x + tolerancePx, point.y + tolerancePx],
    ],
    { layers: drawn },
  );
}

function idOf(feature: MapGeoJSONFeature, layer: MapLayer): string {
  return layer.idAttribute === 'featureId'
    ? String(feature.id)
    : String(feature.properties[layer.idAttribute]);
}

function positionOf(feature: MapGeoJSONFeature, map: MapLibreMap, point: Pixel): LonLat {
  if (feature.geometry.type === 'Point') {
    const [longitude, latitude] = feature.geometry.coordinates;
    if (longitude !== undefined && latitude !== undefined) return [longitude, latitude];
  }
  const { lng, lat } = map.unproject([point.x, point.y]);
  return [lng, lat];
}
