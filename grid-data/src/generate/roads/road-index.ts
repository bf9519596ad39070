import type { Point } from '../geometry/frame.ts';
import { roadWidthMeters } from './road-sketch.ts';
import type { Road } from './road-network.ts';

type Piece = {
  ax: number;
  ay: number;
  dx: number;
  dy: number;
  square: number;
  half: number;
  road: Road;
};

const bucketMeters = 80;

/** Roads by where they run, to ask what lies on or beside one. */
export class RoadIndex {
  readonly #pieces = new Map<number, Piece[]>();

  constructor(roads: Road[]) {
    for (const road of roads) {
      const half = roadWidthMeters[road.kind] / 2;
      for (let i = 1; i < road.points.length; i += 1) {
        this.#add(road.points[i - 1]!, road.points[i]!, { half, road });
      }
    }
  }

  #add(a: Point, b: Point, { half, road }: Pick<Piece, 'half' | 'road'>): void {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const piece = { ax: a[0], ay: a[1], dx, dy, square: dx * dx + dy * dy, half, road };
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (bucketMeters / 2)));
    const seen = new Set<number>();
    for (let s = 0; s <= steps; s += 1) {
      const [x, y] = [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
      for (const east of [-bucketMeters, 0, bucketMeters]) {
        for (const up of [-bucketMeters, 0, bucketMeters]) seen.add(bucketAt(x + east, y + up));
      }
    }
    for (const bucket of seen) {
      const list = this.#pieces.get(bucket);
      if (list) list.push(piece);
      else this.#pieces.set(bucket, [piece]);
    }
  }

  /** Metres from the nearest road's edge, negative on it; Infinity when none is within reach (about 80 m). */
  clearance(x: number, y: number): number {
    let least = Infinity;
    const near = this.#pieces.get(bucketAt(x, y));
    if (near) for (const piece of near) least = Math.min(least, awayFrom(piece, x, y) - piece.half);
    return least;
  }

  /** The road nearest to a point, within about 80 m. */
  nearest(x: number, y: number): Road | null {
    let [best, least]: [Road | null, number] = [null, Infinity];
    for (const piece of this.#pieces.get(bucketAt(x, y)) ?? []) {
      const away = awayFrom(piece, x, y);
      if (away < least) [best, least] = [piece.road, away];
    }
    return best;
  }
}

/** Asked millions of times: on numbers alone, nothing to collect after it. */
function awayFrom({ ax, ay, dx, dy, square }: Piece, x: number, y: number): number {
  const t = square === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
  const at = t < 0 ? 0 : t > 1 ? 1 : t;
  return Math.hypot(x - ax - dx * at, y - ay - dy * at);
}

function bucketAt(x: number, y: number): number {
  return (Math.floor(x / bucketMeters) + 5000) * 10_000 + Math.floor(y / bucketMeters) + 5000;
}
