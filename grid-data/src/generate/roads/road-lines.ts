import type { Point } from '../geometry/frame.ts';
import type { Road } from './road-network.ts';

export type RoadLine = { kind: Road['kind']; name: string | null; points: Point[] };

/** Pieces of one road joined through junctions where they go straight on, so that its name fits along it. */
export function roadLines(roads: Road[]): RoadLine[] {
  const lines: RoadLine[] = [];
  const groups = Map.groupBy(roads, (road) => `${road.kind}/${road.name}/${road.town}`);
  for (const group of groups.values()) {
    const at = new Map<number, Road[]>();
    for (const road of group) {
      for (const end of [road.from, road.to]) at.set(end, [...(at.get(end) ?? []), road]);
    }
    const used = new Set<Road>();
    for (const road of group) {
      if (used.has(road)) continue;
      used.add(road);
      const ahead = extend(road.points, road.to, { at, used });
      const points = extend(ahead.toReversed(), road.from, { at, used }).reverse();
      lines.push({ kind: road.kind, name: road.name, points });
    }
  }
  return lines;
}

const straightEnough = Math.cos(Math.PI / 3);

function extend(
  start: readonly Point[],
  from: number,
  { at, used }: { at: Map<number, Road[]>; used: Set<Road> },
): Point[] {
  const points = [...start];
  for (let junction = from; ;) {
    const next = (at.get(junction) ?? [])
      .filter((road) => !used.has(road))
      .map((road) => ({
        road,
        onward: road.from === junction ? road.points : road.points.toReversed(),
      }))
      .map((one) => ({ ...one, straightness: straightnessOf(points, one.onward) }))
      .sort((a, b) => b.straightness - a.straightness || a.road.number - b.road.number)[0];
    if (!next || next.straightness < straightEnough) return points;
    used.add(next.road);
    points.push(...next.onward.slice(1));
    junction = next.road.from === junction ? next.road.to : next.road.from;
  }
}

function straightnessOf(before: readonly Point[], after: readonly Point[]): number {
  const [a, b] = [before.at(-2)!, before.at(-1)!];
  const [c, d] = [after[0]!, after[1]!];
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  return (ux * vx + uy * vy) / ((Math.hypot(ux, uy) || 1) * (Math.hypot(vx, vy) || 1));
}
