import type { Point } from '../geometry/frame.ts';

export type Rectangle = {
  middle: Point;
  along: Point;
  width: number;
  depth: number;
  corners: Point[];
};

export function rectangleOf(shape: Omit<Rectangle, 'corners'>): Rectangle {
  const { middle, along, width, depth } = shape;
  const corner = (u: number, v: number): Point => [
    middle[0] + along[0] * u - along[1] * v,
    middle[1] + along[1] * u + along[0] * v,
  ];
  const [w, d] = [width / 2, depth / 2];
  return { ...shape, corners: [corner(-w, -d), corner(w, -d), corner(w, d), corner(-w, d)] };
}

const bucketMeters = 64;

/** Rectangles already built on; answers whether another would touch one. */
export class FootprintIndex {
  readonly #buckets = new Map<number, Rectangle[]>();

  add(rectangle: Rectangle): void {
    for (const key of bucketsOf(rectangle)) {
      const list = this.#buckets.get(key);
      if (list) list.push(rectangle);
      else this.#buckets.set(key, [rectangle]);
    }
  }

  overlaps(rectangle: Rectangle): boolean {
    for (const key of bucketsOf(rectangle)) {
      for (const other of this.#buckets.get(key) ?? []) {
        if (!areParted(rectangle, other) && !areParted(other, rectangle)) return true;
      }
    }
    return false;
  }
}

/** Separating axis: whether all corners of `b` lie beyond one side of `a`, a metre kept between. */
function areParted(a: Rectangle, b: Rectangle): boolean {
  let [uLow, uHigh, vLow, vHigh] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of b.corners) {
    const [dx, dy] = [x - a.middle[0], y - a.middle[1]];
    const u = dx * a.along[0] + dy * a.along[1];
    const v = dy * a.along[0] - dx * a.along[1];
    uLow = Math.min(uLow, u);
    uHigh = Math.max(uHigh, u);
    vLow = Math.min(vLow, v);
    vHigh = Math.max(vHigh, v);
  }
  const [w, d] = [a.width / 2 + 1, a.depth / 2 + 1];
  return uLow > w || uHigh < -w || vLow > d || vHigh < -d;
}

function* bucketsOf({ middle, width, depth }: Rectangle): Iterable<number> {
  const reach = Math.hypot(width, depth) / 2 + 1;
  const low = (value: number): number => Math.floor((value - reach) / bucketMeters);
  const high = (value: number): number => Math.floor((value + reach) / bucketMeters);
  for (let i = low(middle[0]); i <= high(middle[0]); i += 1) {
    for (let j = low(middle[1]); j <= high(middle[1]); j += 1) yield (i + 5000) * 10_000 + j + 5000;
  }
}
