import type { Vec3 } from './vectors.ts';
import { difference, dot } from './vectors.ts';

export type ViewOptions = {
  /** Where the camera hangs. */
  at: Vec3;
  /** Degrees to the right of straight ahead. */
  yawDeg: number;
  /** Degrees below the horizon. */
  pitchDeg: number;
  fieldOfViewDeg: number;
};

export type ScreenPoint = { x: number; y: number; nearness: number };

const nearestMeters = 0.4;

/** A pinhole camera: nearness is 1/depth, which is linear over the screen on any plane. */
export class View {
  readonly at: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly forward: Vec3;
  readonly #focal: number;
  readonly #center: readonly [number, number];

  constructor(options: ViewOptions, width: number, height: number) {
    const yaw = (options.yawDeg * Math.PI) / 180;
    const pitch = (options.pitchDeg * Math.PI) / 180;
    this.at = options.at;
    this.right = [Math.cos(yaw), -Math.sin(yaw), 0];
    this.forward = [
      Math.sin(yaw) * Math.cos(pitch),
      Math.cos(yaw) * Math.cos(pitch),
      -Math.sin(pitch),
    ];
    this.up = [Math.sin(yaw) * Math.sin(pitch), Math.cos(yaw) * Math.sin(pitch), Math.cos(pitch)];
    this.#focal = width / 2 / Math.tan((options.fieldOfViewDeg * Math.PI) / 360);
    this.#center = [width / 2, height / 2];
  }

  depthOf(point: Vec3): number {
    return dot(difference(point, this.at), this.forward);
  }

  /** Pixels that a metre takes at a depth. */
  pixelsPerMeter(depth: number): number {
    return this.#focal / depth;
  }

  /** The row of the horizon; above the picture's top when looking steeply down. */
  get horizonRow(): number {
    return this.#center[1] - this.#focal * (-this.forward[2] / Math.hypot(this.up[2], 1e-9));
  }

  /** The way of the ray through a pixel's middle: a metre of it is a metre of depth. */
  ray(column: number, row: number): Vec3 {
    const right = (column + 0.5 - this.#center[0]) / this.#focal;
    const down = (row + 0.5 - this.#center[1]) / this.#focal;
    const along = (axis: 0 | 1 | 2): number =>
      this.forward[axis] + this.right[axis] * right - this.up[axis] * down;
    return [along(0), along(1), along(2)];
  }

  project(point: Vec3): ScreenPoint | null {
    const d = difference(point, this.at);
    const depth = dot(d, this.forward);
    if (depth < nearestMeters) return null;
    return this.#onScreen(d, depth);
  }

  /** A polygon on the screen, cut where it comes too near to the lens. */
  projectPolygon(points: readonly Vec3[]): ScreenPoint[] {
    const seen: ScreenPoint[] = [];
    points.forEach((point, index) => {
      const next = points[(index + 1) % points.length]!;
      const [d, e] = [difference(point, this.at), difference(next, this.at)];
      const [depth, nextDepth] = [dot(d, this.forward), dot(e, this.forward)];
      if (depth >= nearestMeters) seen.push(this.#onScreen(d, depth));
      if (depth >= nearestMeters !== nextDepth >= nearestMeters) {
        const share = (nearestMeters - depth) / (nextDepth - depth);
        const cut: Vec3 = [
          d[0] + (e[0] - d[0]) * share,
          d[1] + (e[1] - d[1]) * share,
          d[2] + (e[2] - d[2]) * share,
        ];
        seen.push(this.#onScreen(cut, nearestMeters));
      }
    });
    return seen;
  }

  #onScreen(d: Vec3, depth: number): ScreenPoint {
    const scale = this.#focal / depth;
    return {
      x: this.#center[0] + dot(d, this.right) * scale,
      y: this.#center[1] - dot(d, this.up) * scale,
      nearness: 1 / depth,
    };
  }
}
