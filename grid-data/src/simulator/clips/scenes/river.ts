import type { DaylightName } from '../drawing/daylight.ts';
import { alongPath, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import { box, boxShadow } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import { building } from '../props/buildings.ts';
import { carColors, person, someLook } from '../props/people.ts';
import { ridges, tree } from '../props/plants.ts';
import { fence, lampPost } from '../props/street-furniture.ts';
import { vehicle } from '../props/vehicles.ts';
import type { WaterShape } from '../props/water.ts';
import { boat, ripples, wake, waterSurface } from '../props/water.ts';
import type { Scene } from '../scene.ts';

export type RiverPlan = {
  seed: number;
  light: DaylightName;
  view: ViewOptions;
  width: number;
  /** How far the river swings to the side, metres. */
  bend: number;
  water: Color;
  /** A bridge across it, metres ahead; null for open water. */
  bridgeAt: number | null;
  /** Rows of houses on the far bank, or fields. */
  farBank: 'houses' | 'fields';
  gauge: boolean;
  leaf: Color;
  label: string;
};

const deckMeters = 6;

type Mover = (painter: Painter, time: number) => void;

/** A river that flows away from the lens between its banks, with a path along the near one. */
export function riverScene(plan: RiverPlan): Scene {
  const water = waterOf(plan);
  const movers = riverLife(plan, water);
  return {
    view: plan.view,
    light: plan.light,
    label: plan.label,
    ground: (painter) => layBanks(painter, plan, water),
    things: (painter) => {
      ridges(painter, plan.seed, [210, 150, 90]);
      banks(painter, plan, water);
      if (plan.bridgeAt !== null) bridge(painter, plan, plan.bridgeAt);
      if (plan.gauge) waterGauge(painter, water);
    },
    movers: (painter, time) => {
      ripples(painter, water, time);
      for (const move of movers) move(painter, time);
    },
  };
}

function waterOf(plan: RiverPlan): WaterShape {
  const banks = (y: number) => {
    const middle = plan.bend * Math.sin(Math.max(0, y) / 90);
    return [middle - plan.width / 2, middle + plan.width / 2] as const;
  };
  return { banks, from: -14, to: 330, color: plan.water, seed: plan.seed };
}

function layBanks(painter: Painter, plan: RiverPlan, water: WaterShape): void {
  const grass: Color = [112, 136, 88];
  painter.plot([-900, -60], [900, 1200], grass);
  const random = seededRandom(plan.seed);
  for (let patch = 0; patch < 130; patch++) {
    const [x, y, size] = [(random() - 0.5) * 420, random() * 330, 4 + random() * 16];
    const color: Color =
      plan.farBank === 'fields' ? [126 + random() * 60, 146, 78] : [104, 128, 84];
    painter.ground(
      [
        [x, y],
        [x + size, y],
        [x + size * 1.2, y + size],
        [x, y + size],
      ],
      color,
    );
  }
  for (let y = water.from; y < water.to; y += 4) {
    const [[l, r], [l2, r2]] = [water.banks(y), water.banks(y + 4)];
    painter.ground(
      [
        [l - 9, y],
        [r + 9, y],
        [r2 + 9, y + 4],
        [l2 - 9, y + 4],
      ],
      [150, 146, 136],
    );
    painter.ground(
      [
        [l - 3, y],
        [r + 3, y],
        [r2 + 3, y + 4],
        [l2 - 3, y + 4],
      ],
      [136, 128, 112],
    );
  }
  waterSurface(painter, water);
}

function banks(painter: Painter, plan: RiverPlan, water: WaterShape): void {
  const random = seededRandom(plan.seed + 2);
  for (let y = 4; y < 210; y += 9) {
    const [left, right] = water.banks(y);
    const lift = random() * 2;
    tree(painter, {
      at: [right + 11 + lift, y],
      height: 6 + lift,
      leaf: plan.leaf,
      seed: plan.seed + y,
    });
    if (y > 22) tree(painter, { at: [left - 12 - lift, y], height: 6, leaf: plan.leaf, seed: y });
    const [next, nextRight] = water.banks(y + 9);
    const rail = { height: 1.1, color: [206, 204, 198] as Color };
    if (y < 120) fence(painter, [left - 3.4, y], [next - 3.4, y + 9], rail);
    if (y < 70) fence(painter, [right + 3.4, y], [nextRight + 3.4, y + 9], rail);
    if (y % 2 === 0 && y < 150) lampPost(painter, { x: left - 8.4, y, headingDeg: 0 }, 5);
  }
  if (plan.farBank === 'houses') houses(painter, plan, water);
}

function houses(painter: Painter, plan: RiverPlan, water: WaterShape): void {
  const random = seededRandom(plan.seed + 6);
  for (let y = 20; y < 230; y += 17) {
    for (const side of [-1, 1]) {
      const bank = water.banks(y)[side < 0 ? 0 : 1];
      const floors = 2 + Math.floor(random() * 5);
      const wall: Color = random() < 0.5 ? [214, 208, 196] : [190, 160, 132];
      const look = { width: 14, depth: 11, floors, wall, windows: 'balconies' as const };
      const shape = { ...look, shops: false, roof: 'pitched' as const, seed: plan.seed + y };
      building(painter, { x: bank + side * 26, y, headingDeg: side * 90 }, shape);
    }
  }
}

function bridge(painter: Painter, plan: RiverPlan, y: number): void {
  const spot = { x: 0, y, headingDeg: 90 };
  const deck = { width: 8, length: plan.width + 80, bottom: 5, top: deckMeters };
  boxShadow(painter, spot, deck);
  box(painter, spot, deck, [176, 172, 164]);
  for (let x = -plan.width; x <= plan.width; x += plan.width / 3) {
    box(
      painter,
      { x, y, headingDeg: 90 },
      { width: 5, length: 1.8, bottom: -2, top: 5 },
      [164, 160, 152],
    );
  }
  for (const side of [-4, 4]) {
    const rail = { width: 0.2, length: deck.length, bottom: 6, top: 7, right: side };
    box(painter, spot, rail, [214, 212, 204]);
  }
}

/** A staff with bands of half a metre, as read by those who watch the flood. */
function waterGauge(painter: Painter, water: WaterShape): void {
  const y = 26;
  const spot = { x: water.banks(y)[1] - 1, y, headingDeg: 0 };
  box(painter, spot, { width: 0.5, length: 0.2, bottom: -1, top: 3 }, [238, 238, 232]);
  for (let mark = 0; mark < 9; mark++) {
    const color: Color = mark > 6 ? [206, 46, 40] : [36, 76, 140];
    const band = { width: 0.52, length: 0.22, bottom: mark * 0.33, top: mark * 0.33 + 0.16 };
    box(painter, spot, band, color);
  }
}

function riverLife(plan: RiverPlan, water: WaterShape): Mover[] {
  const random = seededRandom(plan.seed + 7);
  const boats = [0, 1].map((index): Mover => {
    const lane = (index === 0 ? -0.18 : 0.2) * plan.width;
    const far = 230;
    const path = Array.from({ length: 13 }, (_, step): Vec2 => {
      const y = -20 + (step / 12) * far;
      const [left, right] = water.banks(y);
      return [(left + right) / 2 + lane, y];
    });
    const way = index === 0 ? path : path.toReversed();
    const color = carColors[3 + index]!;
    return (painter, time) => {
      const spot = alongPath(way, wrapped(time + index * 0.45));
      wake(painter, spot);
      boat(painter, spot, color);
    };
  });
  return [...boats, ...pathLife(water, random), ...bridgeLife(plan, random)];
}

function pathLife(water: WaterShape, random: () => number): Mover[] {
  return Array.from({ length: 9 }, (_, index) => {
    const side = index % 3 === 0 ? 1 : -1;
    const start = -8 + index * 9;
    const at = (y: number): Vec2 => [water.banks(y)[side < 0 ? 0 : 1] + side * 6, y];
    const [look, phase] = [someLook(random), random()];
    return (painter: Painter, time: number) => {
      // Up and down a stretch, turning at its ends.
      const share = 0.5 - Math.cos(wrapped(time + phase) * 2 * Math.PI) / 2;
      person(painter, at(start + share * 8), look, wrapped(time * 12 + phase));
    };
  });
}

function bridgeLife(plan: RiverPlan, random: () => number): Mover[] {
  const y = plan.bridgeAt;
  if (y === null) return [];
  return [0, 1, 2, 3].map((slot) => {
    const sign = slot % 2 === 0 ? 1 : -1;
    const path: Vec2[] = [
      [-sign * 90, y - sign * 1.9],
      [sign * 90, y - sign * 1.9],
    ];
    const color = carColors[Math.floor(random() * carColors.length)]!;
    return (painter: Painter, time: number) => {
      const spot = alongPath(path, wrapped(time + slot * 0.26));
      painter.lift = deckMeters;
      vehicle(painter, spot, slot === 2 ? 'truck' : 'sedan', color);
      painter.lift = 0;
    };
  });
}
