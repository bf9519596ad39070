import type { DaylightName } from '../drawing/daylight.ts';
import { alongPath, toAndFro, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import { box, boxShadow } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import type { BuildingShape } from '../props/buildings.ts';
import { building } from '../props/buildings.ts';
import { carColors, person, someLook } from '../props/people.ts';
import { hedge, ridges, tree } from '../props/plants.ts';
import { bench, flag, flagPole, lampPost, parasol } from '../props/street-furniture.ts';
import { vehicle } from '../props/vehicles.ts';
import type { Scene } from '../scene.ts';

export type SquarePlan = {
  seed: number;
  light: DaylightName;
  view: ViewOptions;
  paving: readonly [Color, Color];
  /** What stands in the middle. */
  center: 'fountain' | 'monument' | 'flower-bed' | 'stalls';
  walls: readonly Color[];
  windows: BuildingShape['windows'];
  leaf: Color;
  dancers: boolean;
  label: string;
};

type Mover = (painter: Painter, time: number) => void;
const half = 30;
const middle: Vec2 = [0, 30];

/** A square with houses behind it, a road along its far side and people crossing it. */
export function squareScene(plan: SquarePlan): Scene {
  const movers = squareLife(plan);
  return {
    view: plan.view,
    light: plan.light,
    label: plan.label,
    ground: (painter) => pave(painter, plan),
    things: (painter) => {
      ridges(painter, plan.seed, [150]);
      surroundings(painter, plan);
      centerPiece(painter, plan);
      edges(painter, plan);
    },
    movers: (painter, time) => {
      for (const move of movers) move(painter, time);
    },
  };
}

function pave(painter: Painter, plan: SquarePlan): void {
  painter.plot([-600, -60], [600, 900], [126, 138, 106]);
  painter.plot([-120, 62], [120, 76], [92, 94, 98]);
  painter.plot([-120, 68.9], [120, 69.1], [218, 178, 62]);
  const tile = 3;
  for (let x = -half - 6; x < half + 6; x += tile) {
    for (let y = -18; y < 60; y += tile) {
      const ring = Math.max(Math.abs(x + tile / 2 - middle[0]), Math.abs(y + tile / 2 - middle[1]));
      const color = plan.paving[Math.floor(ring / tile) % 3 === 0 ? 1 : 0];
      painter.plot([x, y], [x + tile, y + tile], color);
    }
  }
  painter.ground(circle(middle, 9), plan.paving[1]);
  painter.ground(circle(middle, 8), plan.paving[0]);
}

function circle([x, y]: Vec2, radius: number): Vec2[] {
  return Array.from({ length: 32 }, (_, step) => {
    const angle = (step / 32) * 2 * Math.PI;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });
}

function surroundings(painter: Painter, plan: SquarePlan): void {
  const random = seededRandom(plan.seed + 3);
  for (let x = -84; x < 84;) {
    const width = 16 + Math.floor(random() * 3) * 4;
    const shape: BuildingShape = {
      width,
      depth: 14,
      floors: 4 + Math.floor(random() * 5),
      wall: plan.walls[Math.floor(random() * plan.walls.length)]!,
      windows: plan.windows,
      shops: true,
      roof: 'flat',
      seed: plan.seed + x,
    };
    building(painter, { x: x + width / 2, y: 90, headingDeg: 0 }, shape);
    x += width + 1.5;
  }
}

function centerPiece(painter: Painter, plan: SquarePlan): void {
  const spot = { x: middle[0], y: middle[1], headingDeg: 0 };
  if (plan.center === 'monument') {
    box(painter, spot, { width: 9, length: 9, bottom: 0, top: 0.6 }, [196, 190, 180]);
    box(painter, spot, { width: 6, length: 6, bottom: 0.6, top: 1.3 }, [206, 200, 190]);
    const column = { width: 2.6, length: 2.6, bottom: 1.3, top: 12, taper: [0.9, 0.9] as const };
    boxShadow(painter, spot, column);
    box(painter, spot, column, [214, 206, 194]);
  } else if (plan.center === 'fountain') {
    basin(painter);
  } else if (plan.center === 'flower-bed') {
    const random = seededRandom(plan.seed + 8);
    box(painter, spot, { width: 12, length: 9, bottom: 0, top: 0.4 }, [180, 170, 156]);
    for (let flower = 0; flower < 420; flower++) {
      const [x, y] = [(random() - 0.5) * 11.4, middle[1] + (random() - 0.5) * 8.4];
      const color: Color = random() < 0.5 ? [206, 62, 74] : [232, 184, 70];
      painter.ball([x, y, 0.45], 0.26, random() < 0.3 ? plan.leaf : color);
    }
  } else {
    const colors: Color[] = [
      [202, 60, 54],
      [50, 110, 170],
      [226, 178, 60],
      [70, 140, 92],
    ];
    for (let stall = 0; stall < 10; stall++) {
      const at: Vec2 = [-15 + (stall % 5) * 7.2, 24 + Math.floor(stall / 5) * 12];
      parasol(painter, at, colors[stall % colors.length]!);
    }
  }
}

function basin(painter: Painter): void {
  for (const [radius, top, color] of [
    [6, 0.6, [198, 192, 184]],
    [5.5, 0.55, [92, 140, 160]],
    [1.2, 1.6, [206, 200, 192]],
  ] as const) {
    const rim = circle(middle, radius);
    rim.forEach(([x, y], index) => {
      const [x2, y2] = rim[(index + 1) % rim.length]!;
      painter.face(
        [
          [x, y, 0],
          [x2, y2, 0],
          [x2, y2, top],
          [x, y, top],
        ],
        color,
      );
    });
    painter.face(
      rim.map(([x, y]) => [x, y, top] as const),
      color,
    );
  }
}

function edges(painter: Painter, plan: SquarePlan): void {
  for (const side of [-1, 1]) {
    for (let y = 10; y < 62; y += 8.5) {
      const seed = plan.seed + y * 3 + side;
      tree(painter, { at: [side * (half + 3), y], height: 6.5, leaf: plan.leaf, seed });
    }
    hedge(painter, [side * (half - 1), 14], [side * (half - 1), 52], plan.leaf);
    for (const y of [18, 34, 50]) {
      lampPost(painter, { x: side * (half - 4), y, headingDeg: side > 0 ? 180 : 0 }, 5);
      bench(painter, { x: side * (half - 5), y: y + 6, headingDeg: side * 90 });
    }
  }
  flagPole(painter, { x: 12, y: 54, headingDeg: 0 }, 0.2);
}

function squareLife(plan: SquarePlan): Mover[] {
  const random = seededRandom(plan.seed + 4);
  const movers: Mover[] = [
    ...strollers(random),
    ...(plan.dancers ? dancers(random) : children(random)),
    ...passingCars(random),
    (painter, time) => flag(painter, { x: 12, y: 54, headingDeg: 0 }, time * 6),
  ];
  if (plan.center === 'fountain') movers.push(jets);
  return movers;
}

// Each goes up and down a line of its own, at walking speed, and is back where the loop began.
function strollers(random: () => number): Mover[] {
  return Array.from({ length: 16 }, () => {
    const from: Vec2 = [(random() - 0.5) * 48, 6 + random() * 48];
    const angle = random() * 2 * Math.PI;
    const reach = 3 + random() * 4;
    const to: Vec2 = [from[0] + Math.cos(angle) * reach, from[1] + Math.sin(angle) * reach];
    const [look, phase] = [someLook(random), random()];
    return (painter: Painter, time: number) => {
      const spot = alongPath([from, to], toAndFro(wrapped(time + phase)));
      person(painter, [spot.x, spot.y], look, wrapped(time * 12 + phase));
    };
  });
}

function dancers(random: () => number): Mover[] {
  return Array.from({ length: 15 }, (_, index) => {
    const look = { ...someLook(random), carries: 'nothing' as const };
    const [row, column] = [Math.floor(index / 5), index % 5];
    return (painter: Painter, time: number) => {
      const sway = Math.sin(time * 2 * Math.PI * 6) * 0.5;
      const step = Math.sin(time * 2 * Math.PI * 3) * 0.4;
      person(painter, [-17 + column * 1.9 + sway, 15 + row * 2 + step], look, wrapped(time * 12));
    };
  });
}

function children(random: () => number): Mover[] {
  return Array.from({ length: 6 }, (_, index) => {
    const look = { ...someLook(random), size: 0.66, carries: 'nothing' as const };
    const radius = 2.4 + random() * 1.6;
    return (painter: Painter, time: number) => {
      const angle = (time * 2 + index / 6) * 2 * Math.PI;
      const at: Vec2 = [-10 + Math.cos(angle) * radius, 17 + Math.sin(angle) * radius];
      person(painter, at, look, wrapped(time * 22 + index / 6));
    };
  });
}

function passingCars(random: () => number): Mover[] {
  return [0, 1, 2, 3].map((slot) => {
    const sign = slot % 2 === 0 ? 1 : -1;
    const y = 69 - sign * 3.3;
    const path: Vec2[] = [
      [-sign * 100, y],
      [sign * 100, y],
    ];
    const color = carColors[Math.floor(random() * carColors.length)]!;
    const kind = slot === 3 ? 'bus' : 'sedan';
    const phase = slot * 0.27;
    return (painter: Painter, time: number) =>
      vehicle(painter, alongPath(path, wrapped(time + phase)), kind, color);
  });
}

function jets(painter: Painter, time: number): void {
  for (let jet = 0; jet < 9; jet++) {
    const angle = (jet / 9) * 2 * Math.PI;
    const out = jet === 0 ? 0 : 3.2;
    for (let drop = 0; drop < 9; drop++) {
      const part = wrapped(time * 12 + drop / 9 + jet * 0.13);
      const top = jet === 0 ? 5.4 : 2.6;
      const z = 0.6 + top * 4 * part * (1 - part);
      const spread = out * (1 - part * 0.25);
      const at = [
        middle[0] + Math.cos(angle) * spread,
        middle[1] + Math.sin(angle) * spread,
      ] as const;
      painter.ball([at[0], at[1], z], 0.13 + part * 0.08, [226, 238, 244]);
    }
  }
}
