/** A plan of an area in metres from its north-west corner, so that a square is a square. */
import type { LonLat } from 'grid-data';

const metersPerDegree = 111_320;

export type PlanFrame = {
  width: number;
  height: number;
  at: (place: LonLat) => { x: number; y: number };
  /** As the path of an SVG. */
  path: (shape: GeoJSON.Geometry) => string;
};

export function planFrame(bbox: readonly number[]): PlanFrame {
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const at = ([longitude, latitude]: LonLat) => ({
    x: (longitude - west) * metersPerDegree * squeeze,
    y: (north - latitude) * metersPerDegree,
  });
  const { x: width, y: height } = at([east, south]);
  const ring = (positions: readonly GeoJSON.Position[]): string =>
    positions
      .map(([longitude = 0, latitude = 0], i) => {
        const { x, y } = at([longitude, latitude]);
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(0)} ${y.toFixed(0)}`;
      })
      .join('') + 'Z';
  const path = (shape: GeoJSON.Geometry): string => {
    if (shape.type === 'Polygon') return shape.coordinates.map(ring).join('');
    if (shape.type === 'MultiPolygon') return shape.coordinates.flat().map(ring).join('');
    return '';
  };
  return { width, height, at, path };
}

/** Five steps of a count by the largest, so that a legend can name them. */
export const heatSteps = 5;

export function heatStep(count: number, largest: number): number {
  if (largest <= 1) return 1;
  return Math.max(1, Math.ceil((heatSteps * Math.log(count + 1)) / Math.log(largest + 1)));
}

/** What each step counts at least: the legend's words. */
export function leastOfStep(step: number, largest: number): number {
  for (let count = 1; count <= largest; count += 1)
    if (heatStep(count, largest) >= step) return count;
  return largest;
}
