import type { Painter } from '../drawing/painter.ts';
import type { Spot } from '../drawing/solids.ts';
import { box } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';

export type WaterShape = {
  /** Left and right bank at a place along the river. */
  banks(y: number): readonly [left: number, right: number];
  from: number;
  to: number;
  color: Color;
  seed: number;
};

/** The still part: the surface, lighter towards the far end as water mirrors the sky. */
export function waterSurface(painter: Painter, water: WaterShape): void {
  const step = 3;
  for (let y = water.from; y < water.to; y += step) {
    const [l, r] = water.banks(y);
    const [l2, r2] = water.banks(y + step);
    const share = Math.min(1, Math.max(0, (y - water.from) / 160));
    const color: Color = [
      water.color[0] + share * 46,
      water.color[1] + share * 46,
      water.color[2] + share * 44,
    ];
    painter.ground(
      [
        [l, y],
        [r, y],
        [r2, y + step],
        [l2, y + step],
      ],
      color,
    );
  }
}

const laneMeters = 12;

/** Ripples that drift down the river; each lane moves by its own length in a loop, so none jumps. */
export function ripples(painter: Painter, water: WaterShape, time: number): void {
  const random = seededRandom(water.seed);
  for (let y = water.from; y < water.to; y += 2.2) {
    const [left, right] = water.banks(y);
    const count = Math.ceil((right - left) / laneMeters) + 1;
    const [shift, size, bright] = [random(), 1.2 + random() * 3.4, random() < 0.62];
    const color: Color = bright ? [206, 222, 228] : [44, 66, 74];
    for (let lane = -1; lane < count; lane++) {
      const from = left + (lane + ((shift + time) % 1)) * laneMeters;
      const sway = Math.sin(time * 2 * Math.PI + shift * 9) * 0.4;
      const [a, b] = [Math.max(left + 0.3, from), Math.min(right - 0.3, from + size)];
      if (a >= b) continue;
      const thick = 0.1 + y * 0.0016;
      painter.patch(ripple(a, b, [y + sway, thick]), color, bright ? 0.3 : 0.22);
    }
  }
}

function ripple(from: number, to: number, [y, thick]: Vec2): Vec2[] {
  const middle = (from + to) / 2;
  return [
    [from, y],
    [middle, y - thick],
    [to, y],
    [middle, y + thick],
  ];
}

export function boat(painter: Painter, spot: Spot, color: Color): void {
  box(painter, spot, { width: 1.7, length: 6, bottom: 0.05, top: 0.6, taper: [-0.3, -0.7] }, color);
  box(
    painter,
    spot,
    { width: 1.4, length: 2.4, ahead: -0.4, bottom: 0.6, top: 1.7 },
    [226, 222, 208],
  );
  box(painter, spot, { width: 1.8, length: 3, ahead: -0.4, bottom: 1.7, top: 1.84 }, [150, 60, 52]);
  box(
    painter,
    spot,
    { width: 0.4, length: 0.3, ahead: 1.6, bottom: 0.6, top: 1.5 },
    [224, 132, 40],
  );
}

/** The wedge of foam behind a boat. */
export function wake(painter: Painter, spot: Spot): void {
  const angle = (spot.headingDeg * Math.PI) / 180;
  const back: Vec2 = [-Math.sin(angle), -Math.cos(angle)];
  const side: Vec2 = [Math.cos(angle), -Math.sin(angle)];
  for (const sign of [-1, 1]) {
    const at = (behind: number, out: number): Vec2 => [
      spot.x + back[0] * behind + side[0] * out * sign,
      spot.y + back[1] * behind + side[1] * out * sign,
    ];
    painter.patch([at(2, 0.6), at(11, 3), at(11, 3.6), at(2.4, 0.9)], [224, 234, 236], 0.4);
  }
}
