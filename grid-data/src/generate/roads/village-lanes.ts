import type { AreaPlan } from '../areas/area-plan.ts';
import { shortName, type Site } from './country-roads.ts';
import { sampleAt } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import type { Random } from '../random.ts';
import type { RoadSketch } from './road-sketch.ts';

export type LanePlan = { areas: AreaPlan; sites: Site[]; pointOfCell: Map<number, number> };

/** Short lanes off the road at each village and hamlet, where its houses stand. */
export function addVillageLanes(
  land: Land,
  sketch: RoadSketch,
  plan: LanePlan,
  random: Random,
): void {
  const at = sketch.neighbours();
  for (const site of plan.sites) {
    const point = plan.pointOfCell.get(site.cell);
    if (point === undefined) continue;
    const along = directionAt(sketch, at[point] ?? [], point);
    const name = `${shortName(plan.areas.villages[site.village]!.name)}${site.isCentre ? '中心巷' : '巷'}`;
    const count = site.isCentre ? 4 : 1 + random.below(3);
    for (let lane = 0; lane < count; lane += 1) {
      const side = lane % 2 === 0 ? Math.PI / 2 : -Math.PI / 2;
      const heading = along + side + random.between(-0.7, 0.7);
      drawLane(
        land,
        sketch,
        { point, heading, name, pieces: 2 + random.below(site.isCentre ? 4 : 3) },
        random,
      );
    }
  }
}

function directionAt(sketch: RoadSketch, edges: number[], point: number): number {
  const edge = sketch.edges[edges[0] ?? -1];
  if (!edge) return 0;
  const [a, b] = [sketch.points[point]!, sketch.points[edge.a === point ? edge.b : edge.a]!];
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

type Lane = { point: number; heading: number; name: string; pieces: number };

function drawLane(land: Land, sketch: RoadSketch, lane: Lane, random: Random): void {
  let { point, heading } = lane;
  for (let i = 0; i < lane.pieces; i += 1) {
    const [x, y] = sketch.points[point]!;
    const length = random.between(35, 65);
    const [nx, ny] = [x + Math.cos(heading) * length, y + Math.sin(heading) * length];
    const steep = sampleAt(land.grid, land.slopes, nx, ny) > 0.2;
    const wet = land.water.isWater(nx, ny, 12) || land.water.metersInWater([x, y], [nx, ny]) > 0;
    if (steep || wet || !land.isInside(nx, ny)) return;
    const next = sketch.addPoint(nx, ny);
    sketch.addEdge({ a: point, b: next, kind: 'lane', name: lane.name, town: -1 });
    point = next;
    heading += random.between(-0.4, 0.4);
  }
}
