import type { DaylightName } from '../drawing/daylight.ts';
import { alongPath, withWait, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import { box, boxShadow } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import { building } from '../props/buildings.ts';
import { carColors, person, pupilLook, someLook } from '../props/people.ts';
import { hedge, ridges, tree } from '../props/plants.ts';
import { fence, flag, flagPole, lampPost } from '../props/street-furniture.ts';
import { vehicle } from '../props/vehicles.ts';
import type { Scene } from '../scene.ts';
import { layZebra } from './road-surface.ts';

export type SchoolGatePlan = {
  seed: number;
  light: DaylightName;
  view: ViewOptions;
  wall: Color;
  pillars: Color;
  uniform: Color;
  leaf: Color;
  /** Pupils come in the morning and leave in the afternoon. */
  way: 'in' | 'out';
  label: string;
};

type Mover = (painter: Painter, time: number) => void;
const gateAt = 18;
const gateHalf = 6;

/** A school's gate across a street: barrier, guard, pupils, and cars that stop for them. */
export function schoolGateScene(plan: SchoolGatePlan): Scene {
  const movers = gateLife(plan);
  return {
    view: plan.view,
    light: plan.light,
    label: plan.label,
    ground: (painter) => layStreet(painter),
    things: (painter) => {
      ridges(painter, plan.seed, [140]);
      school(painter, plan);
      gate(painter, plan);
    },
    movers: (painter, time) => {
      for (const move of movers) move(painter, time);
    },
  };
}

function layStreet(painter: Painter): void {
  painter.plot([-600, -60], [600, 900], [120, 140, 100]);
  painter.plot([-200, -30], [200, gateAt], [176, 170, 160]);
  painter.plot([-200, -3], [200, 9], [92, 94, 98]);
  painter.plot([-200, 2.9], [200, 3.1], [218, 178, 62]);
  for (const y of [-2.7, 8.6]) painter.plot([-200, y], [200, y + 0.14], [222, 222, 216]);
  layZebra(painter, { along: 'y', from: -2.6, to: 8.4, at: 0 });
  painter.plot([-gateHalf, gateAt], [gateHalf, 52], [178, 172, 160]);
  painter.plot([-46, 44], [46, 70], [170, 92, 74]);
  painter.plot([-38, 48], [38, 66], [96, 140, 88]);
  for (const x of [-5.2, 5.2]) {
    painter.plot([x - 1.2, 9.3], [x + 1.2, 10.3], [226, 190, 60]);
  }
}

function school(painter: Painter, plan: SchoolGatePlan): void {
  const look = { depth: 12, wall: plan.wall, windows: 'bands' as const, shops: false };
  const shape = { ...look, roof: 'flat' as const, seed: plan.seed };
  building(painter, { x: 0, y: 82, headingDeg: 0 }, { ...shape, width: 56, floors: 5 });
  building(painter, { x: -40, y: 58, headingDeg: -90 }, { ...shape, width: 34, floors: 4 });
  building(painter, { x: 42, y: 58, headingDeg: 90 }, { ...shape, width: 30, floors: 3 });
  flagPole(painter, { x: 10, y: 40, headingDeg: 0 }, 0.2);
  for (const side of [-1, 1]) {
    for (let x = 12; x < 60; x += 9) {
      const seed = plan.seed + x * side;
      tree(painter, { at: [side * x, gateAt + 4], height: 6.4, leaf: plan.leaf, seed });
    }
    hedge(painter, [side * 9, gateAt - 0.8], [side * 60, gateAt - 0.8], plan.leaf);
    lampPost(painter, { x: side * 22, y: 10.5, headingDeg: 180 - side * 90 }, 6);
  }
}

function gate(painter: Painter, plan: SchoolGatePlan): void {
  const rail = { height: 2, color: [52, 62, 74] as Color };
  for (const side of [-1, 1]) {
    fence(painter, [side * (gateHalf + 1.6), gateAt], [side * 60, gateAt], rail);
    const pillar = { width: 2, length: 1.6, bottom: 0, top: 4.6 };
    const spot = { x: side * (gateHalf + 0.8), y: gateAt, headingDeg: 0 };
    boxShadow(painter, spot, pillar);
    box(painter, spot, pillar, plan.pillars);
    box(painter, spot, { width: 2.4, length: 2, bottom: 4.6, top: 5 }, [214, 208, 198]);
  }
  const lintel = { width: gateHalf * 2 + 3.6, length: 1.2, bottom: 5, top: 6.5 };
  const middle = { x: 0, y: gateAt, headingDeg: 0 };
  boxShadow(painter, middle, lintel);
  box(painter, middle, lintel, plan.pillars);
  for (let letter = 0; letter < 6; letter++) {
    const x = -4.4 + letter * 1.7;
    const [low, high, y] = [5.35, 6.2, gateAt - 0.62];
    painter.decal(
      [
        [x, y, low],
        [x + 0.95, y, low],
        [x + 0.95, y, high],
        [x, y, high],
      ],
      [240, 206, 96],
    );
  }
  const lodge = { width: 3.6, length: 3.4, bottom: 0, top: 3 };
  const lodgeSpot = { x: gateHalf + 4.2, y: gateAt + 1, headingDeg: 0 };
  boxShadow(painter, lodgeSpot, lodge);
  box(painter, lodgeSpot, lodge, plan.wall);
  const y = lodgeSpot.y - 1.72;
  painter.decal(
    [
      [lodgeSpot.x - 1.3, y, 1],
      [lodgeSpot.x + 1.3, y, 1],
      [lodgeSpot.x + 1.3, y, 2.3],
      [lodgeSpot.x - 1.3, y, 2.3],
    ],
    [88, 116, 136],
  );
}

function gateLife(plan: SchoolGatePlan): Mover[] {
  const random = seededRandom(plan.seed + 4);
  return [
    ...pupils(plan, random),
    ...parents(random),
    ...traffic(random),
    (painter, time) => flag(painter, { x: 10, y: 40, headingDeg: 0 }, time * 6),
    (painter, time) => guard(painter, time),
    (painter, time) => slidingGate(painter, time),
  ];
}

// They cross while the cars stand, and are lost to sight behind the school's trees or the lens.
function pupils(plan: SchoolGatePlan, random: () => number): Mover[] {
  return Array.from({ length: 8 }, (_, index) => {
    const x = (random() - 0.5) * 3;
    const path: Vec2[] = [
      [x, -13],
      [x, 9],
      [x * 2.2, gateAt],
      [x * 3, 40],
    ];
    const way = plan.way === 'in' ? path : path.toReversed();
    const look = pupilLook(random, plan.uniform);
    const phase = index / 16 + random() * 0.03;
    // Half of the way in a loop: two pupils alike follow each other, so the loop closes.
    return (painter: Painter, time: number) => {
      for (const half of [0, 0.5]) {
        const spot = alongPath(way, wrapped(time * 0.5 + phase + half));
        person(painter, [spot.x, spot.y], look, wrapped(time * 14 + phase));
      }
    };
  });
}

function parents(random: () => number): Mover[] {
  return Array.from({ length: 8 }, (_, index) => {
    const at: Vec2 = [(index - 3.5) * 3.4 + random(), 11.5 + random() * 3.4];
    const [look, phase] = [someLook(random), random()];
    return (painter: Painter, time: number) => {
      const turn = Math.sin((time + phase) * 2 * Math.PI) * 0.3;
      person(painter, [at[0] + turn, at[1]], look, null);
    };
  });
}

function traffic(random: () => number): Mover[] {
  const kinds = ['sedan', 'suv', 'school-bus', 'e-bike'] as const;
  return kinds.map((kind, slot) => {
    const sign = slot % 2 === 0 ? 1 : -1;
    const y = 3 - sign * (kind === 'e-bike' ? 5 : 2.9);
    const path: Vec2[] = [
      [-sign * 62, y],
      [sign * 62, y],
    ];
    const color = carColors[Math.floor(random() * carColors.length)]!;
    const queue = slot > 1 ? 9 : 0;
    const wait = {
      stopAt: (62 - 6 - queue) / 124,
      from: 0.24 + slot * 0.02,
      until: 0.72 + slot * 0.03,
    };
    return (painter: Painter, time: number) =>
      vehicle(painter, alongPath(path, withWait(wrapped(time), wait)), kind, color);
  });
}

function guard(painter: Painter, time: number): void {
  const look = {
    coat: [28, 38, 60],
    trousers: [24, 28, 40],
    size: 1.02,
    carries: 'nothing',
  } as const;
  const step = Math.sin(time * 2 * Math.PI) * 0.9;
  person(painter, [-gateHalf + 1.4 + step, gateAt - 1.6], look, wrapped(time * 4));
}

/** The folding barrier that draws aside when the cars have passed. */
function slidingGate(painter: Painter, time: number): void {
  const open = 0.5 - Math.cos(time * 2 * Math.PI) / 2;
  const reach = gateHalf * 0.9 * (1 - open * 0.75);
  for (let part = 0; part < 9; part++) {
    const x = gateHalf - 0.3 - (part / 9) * reach;
    const spot = { x, y: gateAt, headingDeg: 0 };
    box(painter, spot, { width: 0.1, length: 0.24, bottom: 0.05, top: 1.3 }, [206, 210, 214]);
    box(painter, spot, { width: reach / 9, length: 0.06, bottom: 0.9, top: 1 }, [206, 60, 52]);
  }
}
