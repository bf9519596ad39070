/** Where the presets of the camera in hand look: thin lines on the map, none where nobody knows. */
import { pointAt, type LonLat } from 'grid-data';
import { setShape } from '#map/map-model.ts';
import type { Panel } from './use-ptz.ts';

type Directions = Pick<Panel, 'cameraId' | 'position' | 'rangeMeters' | 'presets'>;

const usualRangeMeters = 150;

export function presetLines({
  position,
  rangeMeters,
  presets,
}: Directions): GeoJSON.MultiLineString {
  const at: LonLat = [position.longitude, position.latitude];
  const coordinates = presets.flatMap(({ bearingDeg }) => {
    if (bearingDeg == null) return [];
    return [[[...at], [...pointAt(at, bearingDeg, rangeMeters ?? usualRangeMeters)]]];
  });
  return { type: 'MultiLineString', coordinates };
}

/** Until the returned act takes them away. */
export function drawPresets(panel: Directions): () => void {
  const id = `presets:${panel.cameraId}`;
  const geometry = presetLines(panel);
  if (geometry.coordinates.length > 0) {
    const symbols = [
      { kind: 'line', color: 'accent', opacity: 0.8, widthPx: 1, dashed: true },
    ] as const;
    setShape(id, { geometry, symbols });
  }
  return () => setShape(id, null);
}
