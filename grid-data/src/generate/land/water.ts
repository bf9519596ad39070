import type { Point } from '../geometry/frame.ts';
import type { Lake } from './lakes.ts';
import type { River } from './main-rivers.ts';
import { isInShape } from '../geometry/region-shapes.ts';

type Stretch = { ax: number; ay: number; bx: number; by: number; halfA: number; halfB: number };

const bucketMeters = 150;

/** Answers fast whether a point is in water: rivers by their width, lakes by their shape. */
export class WaterIndex {
  readonly #stretches = new Map<number, Stretch[]>();
  readonly #lakes = new Map<number, Lake[]>();

  constructor(rivers: River[], lakes: Lake[]) {
    for (const river of rivers) this.#addRiver(river);
    for (const lake of lakes) this.addLake(lake);
  }

  addLake(lake: Lake): void {
    for (const { outer } of lake.shape) {
      const xs = outer.map(([x]) => x);
      const ys = outer.map(([, y]) => y);
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
      for (const key of bucketsOf(box, 60)) put(this.#lakes, key, lake);
    }
  }

  #addRiver({ points }: River): void {
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      const stretch = {
        ax: a.x,
        ay: a.y,
        bx: b.x,
        by: b.y,
        halfA: a.widthM / 2,
        halfB: b.widthM / 2,
      };
      const reach = Math.max(a.widthM, b.widthM) / 2 + 120;
      const box = [
        Math.min(a.x, b.x),
        Math.min(a.y, b.y),
        Math.max(a.x, b.x),
        Math.max(a.y, b.y),
      ] as const;
      for (const key of bucketsOf(box, reach)) put(this.#stretches, key, stretch);
    }
  }

  /** Whether water lies within `marginMeters` (120 at most by rivers, 60 by lakes) of the point. */
  isWater(x: number, y: number, marginMeters = 0): boolean {
    return this.#bankMeters(x, y) < marginMeters || this.#isLake(x, y, marginMeters);
  }

  /** The water's side of the nearest river bank within reach: metres to it, negative in the river. */
  #bankMeters(x: number, y: number): number {
    let least = Infinity;
    for (const s of this.#stretches.get(bucketAt(x, y)) ?? []) {
      const [dx, dy] = [s.bx - s.ax, s.by - s.ay];
      const square = dx * dx + dy * dy || 1;
      const t = Math.min(1, Math.max(0, ((x - s.ax) * dx + (y - s.ay) * dy) / square));
      const away = Math.hypot(x - s.ax - dx * t, y - s.ay - dy * t);
      least = Math.min(least, away - (s.halfA + (s.halfB - s.halfA) * t));
    }
    return least;
  }

  #isLake(x: number, y: number, margin: number): boolean {
    const near = this.#lakes.get(bucketAt(x, y));
    if (!near) return false;
    const probes: Point[] = [[x, y]];
    if (margin > 0) probes.push([x + margin, y], [x - margin, y], [x, y + margin], [x, y - margin]);
    return near.some(({ shape }) => probes.some(([px, py]) => isInShape(shape, px, py)));
  }

  /** How many metres of the straight way between two points lie in water. */
  metersInWater(a: Point, b: Point): number {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const steps = Math.max(1, Math.ceil(length / 6));
    let wet = 0;
    for (let s = 0; s <= steps; s += 1) {
      const t = s / steps;
      if (this.isWater(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)) wet += 1;
    }
    return (wet / (steps + 1)) * length;
  }
}

function bucketAt(x: number, y: number): number {
  return (Math.floor(x / bucketMeters) + 5000) * 10_000 + Math.floor(y / bucketMeters) + 5000;
}

function* bucketsOf(
  [west, south, east, north]: readonly [number, number, number, number],
  reach: number,
): Iterable<number> {
  const end = Math.ceil((east + reach) / bucketMeters) * bucketMeters;
  const top = Math.ceil((north + reach) / bucketMeters) * bucketMeters;
  for (let x = west - reach; x <= end; x += bucketMeters) {
    for (let y = south - reach; y <= top; y += bucketMeters) yield bucketAt(x, y);
  }
}

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
