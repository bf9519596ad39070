import type { Painter } from '../drawing/painter.ts';
import type { Spot } from '../drawing/solids.ts';
import { box, boxShadow, placed, post } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';

const steel: Color = [120, 126, 132];

/** A street lamp whose arm reaches to local right. */
export function lampPost(painter: Painter, spot: Spot, height = 8): void {
  post(painter, [spot.x, spot.y, 0], [0.16, height], steel);
  const arm = { width: 2.2, length: 0.1, bottom: height - 0.1, top: height, right: 1.1 };
  box(painter, spot, arm, steel);
  const lamp = { width: 0.8, length: 0.3, bottom: height - 0.22, top: height - 0.08, right: 2 };
  box(painter, spot, lamp, [226, 228, 220]);
}

export type SignalColor = 'red' | 'green';

export function trafficLight(painter: Painter, spot: Spot, shows: SignalColor): void {
  post(painter, [spot.x, spot.y, 0], [0.18, 5.6], [70, 74, 78]);
  const mast = { width: 4.4, length: 0.12, bottom: 5.4, top: 5.54, right: 2.2 };
  box(painter, spot, mast, [70, 74, 78]);
  const housing = { width: 1.5, length: 0.22, bottom: 5, top: 5.54, right: 3.6 };
  box(painter, spot, housing, [26, 28, 30]);
  const [x, y] = placed(spot, [3.6 + (shows === 'red' ? -0.45 : 0.45), -0.2]);
  painter.ball([x, y, 5.27], 0.22, shows === 'red' ? [255, 60, 44] : [64, 236, 128]);
}

export function busStop(painter: Painter, spot: Spot): void {
  const roof = { width: 7, length: 1.8, bottom: 2.6, top: 2.76 };
  boxShadow(painter, spot, roof);
  box(painter, spot, roof, [58, 96, 140]);
  box(
    painter,
    spot,
    { width: 6.6, length: 0.1, ahead: 0.7, bottom: 0.5, top: 2.4 },
    [176, 196, 208],
  );
  box(
    painter,
    spot,
    { width: 2.4, length: 0.08, ahead: 0.6, right: -1.6, bottom: 0.8, top: 2.2 },
    [226, 170, 60],
  );
  box(painter, spot, { width: 4, length: 0.4, ahead: 0.3, bottom: 0.4, top: 0.5 }, [150, 120, 86]);
  for (const right of [-3.3, 3.3]) {
    box(painter, spot, { width: 0.14, length: 0.14, right, bottom: 0, top: 2.6 }, steel);
  }
}

export function bin(painter: Painter, [x, y]: Vec2, color: Color): void {
  const spot = { x, y, headingDeg: 0 };
  const shape = { width: 0.6, length: 0.5, bottom: 0, top: 1 };
  boxShadow(painter, spot, shape);
  box(painter, spot, shape, color);
}

export function bench(painter: Painter, spot: Spot): void {
  boxShadow(painter, spot, { width: 1.8, length: 0.5, bottom: 0, top: 0.5 });
  box(painter, spot, { width: 1.8, length: 0.5, bottom: 0.38, top: 0.46 }, [140, 98, 62]);
  box(
    painter,
    spot,
    { width: 1.8, length: 0.08, ahead: 0.24, bottom: 0.5, top: 0.9 },
    [140, 98, 62],
  );
}

export function flagPole(painter: Painter, spot: Spot, wave: number): void {
  post(painter, [spot.x, spot.y, 0], [0.14, 12], [206, 208, 210]);
  flag(painter, spot, wave);
}

/** The cloth alone, which moves. */
export function flag(painter: Painter, spot: Spot, wave: number): void {
  const steps = 8;
  for (let step = 0; step < steps; step++) {
    const at = (part: number): Vec2 => [
      part * 2.4,
      Math.sin(part * 5 - wave * 2 * Math.PI) * 0.22 * part,
    ];
    const [a, b] = [placed(spot, at(step / steps)), placed(spot, at((step + 1) / steps))];
    const sag = (part: number) => 0.12 * part * Math.sin(part * 4 - wave * 2 * Math.PI);
    const [low, high] = [10.2, 11.8];
    const [sa, sb] = [sag(step / steps), sag((step + 1) / steps)];
    painter.face(
      [
        [a[0], a[1], low + sa],
        [b[0], b[1], low + sb],
        [b[0], b[1], high + sb],
        [a[0], a[1], high + sa],
      ],
      [204, 36, 34],
    );
  }
}

/** A fence of uprights and two rails between two places. */
export function fence(
  painter: Painter,
  from: Vec2,
  to: Vec2,
  look: { height: number; color: Color },
) {
  const { height, color } = look;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const headingDeg = (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
  const spot = { x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2, headingDeg };
  for (const up of [height * 0.25, height * 0.92]) {
    box(painter, spot, { width: 0.06, length, bottom: up, top: up + 0.08 }, color);
  }
  for (let along = -length / 2; along <= length / 2; along += 0.7) {
    box(painter, spot, { width: 0.07, length: 0.07, ahead: along, bottom: 0, top: height }, color);
  }
}

export function parasol(painter: Painter, [x, y]: Vec2, color: Color): void {
  const spot = { x, y, headingDeg: 20 };
  boxShadow(painter, spot, { width: 2.2, length: 2.2, bottom: 0, top: 2.2 });
  post(painter, [x, y, 0], [0.08, 2.2], [200, 200, 198]);
  box(painter, spot, { width: 2.6, length: 2.6, bottom: 2, top: 2.7, taper: [2.5, 2.5] }, color);
  box(painter, spot, { width: 1.3, length: 0.8, bottom: 0, top: 0.85 }, [186, 160, 122]);
}
