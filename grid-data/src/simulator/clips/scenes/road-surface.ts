import type { Painter } from '../drawing/painter.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';

const asphalt: Color = [92, 94, 98];
const paint: Color = [224, 224, 218];
const yellow: Color = [218, 178, 62];

function strip(x: number, width: number, from: number, to: number): Vec2[] {
  return [
    [x - width / 2, from],
    [x + width / 2, from],
    [x + width / 2, to],
    [x - width / 2, to],
  ];
}

export type RoadShape = { width: number; from: number; to: number; random: () => number };

/** Asphalt with lane lines, patches of repair and manhole covers, along y around x = 0. */
export function layRoad(painter: Painter, { width, from, to, random }: RoadShape): void {
  painter.ground(strip(0, width + 0.5, from, to), [150, 150, 146]);
  painter.ground(strip(0, width, from, to), asphalt);
  for (let spot = 0; spot < 26; spot++) {
    const x = (random() - 0.5) * (width - 2);
    const y = random() * 90;
    const shade = 82 + random() * 20;
    painter.ground(strip(x, 0.8 + random() * 2, y, y + 1.5 + random() * 6), [
      shade,
      shade,
      shade + 3,
    ]);
  }
  for (const x of [-0.15, 0.15]) painter.ground(strip(x, 0.12, from, to), yellow);
  for (const side of [-1, 1]) {
    painter.ground(strip(side * (width / 2 - 0.35), 0.14, from, to), paint);
    if (width >= 11) dashes(painter, side * (width / 4), from, to);
  }
  for (let cover = 0; cover < 4; cover++)
    manhole(painter, [(random() - 0.5) * width * 0.7, 6 + cover * 11]);
}

function dashes(painter: Painter, x: number, from: number, to: number): void {
  for (let y = from; y < to; y += 6) painter.ground(strip(x, 0.14, y, y + 2.6), paint);
}

function manhole(painter: Painter, [x, y]: Vec2): void {
  const rim = (radius: number) =>
    Array.from({ length: 12 }, (_, step): Vec2 => {
      const angle = (step / 12) * 2 * Math.PI;
      return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
    });
  painter.ground(rim(0.4), [58, 58, 60]);
  painter.ground(rim(0.32), [78, 76, 74]);
}

export function layPavement(
  painter: Painter,
  { width, from, to }: { width: number; from: number; to: number },
): void {
  painter.ground(strip(0, width, from, to), [172, 166, 156]);
  for (let y = Math.max(from, 0); y < Math.min(to, 70); y += 1.5) {
    painter.ground(strip(0, width, y, y + 0.06), [152, 146, 138]);
  }
}

export type ZebraShape = { along: 'x' | 'y'; from: number; to: number; at: number };

/** Stripes 3 m long across the way of the cars. */
export function layZebra(painter: Painter, { along, from, to, at }: ZebraShape): void {
  for (let place = from; place < to; place += 1.1) {
    const outline = strip(place + 0.27, 0.55, at - 1.5, at + 1.5);
    painter.ground(along === 'x' ? outline : outline.map(([x, y]): Vec2 => [y, x]), paint);
  }
}
