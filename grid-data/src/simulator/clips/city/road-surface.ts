/** What a road looks like at a point of it, from its middle line, its kind, and how far its ends are. */
import type { Point } from '#generate/geometry/frame.ts';
import { roadWidthMeters } from '#generate/roads/road-sketch.ts';
import type { Road } from '#generate/roads/road-network.ts';
import type { Color } from '../drawing/vectors.ts';

type Piece = {
  a: Point;
  along: Point;
  length: number;
  /** Metres of its road before it. */
  before: number;
  road: Road;
  half: number;
};

/** Where a point lies on or beside the nearest road. */
type OnRoad = {
  road: Road;
  half: number;
  /** Right of the middle line, metres. */
  aside: number;
  meters: number;
  /** Beyond the edge; negative on the road. */
  off: number;
};

const bucketMeters = 24;
const reachMeters = 8;

/** The roads near a camera, to be asked a million times. */
export class NearRoads {
  readonly #pieces = new Map<number, Piece[]>();
  readonly #open = new Map<number, number>();

  constructor(roads: readonly Road[]) {
    for (const road of roads) {
      for (const end of [road.from, road.to]) {
        const half = roadWidthMeters[road.kind] / 2;
        this.#open.set(end, Math.max(this.#open.get(end) ?? 0, half));
      }
      this.#add(road);
    }
  }

  #add(road: Road): void {
    let before = 0;
    const half = roadWidthMeters[road.kind] / 2;
    for (let i = 1; i < road.points.length; i += 1) {
      const [a, b] = [road.points[i - 1]!, road.points[i]!];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length === 0) continue;
      const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      const piece = { a, along, length, before, road, half };
      const reach = half + reachMeters;
      const seen = new Set<number>();
      for (let at = 0; at <= length + bucketMeters / 2; at += bucketMeters / 2) {
        const meters = Math.min(at, length);
        for (let dx = -reach; dx <= reach; dx += bucketMeters / 3) {
          for (let dy = -reach; dy <= reach; dy += bucketMeters / 3) {
            seen.add(bucketOf(a[0] + along[0] * meters + dx, a[1] + along[1] * meters + dy));
          }
        }
      }
      for (const bucket of seen) {
        const list = this.#pieces.get(bucket);
        if (list) list.push(piece);
        else this.#pieces.set(bucket, [piece]);
      }
      before += length;
    }
  }

  at(x: number, y: number): OnRoad | null {
    let best: OnRoad | null = null;
    for (const { a, along, length, before, road, half } of this.#pieces.get(bucketOf(x, y)) ?? []) {
      const [dx, dy] = [x - a[0], y - a[1]];
      const ahead = Math.min(length, Math.max(0, dx * along[0] + dy * along[1]));
      const away = Math.hypot(dx - along[0] * ahead, dy - along[1] * ahead);
      const off = away - half;
      if (off > reachMeters || (best !== null && off >= best.off)) continue;
      const aside = dx * along[1] - dy * along[0];
      best = { road, half, aside: Math.sign(aside) * away, meters: before + ahead, off };
    }
    return best;
  }

  /** How far into a road its junction reaches, at its nearer end. */
  clearOf({ road, meters }: OnRoad): number {
    const fromEnd = road.lengthMeters - meters;
    const end = meters < fromEnd ? road.from : road.to;
    return Math.min(meters, fromEnd) - (this.#open.get(end) ?? 0);
  }
}

function bucketOf(x: number, y: number): number {
  return (Math.floor(x / bucketMeters) + 9000) * 20_000 + Math.floor(y / bucketMeters) + 9000;
}

const asphalt: Color = [116, 118, 121];
const concrete: Color = [158, 155, 147];
const white: Color = [232, 232, 226];
const yellow: Color = [226, 186, 72];

export function roadColor(on: OnRoad, roads: NearRoads, depth: number): Color {
  const { road, half, aside, meters } = on;
  if (road.kind === 'lane' || road.kind === 'tertiary') return concrete;
  const clear = roads.clearOf(on);
  if (depth > 160 || clear < 0.8) return asphalt;
  const across = Math.abs(aside);
  const zebra = clear < 4.4 && road.town >= 0 && road.kind !== 'residential';
  if (clear < 0.8 + 0.4) return asphalt;
  if (zebra) return across < half - 0.3 && (aside + 500) % 0.95 < 0.48 ? white : asphalt;
  if (clear < 5.6) return clear > 5.1 && aside > 0.3 && across < half - 0.3 ? white : asphalt;
  if (road.kind === 'residential') return across < 0.08 && meters % 6 < 3 ? white : asphalt;
  if (across < 0.22 && across > 0.08) return yellow;
  if (Math.abs(across - (half - 0.45)) < 0.08) return white;
  const lanes = road.kind === 'primary' || road.kind === 'expressway';
  return lanes && Math.abs(across - half / 2) < 0.07 && meters % 9 < 4 ? white : asphalt;
}

const pavementMeters = 3.3;
const kerb: Color = [196, 194, 188];
const tiles: Color = [176, 168, 156];
const tilesDark: Color = [166, 156, 143];
const guide: Color = [206, 178, 92];

/** The pavement along streets; null where none is. */
export function pavementColor(on: OnRoad, depth: number): Color | null {
  const { road, off, aside, meters } = on;
  if (road.town < 0 || road.kind === 'lane' || off > pavementMeters) return null;
  if (off < 0.25) return kerb;
  // The strip of ribbed tiles that who cannot see follows.
  if (Math.abs(off - 1.9) < 0.18) return guide;
  if (depth > 70) return tiles;
  return (Math.floor(meters / 0.9) + Math.floor(Math.abs(aside) / 0.9)) % 2 === 0
    ? tiles
    : tilesDark;
}
