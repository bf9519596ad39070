import type { Painter } from '../drawing/painter.ts';
import { post } from '../drawing/solids.ts';
import type { Color, Vec2, Vec3 } from '../drawing/vectors.ts';
import { scaled, seededRandom } from '../drawing/vectors.ts';

export type TreeShape = { at: Vec2; height: number; leaf: Color; seed: number };

/** A broad-leaved tree: a trunk and some dozens of leaf balls, brighter towards the sun. */
export function tree(painter: Painter, { at, height, leaf, seed }: TreeShape): void {
  const random = seededRandom(seed);
  const [x, y] = at;
  const crown = height * 0.36;
  post(painter, [x, y, 0], [height * 0.045 + 0.08, height * 0.55], [92, 74, 58]);
  crownShadow(painter, at, crown, height);
  const balls = Array.from({ length: 72 }, () => leafBall(random, crown));
  for (const { offset, radius } of balls) {
    const sunward = (offset[2] / crown + offset[0] * painter.light.sun[0] * 0.4 + 1) / 2;
    const shade = 0.56 + 0.5 * sunward + random() * 0.2;
    const center: Vec3 = [x + offset[0], y + offset[1], height - crown + offset[2]];
    painter.ball(center, radius, scaled(leaf, shade));
  }
}

function leafBall(random: () => number, crown: number): { offset: Vec3; radius: number } {
  const around = random() * 2 * Math.PI;
  const up = random() * 2 - 0.85;
  const out = Math.sqrt(Math.max(0.05, 1 - up * up)) * (0.55 + 0.45 * random());
  const offset: Vec3 = [
    Math.cos(around) * out * crown * 0.85,
    Math.sin(around) * out * crown * 0.85,
    up * crown * 0.8,
  ];
  return { offset, radius: crown * (0.16 + random() * 0.15) };
}

function crownShadow(painter: Painter, [x, y]: Vec2, crown: number, height: number): void {
  const reach = (height - crown) / painter.light.sun[2];
  const [sx, sy] = [painter.light.sun[0] * reach, painter.light.sun[1] * reach];
  const outline = Array.from({ length: 10 }, (_, step): Vec2 => {
    const angle = (step / 10) * 2 * Math.PI;
    return [x - sx + Math.cos(angle) * crown, y - sy + Math.sin(angle) * crown];
  });
  painter.castShadow(outline, 0.3);
}

export function hedge(painter: Painter, from: Vec2, to: Vec2, leaf: Color): void {
  const random = seededRandom(Math.round(from[0] * 31 + to[1] * 17));
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  for (let along = 0; along <= length; along += 0.35) {
    const share = along / length;
    const x = from[0] + (to[0] - from[0]) * share;
    const y = from[1] + (to[1] - from[1]) * share;
    const shade = 0.75 + random() * 0.35;
    painter.ball([x, y + (random() - 0.5) * 0.3, 0.3 + random() * 0.35], 0.34, scaled(leaf, shade));
  }
}

/** Ridges far behind, one behind the other, paler with distance. */
export function ridges(painter: Painter, seed: number, heights: readonly number[]): void {
  heights.forEach((height, index) => {
    const random = seededRandom(seed + index * 71);
    const distance = 1500 - index * 420;
    const phases = [random() * 6, random() * 6, random() * 6] as const;
    const crest = (x: number) =>
      height *
      (0.62 +
        0.25 * Math.sin(x / 310 + phases[0]) +
        0.1 * Math.sin(x / 97 + phases[1]) +
        0.04 * Math.sin(x / 31 + phases[2]));
    for (let x = -2600; x < 2600; x += 26) {
      painter.face(
        [
          [x, distance, -60],
          [x + 26, distance, -60],
          [x + 26, distance, crest(x + 26)],
          [x, distance, crest(x)],
        ],
        scaled([74, 104, 72], 0.8 + index * 0.08),
      );
    }
  });
}
