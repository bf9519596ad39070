/** Ways through the demo's own roads that pass before a camera: straight on at each junction, until out of sight. */
import type { Point } from '#generate/geometry/frame.ts';
import { distance } from '#generate/geometry/polyline.ts';
import { roadWidthMeters } from '#generate/roads/road-sketch.ts';
import type { Road } from '#generate/roads/road-network.ts';

export type Route = { points: Point[]; widthMeters: number; kind: Road['kind'] };

const straightest = Math.cos((50 * Math.PI) / 180);

export function routesThrough(
  roads: readonly Road[],
  isSeen: (point: Point) => boolean,
  isNear: (point: Point) => boolean,
): Route[] {
  const at = new Map<number, Road[]>();
  for (const road of roads) {
    for (const end of [road.from, road.to]) at.set(end, [...(at.get(end) ?? []), road]);
  }
  const used = new Set<Road>();
  const seen = roads
    .filter(({ points }) => alongEvery(points, 8).some(isSeen))
    .sort((a, b) => roadWidthMeters[b.kind] - roadWidthMeters[a.kind] || a.number - b.number);
  return seen.flatMap((road): Route[] => {
    if (used.has(road)) return [];
    used.add(road);
    const ahead = extended(road, { at, used, isNear, end: road.to });
    const back = extended(road, { at, used, isNear, end: road.from }).reverse();
    const points = [...back, ...road.points, ...ahead];
    return [{ points, widthMeters: roadWidthMeters[road.kind], kind: road.kind }];
  });
}

type Extending = {
  at: ReadonlyMap<number, readonly Road[]>;
  used: Set<Road>;
  isNear: (point: Point) => boolean;
  end: number;
};

/** What follows beyond an end of a road, without the end itself. */
function extended(road: Road, { at, used, isNear, end }: Extending): Point[] {
  const way: Point[] = [];
  let line = end === road.to ? road.points : road.points.toReversed();
  let junction = end;
  for (;;) {
    const [before, here] = [line.at(-2)!, line.at(-1)!];
    if (!isNear(here)) return way;
    const next = (at.get(junction) ?? [])
      .filter((other) => !used.has(other) && other.kind !== 'lane')
      .map((other) => ({
        other,
        points: other.from === junction ? other.points : other.points.toReversed(),
      }))
      .map((each) => ({ ...each, straight: cosine(before, here, each.points[1]!) }))
      .filter(({ straight }) => straight > straightest)
      .sort((a, b) => b.straight - a.straight)[0];
    if (!next) return way;
    used.add(next.other);
    way.push(...next.points.slice(1));
    line = next.points;
    junction = next.other.from === junction ? next.other.to : next.other.from;
  }
}

function cosine(a: Point, b: Point, c: Point): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy) || 1);
}

function alongEvery(points: readonly Point[], stepMeters: number): Point[] {
  const found: Point[] = [points[0]!];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const count = Math.max(1, Math.ceil(distance(a, b) / stepMeters));
    for (let step = 1; step <= count; step += 1) {
      const share = step / count;
      found.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    }
  }
  return found;
}

/** A line beside a way, so far to the right of who goes along it. */
export function beside(points: readonly Point[], metersRight: number): Point[] {
  return points.map(([x, y], i) => {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[Math.min(points.length - 1, i + 1)]!;
    const length = distance(a, b) || 1;
    return [x + ((b[1] - a[1]) / length) * metersRight, y - ((b[0] - a[0]) / length) * metersRight];
  });
}
