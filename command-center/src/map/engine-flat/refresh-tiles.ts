/** Reads the tiles that hold a place anew, at the zooms on screen, while the old ones stay in sight. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from 'grid-data';

export function refreshTilesNear(map: MapLibreMap, layerId: string, near: LonLat | null): void {
  const source = map.getSource(layerId);
  if (!source) return;
  if (!near) {
    map.refreshTiles(layerId);
    return;
  }
  const from = Math.max(source.minzoom ?? 0, Math.floor(map.getZoom()) - 2);
  const to = Math.min(source.maxzoom ?? 16, Math.ceil(map.getZoom()) + 1);
  const tiles = [];
  for (let z = from; z <= Math.max(from, to); z++) tiles.push(tileAt(near, z));
  map.refreshTiles(layerId, tiles);
}

export function tileAt(
  [longitude, latitude]: LonLat,
  z: number,
): { x: number; y: number; z: number } {
  const side = 2 ** z;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const clamp = (value: number): number => Math.min(side - 1, Math.max(0, Math.floor(value)));
  return {
    x: clamp(((longitude + 180) / 360) * side),
    y: clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side),
    z,
  };
}
