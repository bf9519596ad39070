/**
 * Shapes that a person draws on the ground, on either map: clicks and the pointer's path arrive as places on the ground,
 * so one tool serves both engines, and numbers typed in do the same as the mouse.
 */
import turfCircle from '@turf/circle';
import { checkGeometry, distanceMeters, interactiveLimits, type LonLat } from 'grid-data';

export const drawTools = ['polygon', 'rectangle', 'freehand', 'circle', 'line', 'point'] as const;
export type DrawTool = (typeof drawTools)[number];

export type Drawn =
  | { kind: 'polygon'; ring: readonly LonLat[] }
  | { kind: 'circle'; center: LonLat; radiusMeters: number }
  | { kind: 'line'; line: readonly LonLat[] }
  | { kind: 'point'; position: LonLat };

export type DrawingFault = {
  reason: string;
  /** Where on the map it is wrong, such as the point at which an outline crosses itself. */
  at: LonLat | null;
};

/** What the corners set so far would be if the drawing ended at `tip`, where the pointer stands. */
export function drawnOf(
  tool: DrawTool,
  corners: readonly LonLat[],
  tip: LonLat | null,
): Drawn | null {
  const points = tip === null ? corners : [...corners, tip];
  const [first, second] = points;
  if (first === undefined) return null;
  switch (tool) {
    case 'point':
      return { kind: 'point', position: first };
    case 'circle':
      if (second === undefined) return null;
      return { kind: 'circle', center: first, radiusMeters: distanceMeters(first, second) };
    case 'rectangle':
      return second === undefined ? null : { kind: 'polygon', ring: cornersOf(first, second) };
    case 'line':
      return points.length < 2 ? null : { kind: 'line', line: points };
    case 'polygon':
    case 'freehand':
      return points.length < 3 ? null : { kind: 'polygon', ring: points };
  }
}

/** After how many corners a tool ends by itself; the others end by Enter, a double click or the first corner. */
export function cornersWanted(tool: DrawTool): number | null {
  if (tool === 'point') return 1;
  return tool === 'circle' || tool === 'rectangle' ? 2 : null;
}

function cornersOf([west, south]: LonLat, [east, north]: LonLat): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

export function geometryOf(drawn: Drawn): GeoJSON.Point | GeoJSON.LineString | GeoJSON.Polygon {
  switch (drawn.kind) {
    case 'point':
      return { type: 'Point', coordinates: [...drawn.position] };
    case 'line':
      return { type: 'LineString', coordinates: drawn.line.map((place) => [...place]) };
    case 'circle':
      return turfCircle([...drawn.center], drawn.radiusMeters, { units: 'meters', steps: 96 })
        .geometry;
    case 'polygon': {
      const ring = drawn.ring.map((place) => [...place]);
      return { type: 'Polygon', coordinates: [[...ring, [...drawn.ring[0]!]]] };
    }
  }
}

/** The same gate as the server's, so that a fault is shown where it was drawn and not after asking. */
export function faultOf(drawn: Drawn): DrawingFault | null {
  const checked = checkGeometry(geometryOf(drawn), {
    limits: interactiveLimits,
    allowed: ['Point', 'LineString', 'Polygon'],
  });
  return checked.ok ? null : { reason: checked.reason, at: checked.at ?? null };
}

const farthestOffMeters = 4;

/** A path of the hand with what does not show left out (Douglas-Peucker on the flattened ground). */
export function thinned(path: readonly LonLat[], toleranceMeters = farthestOffMeters): LonLat[] {
  const first = path[0];
  const last = path[path.length - 1];
  if (first === undefined || last === undefined || path.length < 3) return [...path];
  let farthest = 0;
  let meters = 0;
  for (let i = 1; i < path.length - 1; i += 1) {
    const off = metersFromLine(path[i]!, first, last);
    if (off > meters) [farthest, meters] = [i, off];
  }
  if (meters <= toleranceMeters) return [first, last];
  const before = thinned(path.slice(0, farthest + 1), toleranceMeters);
  return [...before.slice(0, -1), ...thinned(path.slice(farthest), toleranceMeters)];
}

const metersPerDegree = 111_320;

function metersFromLine(place: LonLat, from: LonLat, to: LonLat): number {
  const squeeze = Math.cos((from[1] * Math.PI) / 180);
  const flat = ([longitude, latitude]: LonLat): [number, number] => [
    (longitude - from[0]) * squeeze * metersPerDegree,
    (latitude - from[1]) * metersPerDegree,
  ];
  const [x, y] = flat(place);
  const [toX, toY] = flat(to);
  const length = Math.hypot(toX, toY);
  return length === 0 ? Math.hypot(x, y) : Math.abs(x * toY - y * toX) / length;
}
