import type { Painter } from './painter.ts';
import type { Color, Vec2, Vec3 } from './vectors.ts';

/** A place on the ground with a direction: local x is to the right, local y ahead. */
export type Spot = { x: number; y: number; headingDeg: number };

export function placed(spot: Spot, [right, ahead]: Vec2): Vec2 {
  const angle = (spot.headingDeg * Math.PI) / 180;
  return [
    spot.x + right * Math.cos(angle) + ahead * Math.sin(angle),
    spot.y - right * Math.sin(angle) + ahead * Math.cos(angle),
  ];
}

export function rectangle(width: number, length: number, ahead = 0): Vec2[] {
  const [w, l] = [width / 2, length / 2];
  return [
    [-w, ahead - l],
    [w, ahead - l],
    [w, ahead + l],
    [-w, ahead + l],
  ];
}

export type BoxShape = {
  width: number;
  length: number;
  bottom: number;
  top: number;
  /** How much narrower and shorter the top is, metres. */
  taper?: readonly [width: number, length: number];
  /** Shift of the middle ahead of the spot. */
  ahead?: number;
  right?: number;
};

/** A box, or with a taper the stump of a pyramid: cars' cabins, roofs. */
export function box(painter: Painter, spot: Spot, shape: BoxShape, color: Color): void {
  const [narrower, shorter] = shape.taper ?? [0, 0];
  const { width, length, ahead = 0, right = 0 } = shape;
  const at = (outline: Vec2[], z: number) =>
    outline.map(([x, y]): Vec3 => {
      const [px, py] = placed(spot, [x + right, y]);
      return [px, py, z];
    });
  const low = at(rectangle(width, length, ahead), shape.bottom);
  const high = at(rectangle(width - narrower, length - shorter, ahead), shape.top);
  for (let side = 0; side < 4; side++) {
    const next = (side + 1) % 4;
    painter.face([low[side]!, low[next]!, high[next]!, high[side]!], color);
  }
  painter.face(high, color);
}

export function boxShadow(painter: Painter, spot: Spot, shape: BoxShape): void {
  const outline = rectangle(shape.width, shape.length, shape.ahead ?? 0).map(([x, y]) =>
    placed(spot, [x + (shape.right ?? 0), y]),
  );
  painter.castShadow(outline, shape.top);
}

/** A round post as a narrow strip that faces the lens. */
export function post(painter: Painter, [x, y, z]: Vec3, size: Vec2, color: Color): void {
  const [width, height] = size;
  const w = width / 2;
  painter.castShadow(
    [
      [x - w, y - w],
      [x + w, y - w],
      [x + w, y + w],
      [x - w, y + w],
    ],
    z + height,
  );
  painter.billboard(
    [x, y, z],
    [
      [-w, 0],
      [w, 0],
      [w, height],
      [-w, height],
    ],
    color,
  );
}
