import type { DaylightName } from '../drawing/daylight.ts';
import type { Painter } from '../drawing/painter.ts';
import type { Color } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import type { BuildingShape } from '../props/buildings.ts';
import { building } from '../props/buildings.ts';
import { hedge, ridges, tree } from '../props/plants.ts';
import { bin, busStop, lampPost } from '../props/street-furniture.ts';
import type { Scene } from '../scene.ts';
import { layPavement, layRoad, layZebra } from './road-surface.ts';
import { streetLife } from './street-life.ts';

export type StreetPlan = {
  seed: number;
  light: DaylightName;
  view: ViewOptions;
  roadWidth: number;
  /** Where a crossing street runs, metres ahead; null for an unbroken street. */
  crossingAt: number | null;
  walls: readonly Color[];
  windows: BuildingShape['windows'];
  floors: readonly [least: number, most: number];
  roof: BuildingShape['roof'];
  shops: boolean;
  leaf: Color;
  treeEvery: number;
  busStopAt: number | null;
  hills: readonly number[];
  label: string;
};

const pavementMeters = 4.5;
const farEnd = 190;

/** A street seen along its length: houses on both sides, traffic on the right as it is driven here. */
export function streetScene(plan: StreetPlan): Scene {
  return {
    view: plan.view,
    light: plan.light,
    label: plan.label,
    ground: (painter) => layGround(painter, plan),
    things: (painter) => {
      if (plan.hills.length > 0) ridges(painter, plan.seed, plan.hills);
      houses(painter, plan);
      greenery(painter, plan);
      furniture(painter, plan);
    },
    movers: streetLife(plan),
  };
}

function layGround(painter: Painter, plan: StreetPlan): void {
  const random = seededRandom(plan.seed);
  painter.plot([-600, -40], [600, 900], [128, 142, 108]);
  layPavement(painter, { width: plan.roadWidth + 2 * pavementMeters + 40, from: -40, to: farEnd });
  layRoad(painter, { width: plan.roadWidth, from: -40, to: farEnd, random });
  if (plan.crossingAt === null) return;
  const half = plan.roadWidth / 2;
  const y = plan.crossingAt;
  painter.plot([-120, y - 6], [120, y + 6], [88, 90, 94]);
  for (const side of [-1, 1]) {
    painter.plot([side * (half + 1), y - 0.1], [side * 120, y + 0.1], [214, 176, 66]);
    layZebra(painter, { along: 'x', from: -half + 0.4, to: half - 0.4, at: y + side * 8.5 });
    layZebra(painter, { along: 'y', from: y - 5.6, to: y + 5.6, at: side * (half + 2.6) });
  }
}

function houses(painter: Painter, plan: StreetPlan): void {
  const random = seededRandom(plan.seed + 1);
  for (const side of [-1, 1]) {
    let y = -34;
    while (y < farEnd - 10) {
      const width = 12 + Math.floor(random() * 4) * 4;
      const [least, most] = plan.floors;
      const shape: BuildingShape = {
        width,
        depth: 11 + random() * 3,
        floors: least + Math.floor(random() * (most - least + 1)),
        wall: plan.walls[Math.floor(random() * plan.walls.length)]!,
        windows: plan.windows,
        shops: plan.shops,
        roof: plan.roof,
        seed: plan.seed + Math.floor(random() * 10_000),
      };
      const middle = y + width / 2;
      const x = side * (plan.roadWidth / 2 + pavementMeters + shape.depth / 2);
      if (leavesCrossingOpen(plan, y, y + width)) {
        building(painter, { x, y: middle, headingDeg: side * 90 }, shape);
      }
      y += width + (random() < 0.3 ? 4 : 0.6);
    }
  }
}

function leavesCrossingOpen({ crossingAt }: StreetPlan, from: number, to: number): boolean {
  return crossingAt === null || to < crossingAt - 9 || from > crossingAt + 9;
}

function greenery(painter: Painter, plan: StreetPlan): void {
  const x = plan.roadWidth / 2 + 1.1;
  for (let y = -6; y < farEnd - 20; y += plan.treeEvery) {
    if (!leavesCrossingOpen(plan, y - 2, y + 2)) continue;
    for (const side of [-1, 1]) {
      const seed = plan.seed + Math.round(y) * 7 + side;
      const height = 5.2 + (Math.abs(seed) % 10) / 5;
      if (y > 9 || plan.view.at[2] > 11)
        tree(painter, { at: [side * x, y], height, leaf: plan.leaf, seed });
    }
  }
  if (plan.crossingAt === null && plan.roadWidth > 13) {
    hedge(painter, [0, 8], [0, 90], plan.leaf);
  }
}

function furniture(painter: Painter, plan: StreetPlan): void {
  const x = plan.roadWidth / 2 + 0.6;
  for (let y = 16; y < 150; y += 28) {
    if (!leavesCrossingOpen(plan, y, y)) continue;
    lampPost(painter, { x: -x, y, headingDeg: 0 });
    lampPost(painter, { x, y: y + 13, headingDeg: 180 });
  }
  bin(painter, [x + 1, 13], [58, 112, 72]);
  bin(painter, [x + 1.8, 13], [60, 92, 150]);
  if (plan.busStopAt !== null) {
    busStop(painter, { x: x + 2.2, y: plan.busStopAt, headingDeg: 90 });
  }
}
