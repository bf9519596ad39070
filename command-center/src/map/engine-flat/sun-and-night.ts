/** Sun and night on the flat map: light on what stands, and at night a veil over the ground, under names and marks. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { brightnessOf, lightColor, type Daylight } from '../daylight/daylight.ts';

const veilId = 'night-veil';

/** Hills keep the light of printed maps, from the north-west: lit from the south, they would look like hollows. */
export function lightFlat(map: MapLibreMap, daylight: Daylight): void {
  if (map.style?._loaded !== true) return;
  const { azimuthDeg, altitudeDeg, day } = daylight;
  const parts = lightColor(daylight).map((part) => Math.round(part * 255));
  map.setLight({
    anchor: 'map',
    position: [1.5, azimuthDeg, 90 - altitudeDeg],
    color: `rgb(${parts.join(', ')})`,
    intensity: 0.2 + 0.25 * day,
  });
  if (!map.getLayer(veilId)) addVeil(map);
  map.setPaintProperty(veilId, 'background-opacity', 1 - brightnessOf(daylight));
}

/** Over the base map's ground before any layer of ours is: those come between it and the names. */
function addVeil(map: MapLibreMap): void {
  const above = map.getLayersOrder().find((id) => map.getLayer(id)?.type === 'symbol');
  const paint = { 'background-color': '#03060f', 'background-opacity': 0 };
  map.addLayer({ id: veilId, type: 'background', paint }, above);
}
