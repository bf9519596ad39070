import type { DaylightName } from '../drawing/daylight.ts';
import { alongPath, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { scaled, seededRandom } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import { building } from '../props/buildings.ts';
import { carColors } from '../props/people.ts';
import { ridges, tree } from '../props/plants.ts';
import { vehicle } from '../props/vehicles.ts';
import type { Scene } from '../scene.ts';

export type HillsPlan = {
  seed: number;
  light: DaylightName;
  view: ViewOptions;
  /** Houses of the village below. */
  houses: number;
  leaf: Color;
  fields: readonly Color[];
  ridges: readonly number[];
  label: string;
};

type Mover = (painter: Painter, time: number) => void;

/** From a high point over a valley: terraced fields, a village, a winding road, woods, ridges behind. */
export function hillsScene(plan: HillsPlan): Scene {
  const road = windingRoad();
  return {
    view: plan.view,
    light: plan.light,
    label: plan.label,
    ground: (painter) => layValley(painter, plan, road),
    things: (painter) => {
      ridges(painter, plan.seed, plan.ridges);
      woods(painter, plan, road);
      village(painter, plan, road);
    },
    movers: valleyLife(plan, road),
  };
}

function windingRoad(): Vec2[] {
  return Array.from({ length: 60 }, (_, step): Vec2 => {
    const y = -40 + step * 9;
    return [Math.sin(y / 74) * 46 + Math.sin(y / 31) * 9, y];
  });
}

function layValley(painter: Painter, plan: HillsPlan, road: readonly Vec2[]): void {
  painter.plot([-1600, -80], [1600, 1400], [96, 122, 76]);
  const random = seededRandom(plan.seed);
  for (let y = 0; y < 520; y += 13) {
    const wave = (x: number) => Math.sin(x / 47 + y / 60) * 6;
    for (let x = -260; x < 260;) {
      const width = 18 + random() * 30;
      const color = plan.fields[Math.floor(random() * plan.fields.length)]!;
      const shade = scaled(color, 0.9 + random() * 0.2);
      painter.ground(
        [
          [x, y + wave(x)],
          [x + width, y + wave(x + width)],
          [x + width, y + 12 + wave(x + width)],
          [x, y + 12 + wave(x)],
        ],
        shade,
      );
      x += width + 0.8;
    }
  }
  road.slice(1).forEach(([x2, y2], index) => {
    const [x, y] = road[index]!;
    painter.ground(
      [
        [x - 4, y],
        [x + 4, y],
        [x2 + 4, y2],
        [x2 - 4, y2],
      ],
      [150, 148, 142],
    );
    painter.ground(
      [
        [x - 3, y],
        [x + 3, y],
        [x2 + 3, y2],
        [x2 - 3, y2],
      ],
      [112, 112, 114],
    );
  });
}

function roadAt(road: readonly Vec2[], y: number): number {
  return (road.find(([, at]) => at >= y) ?? road.at(-1)!)[0];
}

function woods(painter: Painter, plan: HillsPlan, road: readonly Vec2[]): void {
  const random = seededRandom(plan.seed + 1);
  for (let count = 0; count < 240; count++) {
    const y = 20 + random() * 420;
    const side = random() < 0.5 ? -1 : 1;
    const x = roadAt(road, y) + side * (34 + random() * 150);
    const leaf = scaled(plan.leaf, 0.8 + random() * 0.4);
    tree(painter, { at: [x, y], height: 8 + random() * 6, leaf, seed: plan.seed + count });
  }
}

function village(painter: Painter, plan: HillsPlan, road: readonly Vec2[]): void {
  const random = seededRandom(plan.seed + 2);
  for (let house = 0; house < plan.houses; house++) {
    const y = 60 + (house / plan.houses) * 240;
    const side = house % 2 === 0 ? 1 : -1;
    const x = roadAt(road, y) + side * (13 + random() * 14);
    const wall: Color = random() < 0.6 ? [222, 218, 208] : [196, 168, 140];
    const look = { width: 11 + random() * 4, depth: 9, floors: 2 + Math.floor(random() * 2), wall };
    const shape = { ...look, windows: 'panes' as const, shops: false, roof: 'pitched' as const };
    building(painter, { x, y, headingDeg: side * 90 }, { ...shape, seed: plan.seed + house });
  }
}

function valleyLife(
  plan: HillsPlan,
  road: readonly Vec2[],
): (painter: Painter, time: number) => void {
  const random = seededRandom(plan.seed + 3);
  const kinds = ['sedan', 'truck', 'bus', 'van', 'sedan', 'suv'] as const;
  const cars = kinds.map((kind, slot): Mover => {
    const sign = slot % 2 === 0 ? 1 : -1;
    const lane = road.slice(0, 34).map(([x, y]): Vec2 => [x + sign * 1.6, y]);
    const way = sign > 0 ? lane : lane.toReversed();
    const color = carColors[Math.floor(random() * carColors.length)]!;
    // Half of the way in a loop: two cars alike follow each other, so the loop closes.
    return (painter, time) => {
      for (const half of [0, 0.5]) {
        vehicle(painter, alongPath(way, wrapped(time * 0.5 + slot / 6 + half)), kind, color);
      }
    };
  });
  return (painter, time) => {
    for (const move of cars) move(painter, time);
    smoke(painter, time, roadAt(road, 118) + 20);
  };
}

/** Kitchen smoke over the village, drifting with the wind. */
function smoke(painter: Painter, time: number, x: number): void {
  for (let puff = 0; puff < 10; puff++) {
    const part = wrapped(time * 2 + puff / 10);
    const at = [x - part * part * 12, 118, 9 + part * 16] as const;
    painter.ball(at, 0.4 + part * 1.2, [212, 214, 214]);
  }
}
