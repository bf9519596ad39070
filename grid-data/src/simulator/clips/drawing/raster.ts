import type { Color } from './vectors.ts';
import type { ScreenPoint } from './view.ts';

export type FillOptions = {
  /** 1 covers, less lets the picture under it through and leaves the depth as it is. */
  alpha: number;
  /** `over` paints over all, `solid` only what is nearer, `decal` what lies on a surface already painted. */
  depth: 'over' | 'solid' | 'decal';
};

const decalTolerance = 0.004;

/** RGB picture with depth; haze comes per pixel, by depth. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
  readonly nearness: Float32Array;
  readonly shaded: Uint8Array;
  haze: Color = [200, 210, 220];
  /** Depth at which half of a thing's own colour is left, metres. */
  hazeMeters = 400;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8ClampedArray(width * height * 3);
    this.nearness = new Float32Array(width * height);
    this.shaded = new Uint8Array(width * height);
  }

  copyFrom(other: Raster): void {
    this.pixels.set(other.pixels);
    this.nearness.set(other.nearness);
    this.haze = other.haze;
    this.hazeMeters = other.hazeMeters;
  }

  /** Calls back for each run of pixels inside a simple polygon. */
  #spans(points: readonly ScreenPoint[], span: (row: number, from: number, to: number) => void) {
    const rows = points.map((point) => point.y);
    const top = Math.max(0, Math.ceil(Math.min(...rows) - 0.5));
    const bottom = Math.min(this.height - 1, Math.floor(Math.max(...rows) - 0.5));
    for (let row = top; row <= bottom; row++) {
      const crossings = crossingsAt(points, row + 0.5);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = Math.max(0, Math.ceil(crossings[pair]! - 0.5));
        const to = Math.min(this.width - 1, Math.floor(crossings[pair + 1]! - 0.5));
        if (from <= to) span(row, from, to);
      }
    }
  }

  /** One pixel of ground, as it was found along its ray. */
  set(at: number, nearness: number, color: Color): void {
    this.#put(at, nearness, color, { alpha: 1, depth: 'over' });
  }

  fill(points: readonly ScreenPoint[], color: Color, options: FillOptions): void {
    if (points.length < 3) return;
    const plane = nearnessPlane(points);
    if (!plane) return;
    this.#spans(points, (row, from, to) => {
      let near = plane[0] * (from + 0.5) + plane[1] * (row + 0.5) + plane[2];
      for (let at = row * this.width + from; at <= row * this.width + to; at++) {
        this.#put(at, near, color, options);
        near += plane[0];
      }
    });
  }

  fillEllipse(
    center: ScreenPoint,
    radii: readonly [number, number],
    fill: FillOptions & { color: Color },
  ) {
    const top = Math.max(0, Math.ceil(center.y - radii[1] - 0.5));
    const bottom = Math.min(this.height - 1, Math.floor(center.y + radii[1] - 0.5));
    for (let row = top; row <= bottom; row++) {
      const share = (row + 0.5 - center.y) / radii[1];
      const half = radii[0] * Math.sqrt(Math.max(0, 1 - share * share));
      const from = Math.max(0, Math.ceil(center.x - half - 0.5));
      const to = Math.min(this.width - 1, Math.floor(center.x + half - 0.5));
      for (let at = row * this.width + from; at <= row * this.width + to; at++) {
        this.#put(at, center.nearness, fill.color, fill);
      }
    }
  }

  /** Marks where the sun does not reach; `darkenShaded` paints it once, however many shadows overlap. */
  markShaded(points: readonly ScreenPoint[]): void {
    if (points.length < 3) return;
    this.#spans(points, (row, from, to) => {
      this.shaded.fill(1, row * this.width + from, row * this.width + to + 1);
    });
  }

  darkenShaded(tint: Color): void {
    this.shaded.forEach((isShaded, at) => {
      if (!isShaded || this.nearness[at] === 0) return;
      for (let channel = 0; channel < 3; channel++) {
        this.pixels[at * 3 + channel]! *= tint[channel]!;
      }
    });
    this.shaded.fill(0);
  }

  #put(at: number, near: number, color: Color, { alpha, depth }: FillOptions): void {
    const stored = this.nearness[at]!;
    if (depth === 'solid' && near < stored) return;
    if (depth === 'decal' && near < stored * (1 - decalTolerance)) return;
    const clear = near > 0 ? 1 - 1 / (1 + this.hazeMeters * near) : 0;
    const start = at * 3;
    for (let channel = 0; channel < 3; channel++) {
      const hazed = this.haze[channel]! + (color[channel]! - this.haze[channel]!) * clear;
      const under = this.pixels[start + channel]!;
      this.pixels[start + channel] = alpha >= 1 ? hazed : under + (hazed - under) * alpha;
    }
    if (alpha >= 1 && depth !== 'decal') this.nearness[at] = near;
  }
}

function crossingsAt(points: readonly ScreenPoint[], y: number): number[] {
  const crossings: number[] = [];
  for (let index = 0; index < points.length; index++) {
    const a = points[index]!;
    const b = points[(index + 1) % points.length]!;
    if (a.y <= y !== b.y <= y) crossings.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x));
  }
  return crossings.sort((a, b) => a - b);
}

/** Coefficients of nearness = ax + by + c over a flat polygon, or null where it is seen edge-on. */
function nearnessPlane(points: readonly ScreenPoint[]): readonly [number, number, number] | null {
  const [p] = points as [ScreenPoint];
  let best: readonly [number, number, number] | null = null;
  let bestArea = 1e-6;
  for (let index = 1; index + 1 < points.length; index++) {
    const q = points[index]!;
    const r = points[index + 1]!;
    const area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
    if (Math.abs(area) <= bestArea) continue;
    bestArea = Math.abs(area);
    const dq = q.nearness - p.nearness;
    const dr = r.nearness - p.nearness;
    const a = (dq * (r.y - p.y) - dr * (q.y - p.y)) / area;
    const b = (dr * (q.x - p.x) - dq * (r.x - p.x)) / area;
    best = [a, b, p.nearness - a * p.x - b * p.y];
  }
  return best;
}
