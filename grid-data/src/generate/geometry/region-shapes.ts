import type { Point } from './frame.ts';
import { isInRing, signedArea } from './polyline.ts';
import { outside, type Arc } from './region-arcs.ts';

/** Rings in metres, closed (first point repeated), the outer one turning left, holes right. */
export type Shape = { outer: Point[]; holes: Point[][] }[];

type Way = { arc: Arc; forward: boolean };

const startOf = ({ arc, forward }: Way): number => (forward ? arc.start : arc.end);
const endOf = ({ arc, forward }: Way): number => (forward ? arc.end : arc.start);
const leaving = ({ arc, forward }: Way): number =>
  forward ? arc.firstDirection : (arc.lastDirection + 2) % 4;
const arriving = ({ arc, forward }: Way): number =>
  forward ? arc.lastDirection : (arc.firstDirection + 2) % 4;

/** Shapes of groups of regions: neighbours share their border's points exactly, so nothing gaps or overlaps. */
export function shapesOf(arcs: Arc[], groupOf: (label: number) => number): Map<number, Shape> {
  const ways = new Map<number, Way[]>();
  const add = (group: number, way: Way): void => {
    const list = ways.get(group);
    if (list) list.push(way);
    else ways.set(group, [way]);
  };
  for (const arc of arcs) {
    const left = arc.left === outside ? outside : groupOf(arc.left);
    const right = arc.right === outside ? outside : groupOf(arc.right);
    if (left === right) continue;
    if (left !== outside) add(left, { arc, forward: true });
    if (right !== outside) add(right, { arc, forward: false });
  }
  const shapes = new Map<number, Shape>();
  for (const [group, list] of ways) {
    shapes.set(group, nestRings(ringsOf(list).map((ring) => ring.flatMap(pointsOf))));
  }
  return shapes;
}

/** All but the last point: the next way begins with it. */
function pointsOf({ arc, forward }: Way): Point[] {
  return forward ? arc.points.slice(0, -1) : arc.points.toReversed().slice(0, -1);
}

/** Chains ways into rings; where two touch at a corner it keeps left, so that rings stay simple. */
export function ringsOf(ways: Way[]): Way[][] {
  const from = new Map<number, Way[]>();
  for (const way of ways) {
    if (way.arc.closed) continue;
    const list = from.get(startOf(way));
    if (list) list.push(way);
    else from.set(startOf(way), [way]);
  }
  const used = new Set<Way>();
  const rings: Way[][] = [];
  for (const first of ways) {
    if (used.has(first)) continue;
    used.add(first);
    const ring = [first];
    for (let last = first; !first.arc.closed && endOf(last) !== startOf(first);) {
      const heading = arriving(last);
      const turn = (way: Way): number => (leaving(way) - heading + 5) % 4;
      const open = from.get(endOf(last))!.filter((way) => !used.has(way));
      // (leaving - heading + 1) mod 4: left turn 2, straight 1, right turn 0.
      last = open.reduce((best, way) => (turn(way) > turn(best) ? way : best));
      used.add(last);
      ring.push(last);
    }
    rings.push(ring);
  }
  return rings;
}

/** Less than this is no ground but a border laid double. */
const smallestRingM2 = 20;

function nestRings(rings: Point[][]): Shape {
  const measured = rings
    .map((ring) => ({ ring: [...ring, ring[0]!], area: signedArea(ring) }))
    .filter(({ ring, area }) => ring.length >= 4 && Math.abs(area) > smallestRingM2);
  const outers = measured
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring }) => ({ box: boxOf(ring), part: { outer: ring, holes: [] as Point[][] } }));
  for (const { ring: hole, area } of measured) {
    if (area > 0) continue;
    const [x, y] = hole[0]!;
    // Smallest first: the first that holds the hole is the one it is cut from.
    const around = outers.find(
      ({ box: [west, south, east, north], part }) =>
        x >= west && x <= east && y >= south && y <= north && isInRing(part.outer, x, y),
    );
    (around ?? outers.at(-1))?.part.holes.push(hole);
  }
  return outers.map(({ part }) => part);
}

function boxOf(ring: Point[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

export function shapeArea(shape: Shape): number {
  let area = 0;
  for (const { outer, holes } of shape) {
    area += signedArea(outer);
    for (const hole of holes) area += signedArea(hole);
  }
  return area;
}

export function isInShape(shape: Shape, x: number, y: number): boolean {
  return shape.some(
    ({ outer, holes }) => isInRing(outer, x, y) && !holes.some((hole) => isInRing(hole, x, y)),
  );
}
