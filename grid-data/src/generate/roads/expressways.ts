import type { AreaPlan } from '../areas/area-plan.ts';
import { CellQueue } from '../geometry/cell-queue.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, neighbourOf, neighbourSteps, xOf, yOf, type Grid } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import { cutCorners, distance, simplify } from '../geometry/polyline.ts';
import type { RoadSketch } from './road-sketch.ts';
import { trail } from './terrain-path.ts';

const expressways = [
  {
    name: '娄新高速',
    way: [
      [111.57, 27.735],
      [111.7, 27.735],
      [111.82, 27.735],
      [111.91, 27.725],
    ],
  },
  {
    name: '二广高速',
    way: [
      [111.83, 28.02],
      [111.835, 27.86],
      [111.815, 27.75],
      [111.8, 27.62],
      [111.79, 27.5],
    ],
  },
] as const;

const interchangeReachMeters = 3200;

/** Expressways pass over the rest on their own line and meet it only at interchanges near towns. */
export function addExpressways(land: Land, sketch: RoadSketch, areas: AreaPlan): void {
  const passing = passingCosts(land, areas);
  const localPoints = sketch.points.length;
  const degree = sketch.neighbours();
  const crossed: { point: number; at: Point }[] = [];
  for (const { name, way } of expressways) {
    const line = smoothLine(
      land,
      passing,
      way.map((position) => land.frame.toPoint(position)),
    );
    const numbers = line.map(([x, y]) => sketch.addPoint(x, y));
    for (let i = 1; i < numbers.length; i += 1) {
      sketch.addEdge({ a: numbers[i - 1]!, b: numbers[i]!, kind: 'expressway', name, town: -1 });
    }
    for (const { seat } of areas.townships) {
      const nearest = nearestOf(numbers, sketch, seat);
      if (distance(sketch.points[nearest]!, seat) > interchangeReachMeters) continue;
      linkToLocal(land, sketch, { from: nearest, localPoints, degree });
    }
    crossed.push(...numbers.map((point) => ({ point, at: sketch.points[point]! })));
  }
  joinLines(sketch, crossed);
}

function nearestOf(numbers: number[], sketch: RoadSketch, to: Point): number {
  return numbers.reduce((best, one) =>
    distance(sketch.points[one]!, to) < distance(sketch.points[best]!, to) ? one : best,
  );
}

function linkToLocal(
  land: Land,
  sketch: RoadSketch,
  { from, localPoints, degree }: { from: number; localPoints: number; degree: number[][] },
): void {
  const at = sketch.points[from]!;
  const near: { point: number; meters: number }[] = [];
  for (let point = 0; point < localPoints; point += 1) {
    const meters = distance(sketch.points[point]!, at);
    if (meters > interchangeReachMeters) continue;
    const kinds = degree[point]!.map((edge) => sketch.edges[edge]!.kind);
    if (kinds.includes('primary') || kinds.includes('secondary')) near.push({ point, meters });
  }
  near.sort((p, q) => p.meters - q.meters);
  const dry = near
    .slice(0, 12)
    .find(({ point }) => land.water.metersInWater(sketch.points[point]!, at) === 0);
  const best = (dry ?? near[0])?.point ?? -1;
  if (best >= 0) sketch.addEdge({ a: from, b: best, kind: 'link', name: '互通匝道', town: -1 });
}

/** The two expressways meet in one interchange: a link between their nearest points. */
function joinLines(sketch: RoadSketch, points: { point: number; at: Point }[]): void {
  const nameOf = new Map<number, string | null>();
  for (const edge of sketch.edges) {
    if (edge.kind === 'expressway') nameOf.set(edge.a, edge.name).set(edge.b, edge.name);
  }
  let gap = { a: -1, b: -1, meters: Infinity };
  for (const p of points) {
    for (const q of points) {
      if (nameOf.get(p.point) === nameOf.get(q.point)) continue;
      const meters = distance(p.at, q.at);
      if (meters < gap.meters) gap = { a: p.point, b: q.point, meters };
    }
  }
  if (gap.a >= 0) sketch.addEdge({ a: gap.a, b: gap.b, kind: 'link', name: '枢纽互通', town: -1 });
}

function smoothLine(land: Land, passing: Float32Array, way: Point[]): Point[] {
  let line: Point[] = [];
  for (let i = 1; i < way.length; i += 1) {
    const cells = cheapest(land.grid, passing, way[i - 1]!, way[i]!);
    line.push(...cells.map((cell): Point => [xOf(land.grid, cell), yOf(land.grid, cell)]));
  }
  line = simplify(line, 260);
  for (let round = 0; round < 3; round += 1) line = cutCorners(line);
  return simplify(line, 3).filter(([x, y]) => land.isInside(x, y));
}

/** Over hills by tunnel and viaduct: slope counts less than for other roads, towns are kept away from. */
function passingCosts(land: Land, areas: AreaPlan): Float32Array {
  const { grid, mask, slopes, waterCells } = land;
  const costs = Float32Array.from(
    mask,
    (inside, cell) => (1 + slopes[cell]! * 9 + waterCells[cell]! * 3) * (inside === 1 ? 1 : 4),
  );
  for (const { seat, townRadius } of areas.townships) {
    const reach = townRadius * 1.5;
    for (let dx = -reach; dx <= reach; dx += grid.cellMeters) {
      for (let dy = -reach; dy <= reach; dy += grid.cellMeters) {
        if (Math.hypot(dx, dy) > reach) continue;
        const cell = cellAt(grid, seat[0] + dx, seat[1] + dy);
        costs[cell] = costs[cell]! + 8;
      }
    }
  }
  return costs;
}

function cheapest(grid: Grid, passing: Float32Array, from: Point, to: Point): number[] {
  const [start, end] = [cellAt(grid, ...to), cellAt(grid, ...from)];
  const came = new Int32Array(passing.length).fill(-1);
  const costs = new Float64Array(passing.length).fill(Infinity);
  const queue = new CellQueue();
  costs[start] = 0;
  queue.push(start, 0);
  while (queue.size > 0) {
    const cost = queue.smallestCost;
    const cell = queue.pop();
    if (cell === end) break;
    if (cost > costs[cell]!) continue;
    for (let step = 0; step < 8; step += 1) {
      const next = neighbourOf(grid, cell, step);
      if (next < 0) continue;
      const there = cost + neighbourSteps[step]![2] * passing[next]!;
      if (there >= costs[next]!) continue;
      costs[next] = there;
      came[next] = cell;
      queue.push(next, there);
    }
  }
  return trail(came, end);
}
