import type { Point } from './frame.ts';
import type { Grid } from './grid.ts';
import { cutCorners, simplify } from './polyline.ts';

/** A stretch of border between two regions; every region beside it uses the very same points. */
export type Arc = {
  left: number;
  right: number;
  /** Corner numbers of its ends; equal and `closed` for a ring without a junction. */
  start: number;
  end: number;
  closed: boolean;
  /** 0 east, 1 north, 2 west, 3 south: how it leaves its start and reaches its end. */
  firstDirection: number;
  lastDirection: number;
  points: Point[];
};

export const outside = -1;

/** Borders of a raster of region numbers, smoothed between the junctions. */
export function traceArcs(grid: Grid, labels: Int32Array): Arc[] {
  const tracer = new ArcTracer(grid, labels);
  return tracer.trace().map((arc) => ({ ...arc, points: smooth(arc, grid.cellMeters) }));
}

function smooth(arc: Arc, cellMeters: number): Point[] {
  const tolerance = cellMeters * 0.36;
  if (!arc.closed) return cutCorners(simplify(arc.points, tolerance));
  const half = Math.floor(arc.points.length / 2);
  const first = simplify(arc.points.slice(0, half + 1), tolerance);
  const ring = [...first, ...simplify(arc.points.slice(half), tolerance).slice(1)];
  // Simplifying may flatten a small ring to a line there and back.
  return roundOff(roundOff(ring.length < 5 ? arc.points : ring));
}

/** Cuts the corners of a closed ring once, the one it is closed at too. */
function roundOff(ring: Point[]): Point[] {
  const cut: Point[] = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    cut.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
    cut.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
  }
  return [...cut, cut[0]!];
}

class ArcTracer {
  readonly #grid: Grid;
  readonly #labels: Int32Array;
  readonly #width: number;
  readonly #visited: Uint8Array;

  constructor(grid: Grid, labels: Int32Array) {
    this.#grid = grid;
    this.#labels = labels;
    this.#width = grid.columns + 1;
    this.#visited = new Uint8Array(this.#width * (grid.rows + 1) * 2);
  }

  trace(): Arc[] {
    const arcs: Arc[] = [];
    for (const nodesOnly of [true, false]) {
      for (let corner = 0; corner < this.#width * (this.#grid.rows + 1); corner += 1) {
        if (nodesOnly && this.#degree(corner) < 3) continue;
        for (let direction = 0; direction < 4; direction += 1) {
          if (this.#isBorder(corner, direction) && !this.#visited[this.#edge(corner, direction)]) {
            arcs.push(this.#follow(corner, direction));
          }
        }
      }
    }
    return arcs;
  }

  #label(column: number, row: number): number {
    const { columns, rows } = this.#grid;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return outside;
    return this.#labels[row * columns + column]!;
  }

  #sides(corner: number, direction: number): [left: number, right: number] {
    const c = corner % this.#width;
    const r = Math.floor(corner / this.#width);
    const [ne, nw] = [this.#label(c, r - 1), this.#label(c - 1, r - 1)];
    const [se, sw] = [this.#label(c, r), this.#label(c - 1, r)];
    if (direction === 0) return [ne, se];
    if (direction === 1) return [nw, ne];
    return direction === 2 ? [sw, nw] : [se, sw];
  }

  #isBorder(corner: number, direction: number): boolean {
    const [left, right] = this.#sides(corner, direction);
    return left !== right;
  }

  #degree(corner: number): number {
    let degree = 0;
    for (let d = 0; d < 4; d += 1) if (this.#isBorder(corner, d)) degree += 1;
    return degree;
  }

  #edge(corner: number, direction: number): number {
    if (direction === 0) return corner * 2;
    if (direction === 2) return (corner - 1) * 2;
    return direction === 3 ? corner * 2 + 1 : (corner - this.#width) * 2 + 1;
  }

  #step(corner: number, direction: number): number {
    return corner + [1, -this.#width, -1, this.#width][direction]!;
  }

  #at(corner: number): Point {
    const { west, north, cellMeters } = this.#grid;
    return [
      west + (corner % this.#width) * cellMeters,
      north - Math.floor(corner / this.#width) * cellMeters,
    ];
  }

  #follow(start: number, firstDirection: number): Arc {
    const [left, right] = this.#sides(start, firstDirection);
    const middles: Point[] = [];
    let corner = start;
    let direction = firstDirection;
    for (;;) {
      this.#visited[this.#edge(corner, direction)] = 1;
      const next = this.#step(corner, direction);
      const [a, b] = [this.#at(corner), this.#at(next)];
      middles.push([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
      corner = next;
      if (corner === start || this.#degree(corner) !== 2) break;
      const back = (direction + 2) % 4;
      direction = [0, 1, 2, 3].find((d) => d !== back && this.#isBorder(corner, d))!;
    }
    const closed = corner === start && this.#degree(corner) === 2;
    const points = closed
      ? [...middles, middles[0]!]
      : middles.length === 1
        ? [this.#at(start), this.#at(corner)]
        : [this.#at(start), ...middles, this.#at(corner)];
    const ends = { start, end: corner, closed, firstDirection, lastDirection: direction };
    return { left, right, points, ...ends };
  }
}
