import type { Painter } from '../drawing/painter.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { scaled } from '../drawing/vectors.ts';

export type PersonLook = {
  coat: Color;
  trousers: Color;
  /** 1 for a grown-up, 0.7 for a child. */
  size: number;
  carries: 'nothing' | 'backpack' | 'umbrella' | 'bag';
};

/** A faceless figure. `stride` runs 0..1 over two steps; null stands still. */
export function person(
  painter: Painter,
  [x, y]: Vec2,
  look: PersonLook,
  stride: number | null,
): void {
  const swing = stride === null ? 0 : Math.sin(stride * 2 * Math.PI);
  const part = (outline: readonly Vec2[], color: Color) =>
    painter.billboard(
      [x, y, 0],
      outline.map(([right, up]): Vec2 => [right * look.size, up * look.size]),
      color,
    );
  painter.castShadow(
    [
      [x - 0.18, y - 0.18],
      [x + 0.18, y - 0.18],
      [x + 0.18, y + 0.18],
      [x - 0.18, y + 0.18],
    ],
    1.6 * look.size,
  );
  part(leg(swing * 0.26), look.trousers);
  part(leg(-swing * 0.26), scaled(look.trousers, 0.82));
  part(arm(-swing * 0.22, -1), scaled(look.coat, 0.86));
  if (look.carries === 'backpack') part(block(-0.24, 0.06, [0.85, 1.38]), [178, 60, 58]);
  part(torso, look.coat);
  part(arm(swing * 0.22, 1), scaled(look.coat, 0.92));
  head(painter, [x, y], look);
  if (look.carries === 'umbrella') part(umbrella, scaled(look.coat, 1.2));
  if (look.carries === 'bag') part(block(0.2, 0.4, [0.5, 0.82]), [148, 112, 74]);
}

const torso: readonly Vec2[] = [
  [-0.15, 0.78],
  [0.15, 0.78],
  [0.22, 1.36],
  [0.1, 1.46],
  [-0.1, 1.46],
  [-0.22, 1.36],
];

const umbrella: readonly Vec2[] = [
  [-0.62, 1.78],
  [0.62, 1.78],
  [0.36, 2.04],
  [0, 2.12],
  [-0.36, 2.04],
];

function leg(swing: number): Vec2[] {
  return [
    [swing - 0.07, 0],
    [swing + 0.1, 0],
    [0.11, 0.82],
    [-0.09, 0.82],
  ];
}

function arm(swing: number, side: number): Vec2[] {
  const shoulder = side * 0.21;
  return [
    [shoulder + swing - 0.05, 0.8],
    [shoulder + swing + 0.05, 0.8],
    [shoulder + 0.06, 1.38],
    [shoulder - 0.06, 1.38],
  ];
}

function block(left: number, right: number, [low, high]: Vec2): Vec2[] {
  return [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ];
}

function head(painter: Painter, [x, y]: Vec2, look: PersonLook): void {
  painter.ball([x, y, 1.58 * look.size], 0.145 * look.size, [222, 184, 156]);
  const hair: Vec2[] = Array.from({ length: 9 }, (_, step) => {
    const angle = (step / 8) * Math.PI;
    return [Math.cos(angle) * 0.16 * look.size, (1.6 + Math.sin(angle) * 0.15) * look.size];
  });
  painter.billboard([x, y, 0], hair, [38, 32, 30]);
}

const coats: readonly Color[] = [
  [176, 58, 52],
  [54, 88, 142],
  [226, 222, 210],
  [62, 112, 84],
  [224, 172, 62],
  [108, 74, 126],
  [46, 48, 56],
  [214, 128, 140],
  [88, 150, 176],
];
const trousers: readonly Color[] = [
  [40, 44, 58],
  [78, 82, 90],
  [108, 96, 78],
  [30, 32, 38],
];

export function someLook(random: () => number): PersonLook {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const carries = pick(['nothing', 'nothing', 'bag', 'backpack', 'nothing'] as const);
  return { coat: pick(coats), trousers: pick(trousers), size: 0.94 + random() * 0.12, carries };
}

export function pupilLook(random: () => number, uniform: Color): PersonLook {
  return {
    coat: uniform,
    trousers: [38, 46, 78],
    size: 0.68 + random() * 0.14,
    carries: 'backpack',
  };
}

export const carColors: readonly Color[] = [
  [226, 228, 230],
  [36, 38, 42],
  [150, 156, 162],
  [168, 32, 30],
  [44, 74, 128],
  [206, 202, 190],
  [86, 60, 48],
  [52, 100, 92],
];
