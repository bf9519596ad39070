import type { Painter } from '../drawing/painter.ts';
import type { BoxShape, Spot } from '../drawing/solids.ts';
import { box, boxShadow, placed } from '../drawing/solids.ts';
import type { Color, Vec2, Vec3 } from '../drawing/vectors.ts';
import { scaled, seededRandom } from '../drawing/vectors.ts';

export type BuildingShape = {
  width: number;
  depth: number;
  floors: number;
  wall: Color;
  /** Windows as single panes, as bands from end to end, or with balconies. */
  windows: 'panes' | 'bands' | 'balconies';
  /** Shops along the ground floor, with signs and awnings. */
  shops: boolean;
  roof: 'flat' | 'pitched';
  seed: number;
};

const floorMeters = 3.2;
const signColors: readonly Color[] = [
  [196, 44, 40],
  [28, 108, 168],
  [224, 164, 34],
  [40, 134, 86],
  [122, 54, 128],
  [228, 226, 218],
];

/** A house whose front (local y = -depth/2) looks back along its heading. */
export function building(painter: Painter, spot: Spot, shape: BuildingShape): void {
  const top = shape.floors * floorMeters + (shape.shops ? 0.8 : 0);
  const body: BoxShape = { width: shape.width, length: shape.depth, bottom: 0, top };
  boxShadow(painter, spot, body);
  box(painter, spot, body, shape.wall);
  for (const side of ['front', 'left', 'right', 'back'] as const) {
    windows(painter, wallOf(spot, shape, side), shape);
  }
  if (shape.shops) shops(painter, spot, shape);
  if (shape.roof === 'pitched') pitchedRoof(painter, spot, shape, top);
  else flatRoof(painter, spot, shape, top);
}

/** Points on a wall by metres along it and above the ground. */
type Wall = { length: number; at(along: number, up: number): Vec3 };

function wallOf(spot: Spot, shape: BuildingShape, side: 'front' | 'left' | 'right' | 'back'): Wall {
  const [w, d] = [shape.width / 2, shape.depth / 2];
  const length = side === 'front' || side === 'back' ? shape.width : shape.depth;
  return {
    length,
    at: (along, up) => {
      const from = along - length / 2;
      const local = {
        front: [from, -d - 0.01],
        back: [from, d + 0.01],
        left: [-w - 0.01, from],
        right: [w + 0.01, from],
      } as const;
      const [x, y] = placed(spot, local[side]);
      return [x, y, up];
    },
  };
}

type Patch = { from: number; to: number; low: number; high: number };

function patch(painter: Painter, wall: Wall, { from, to, low, high }: Patch, color: Color): void {
  painter.decal(
    [wall.at(from, low), wall.at(to, low), wall.at(to, high), wall.at(from, high)],
    color,
  );
}

function windows(painter: Painter, wall: Wall, shape: BuildingShape): void {
  const random = seededRandom(shape.seed);
  const first = shape.shops ? 1 : 0;
  const base = shape.shops ? 0.8 : 0;
  for (let floor = first; floor < shape.floors; floor++) {
    const low = base + floor * floorMeters + 0.95;
    if (shape.windows === 'bands') {
      patch(
        painter,
        wall,
        { from: 0.4, to: wall.length - 0.4, low, high: low + 1.6 },
        [84, 108, 128],
      );
    }
    const step = shape.windows === 'bands' ? 1.8 : 3;
    for (let from = 0.7; from + 1.5 < wall.length; from += step) {
      const shade = 0.7 + random() * 0.5;
      const pane = shape.windows === 'bands' ? 1.5 : 1.45;
      patch(
        painter,
        wall,
        { from, to: from + pane, low, high: low + 1.55 },
        scaled([78, 98, 116], shade),
      );
      if (shape.windows === 'balconies') balcony(painter, wall, from, low);
    }
  }
}

function balcony(painter: Painter, wall: Wall, from: number, low: number): void {
  const rail = { from: from - 0.3, to: from + 1.8, low: low - 0.7, high: low + 0.3 };
  patch(painter, wall, rail, [206, 204, 198]);
  patch(painter, wall, { ...rail, low: low - 0.1, high: low }, [150, 150, 148]);
}

function shops(painter: Painter, spot: Spot, shape: BuildingShape): void {
  const random = seededRandom(shape.seed + 99);
  const wall = wallOf(spot, shape, 'front');
  const unitWidth = 4;
  for (let from = 0; from + 2 < wall.length; from += unitWidth) {
    const to = Math.min(wall.length, from + unitWidth) - 0.25;
    const glow = 0.8 + random() * 0.5;
    patch(
      painter,
      wall,
      { from: from + 0.25, to, low: 0.15, high: 2.7 },
      scaled([72, 70, 66], glow),
    );
    const door = from + 0.6 + random() * 2;
    patch(painter, wall, { from: door, to: door + 1.1, low: 0.1, high: 2.4 }, [150, 138, 112]);
    const sign = signColors[Math.floor(random() * signColors.length)]!;
    patch(painter, wall, { from: from + 0.1, to: to + 0.1, low: 2.8, high: 3.7 }, sign);
    signStrokes(painter, wall, { from: from + 0.6, to: to - 0.4, low: 3, high: 3.5 }, random);
    if (random() < 0.4) awning(painter, wall, [from, to], sign);
  }
}

// Blocks where lettering would be: no shop is named.
function signStrokes(painter: Painter, wall: Wall, place: Patch, random: () => number): void {
  for (let from = place.from; from + 0.4 < place.to; from += 0.62) {
    const high = place.high - random() * 0.08;
    patch(painter, wall, { from, to: from + 0.42, low: place.low, high }, [246, 240, 222]);
  }
}

function awning(painter: Painter, wall: Wall, [from, to]: Vec2, color: Color): void {
  const out = (along: number, up: number, meters: number): Vec3 => {
    const [a, b] = [wall.at(0, 0), wall.at(1, 0)];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const [x, y] = wall.at(along, up);
    return [x + dy * meters, y - dx * meters, up];
  };
  const low = [out(from, 2.45, 1.3), out(to, 2.45, 1.3)] as const;
  painter.face([wall.at(from, 2.9), wall.at(to, 2.9), low[1], low[0]], scaled(color, 1.1));
}

function flatRoof(painter: Painter, spot: Spot, shape: BuildingShape, top: number): void {
  const edge = { width: shape.width + 0.3, length: shape.depth + 0.3, bottom: top, top: top + 0.5 };
  box(painter, spot, edge, scaled(shape.wall, 0.86));
  const tank = { width: 2.4, length: 2, bottom: top + 0.5, top: top + 2.3, right: shape.width / 5 };
  box(painter, spot, tank, [170, 172, 172]);
}

function pitchedRoof(painter: Painter, spot: Spot, shape: BuildingShape, top: number): void {
  const roof = { width: shape.width + 0.8, length: shape.depth + 0.8, bottom: top, top: top + 2.4 };
  box(painter, spot, { ...roof, taper: [1.6, shape.depth] }, [124, 66, 52]);
}
