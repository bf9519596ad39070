/** Where the presets of the camera in hand look, and which way its head calls 0: thin lines on the map, none where nobody knows. */
import { pointAt, type LonLat } from 'grid-data';
import { setShape } from '#map/map-model.ts';
import type { Panel } from './use-ptz.ts';

type Directions = Pick<Panel, 'cameraId' | 'position' | 'rangeMeters' | 'presets' | 'settings'>;

const usualRangeMeters = 150;

export function presetLines({
  position,
  rangeMeters,
  presets,
}: Omit<Directions, 'settings'>): GeoJSON.MultiLineString {
  const at: LonLat = [position.longitude, position.latitude];
  const coordinates = presets.flatMap(({ bearingDeg }) => {
    if (bearingDeg == null) return [];
    return [[[...at], [...pointAt(at, bearingDeg, rangeMeters ?? usualRangeMeters)]]];
  });
  return { type: 'MultiLineString', coordinates };
}

/** The line that its angles are counted from, half as long as it sees; null where it was never surveyed. */
export function panZeroLine({ position, rangeMeters, settings }: Directions) {
  const { zeroBearingDeg } = settings;
  if (zeroBearingDeg == null) return null;
  const at: LonLat = [position.longitude, position.latitude];
  const end = pointAt(at, zeroBearingDeg, (rangeMeters ?? usualRangeMeters) / 2);
  return { type: 'LineString', coordinates: [[...at], [...end]] } satisfies GeoJSON.LineString;
}

/** Until the returned act takes them away. */
export function drawPresets(panel: Directions): () => void {
  const [presets, panZero] = [`presets:${panel.cameraId}`, `pan-zero:${panel.cameraId}`];
  const geometry = presetLines(panel);
  if (geometry.coordinates.length > 0) {
    const symbols = [
      { kind: 'line', color: 'accent', opacity: 0.8, widthPx: 1, dashed: true },
    ] as const;
    setShape(presets, { geometry, symbols });
  }
  const zero = panZeroLine(panel);
  if (zero !== null) {
    const symbols = [{ kind: 'line', color: 'map-cone', opacity: 1, widthPx: 3 }] as const;
    setShape(panZero, { geometry: zero, symbols });
  }
  return () => {
    setShape(presets, null);
    setShape(panZero, null);
  };
}
