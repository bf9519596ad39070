/** Moving and reshaping a plot that is in hand: which part of it a pointer holds, and what pulling it makes of the shape. */
import type { LonLat } from 'grid-data';
import type { PlotLineFragment } from '#gis/generated/graphql.ts';
import { gripReachPx, type Project } from '#draw/grip-pointer.ts';
import type { ScreenPoint } from '#map/engine.ts';

export type PlotShape = PlotLineFragment['shape'];

/** A corner, the middle of a side (which becomes a corner), or the whole. */
export type PlotGrip =
  | { kind: 'corner'; index: number }
  | { kind: 'side'; index: number }
  | { kind: 'whole' };

export function cornersOf(shape: PlotShape): LonLat[] {
  const places = pathOf(shape);
  return shape.type === 'Polygon' ? places.slice(0, -1) : places;
}

/** Between each corner and the next; of an outline, back to the first too. */
export function sidesOf(shape: PlotShape): LonLat[] {
  const places = pathOf(shape);
  return places
    .slice(1)
    .map((to, i) => [(places[i]![0] + to[0]) / 2, (places[i]![1] + to[1]) / 2] as const);
}

export function gripAt(shape: PlotShape, point: ScreenPoint, project: Project): PlotGrip | null {
  const nearest = (places: readonly LonLat[]): number | null => {
    const away = places.map((place) => distancePx(project(place), point));
    const least = Math.min(...away);
    return least <= gripReachPx ? away.indexOf(least) : null;
  };
  const corner = nearest(cornersOf(shape));
  if (corner !== null)
    return shape.type === 'Point' ? { kind: 'whole' } : { kind: 'corner', index: corner };
  const side = nearest(sidesOf(shape));
  if (side !== null) return { kind: 'side', index: side };
  return isOn(shape, point, project) ? { kind: 'whole' } : null;
}

/** `shape` as it was when the grip was taken. */
export function pulled(shape: PlotShape, grip: PlotGrip, to: LonLat, from: LonLat): PlotShape {
  const corners = cornersOf(shape);
  switch (grip.kind) {
    case 'whole': {
      const [east, north] = [to[0] - from[0], to[1] - from[1]];
      return withCorners(
        shape,
        corners.map(([x, y]) => [x + east, y + north]),
      );
    }
    case 'corner':
      return withCorners(shape, corners.with(grip.index, to));
    case 'side':
      return withCorners(shape, corners.toSpliced(grip.index + 1, 0, to));
  }
}

function withCorners(shape: PlotShape, corners: readonly LonLat[]): PlotShape {
  const places = corners.map((place) => [...place]);
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: places[0]! };
    case 'LineString':
      return { type: 'LineString', coordinates: places };
    default:
      return { type: 'Polygon', coordinates: [[...places, places[0]!]] };
  }
}

function pathOf(shape: PlotShape): LonLat[] {
  const pair = ([x = 0, y = 0]: GeoJSON.Position): LonLat => [x, y];
  switch (shape.type) {
    case 'Point':
      return [pair(shape.coordinates)];
    case 'LineString':
      return shape.coordinates.map(pair);
    case 'Polygon':
      return (shape.coordinates[0] ?? []).map(pair);
    default:
      return [];
  }
}

/** Inside an outline, or beside a line. */
function isOn(shape: PlotShape, point: ScreenPoint, project: Project): boolean {
  const path = pathOf(shape).flatMap((place) => project(place) ?? []);
  const isNear = path
    .slice(1)
    .some((to, i) => distanceToSidePx(point, path[i]!, to) <= gripReachPx / 2);
  return isNear || (shape.type === 'Polygon' && isInside(path, point));
}

const distancePx = (one: ScreenPoint | null, other: ScreenPoint): number =>
  one === null ? Number.POSITIVE_INFINITY : Math.hypot(one.x - other.x, one.y - other.y);

function distanceToSidePx(point: ScreenPoint, from: ScreenPoint, to: ScreenPoint): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = x * x + y * y || 1;
  const along = ((point.x - from.x) * x + (point.y - from.y) * y) / length;
  const share = Math.max(0, Math.min(1, along));
  return distancePx({ x: from.x + share * x, y: from.y + share * y }, point);
}

function isInside(ring: readonly ScreenPoint[], { x, y }: ScreenPoint): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
