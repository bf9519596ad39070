import type { Painter } from '../drawing/painter.ts';
import type { Spot } from '../drawing/solids.ts';
import { box, boxShadow, placed } from '../drawing/solids.ts';
import type { Color, Vec3 } from '../drawing/vectors.ts';
import { scaled } from '../drawing/vectors.ts';

const glass: Color = [52, 66, 80];
const tyre: Color = [28, 28, 30];
const headlight: Color = [255, 250, 226];
const rearLight: Color = [196, 34, 30];

export type VehicleKind = 'sedan' | 'suv' | 'van' | 'bus' | 'truck' | 'e-bike' | 'school-bus';

export function vehicle(painter: Painter, spot: Spot, kind: VehicleKind, color: Color): void {
  switch (kind) {
    case 'sedan':
      return car(painter, spot, { color, length: 4.5, width: 1.8, body: 0.85, roof: 1.42 });
    case 'suv':
      return car(painter, spot, { color, length: 4.7, width: 1.9, body: 1.05, roof: 1.75 });
    case 'van':
      return van(painter, spot, color);
    case 'bus':
      return bus(painter, spot, color, 10.5);
    case 'school-bus':
      return bus(painter, spot, [242, 184, 32], 8);
    case 'truck':
      return truck(painter, spot, color);
    case 'e-bike':
      return eBike(painter, spot, color);
  }
}

type CarShape = { color: Color; length: number; width: number; body: number; roof: number };

function car(painter: Painter, spot: Spot, shape: CarShape): void {
  const { color, length, width, body, roof } = shape;
  boxShadow(painter, spot, { width, length, bottom: 0, top: roof * 0.9 });
  wheels(painter, spot, { width, axles: [-length * 0.31, length * 0.31], radius: 0.33 });
  box(painter, spot, { width, length, bottom: 0.22, top: body, taper: [0.1, 0.12] }, color);
  const cabin = { width: width - 0.12, length: length * 0.56, ahead: -length * 0.05 };
  box(painter, spot, { ...cabin, bottom: body, top: roof, taper: [0.34, 1.1] }, glass);
  const top = { width: width - 0.46, length: length * 0.56 - 1.06, ahead: -length * 0.05 };
  box(painter, spot, { ...top, bottom: roof - 0.02, top: roof + 0.04 }, color);
  lamps(painter, spot, { width, length, height: body - 0.22 });
  plate(painter, spot, length, [46, 92, 190]);
}

function van(painter: Painter, spot: Spot, color: Color): void {
  const [width, length] = [1.85, 4.9];
  boxShadow(painter, spot, { width, length, bottom: 0, top: 1.9 });
  wheels(painter, spot, { width, axles: [-1.5, 1.5], radius: 0.34 });
  box(painter, spot, { width, length, bottom: 0.25, top: 1.1 }, color);
  box(painter, spot, { width, length, bottom: 1.1, top: 1.6, taper: [0.1, 0.5] }, glass);
  box(painter, spot, { width: width - 0.1, length: length - 0.5, bottom: 1.6, top: 1.95 }, color);
  lamps(painter, spot, { width, length, height: 0.85 });
}

function bus(painter: Painter, spot: Spot, color: Color, length: number): void {
  const width = 2.5;
  boxShadow(painter, spot, { width, length, bottom: 0, top: 3 });
  wheels(painter, spot, { width, axles: [-length * 0.3, length * 0.3], radius: 0.48 });
  box(painter, spot, { width, length, bottom: 0.35, top: 1.3 }, color);
  box(painter, spot, { width: width - 0.02, length: length - 0.02, bottom: 1.3, top: 2.4 }, glass);
  box(painter, spot, { width, length, bottom: 2.4, top: 3 }, scaled(color, 1.08));
  for (let at = -length / 2 + 1.4; at < length / 2; at += 1.5) {
    box(
      painter,
      spot,
      { width: width + 0.02, length: 0.14, ahead: at, bottom: 1.3, top: 2.4 },
      color,
    );
  }
  lamps(painter, spot, { width, length, height: 1 });
}

function truck(painter: Painter, spot: Spot, color: Color): void {
  const width = 2.2;
  boxShadow(painter, spot, { width, length: 7, bottom: 0, top: 2.8 });
  wheels(painter, spot, { width, axles: [-2.2, 2.4], radius: 0.45 });
  box(painter, spot, { width, length: 4.8, ahead: -1.1, bottom: 0.8, top: 2.9 }, [206, 210, 212]);
  box(painter, spot, { width, length: 1.9, ahead: 2.5, bottom: 0.5, top: 1.5 }, color);
  const cabin = { width, length: 1.8, ahead: 2.4, bottom: 1.5, top: 2.3 };
  box(painter, spot, { ...cabin, taper: [0.2, 0.5] }, glass);
  lamps(painter, spot, { width, length: 7, height: 0.9 });
}

function eBike(painter: Painter, spot: Spot, color: Color): void {
  boxShadow(painter, spot, { width: 0.5, length: 1.6, bottom: 0, top: 1.4 });
  wheels(painter, spot, { width: 0.1, axles: [-0.6, 0.6], radius: 0.3 });
  box(painter, spot, { width: 0.28, length: 1.3, bottom: 0.3, top: 0.62 }, color);
  box(painter, spot, { width: 0.3, length: 0.18, ahead: 0.5, bottom: 0.6, top: 1.05 }, color);
  const coat = scaled([color[2], color[0], color[1]], 0.8);
  box(painter, spot, { width: 0.44, length: 0.3, ahead: -0.15, bottom: 0.62, top: 1.3 }, coat);
  box(painter, spot, { width: 0.5, length: 0.5, ahead: 0.15, bottom: 0.95, top: 1.1 }, coat);
  const [x, y] = placed(spot, [0, -0.1]);
  painter.ball([x, y, 1.5], 0.19, scaled(color, 1.1));
  painter.ball([x, y, 1.44], 0.14, [214, 176, 148]);
}

type WheelShape = { width: number; axles: readonly number[]; radius: number };

function wheels(painter: Painter, spot: Spot, { width, axles, radius }: WheelShape): void {
  for (const side of [-1, 1]) {
    for (const axle of axles) {
      const rim = (size: number, out: number): Vec3[] =>
        Array.from({ length: 10 }, (_, step) => {
          const angle = (step / 10) * 2 * Math.PI;
          const right = side * (width / 2 + out);
          const [x, y] = placed(spot, [right, axle + Math.cos(angle) * size]);
          return [x, y, radius + Math.sin(angle) * size];
        });
      painter.face(rim(radius, 0.02), tyre);
      painter.decal(rim(radius * 0.5, 0.03), [150, 152, 156]);
    }
  }
}

type LampShape = { width: number; length: number; height: number };

function lamps(painter: Painter, spot: Spot, { width, length, height }: LampShape): void {
  const pair = (end: 1 | -1, color: Color) => {
    for (const side of [-1, 1]) {
      const right = side * (width / 2 - 0.28);
      const shape = { width: 0.36, length: 0.06, ahead: (end * length) / 2, right };
      box(painter, spot, { ...shape, bottom: height - 0.1, top: height + 0.08 }, color);
    }
  };
  pair(1, headlight);
  pair(-1, rearLight);
}

// A plain field without signs: a plate that says nothing, as nothing here is read.
function plate(painter: Painter, spot: Spot, length: number, color: Color): void {
  for (const end of [-1, 1]) {
    const shape = { width: 0.44, length: 0.05, ahead: (end * length) / 2, bottom: 0.4, top: 0.54 };
    box(painter, spot, shape, color);
  }
}
