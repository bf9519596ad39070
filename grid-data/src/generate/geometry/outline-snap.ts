import type { Point } from './frame.ts';
import { distance } from './polyline.ts';
import { outside, type Arc } from './region-arcs.ts';
import { ringsOf } from './region-shapes.ts';

/** Puts the outer border of the regions exactly on the county's outline, and the borders that meet it too. */
export function snapToOutline(arcs: Arc[], outline: Point[]): Arc[] {
  const outer = arcs.filter((arc) => (arc.left === outside) !== (arc.right === outside));
  const ways = outer.map((arc) => ({ arc, forward: arc.right === outside }));
  const line = new MeasuredRing(outline);
  const moved = new Map<number, Point>();
  const replaced = new Map<Arc, Point[]>();
  for (const ring of ringsOf(ways)) {
    const corners = ring.map(({ arc, forward }) => (forward ? arc.points[0]! : arc.points.at(-1)!));
    const marks = line.marksAlong(corners);
    for (const [i, { arc, forward }] of ring.entries()) {
      const from = marks[i]!;
      const to = i + 1 < marks.length ? marks[i + 1]! : marks[0]! + line.length;
      const path = arc.closed ? outline : line.between(from, to);
      replaced.set(arc, forward ? path : path.toReversed());
      moved.set(forward ? arc.start : arc.end, path[0]!);
    }
  }
  return arcs.map((arc) => {
    const points = replaced.get(arc) ?? arc.points.slice();
    if (!replaced.has(arc) && !arc.closed) {
      points[0] = moved.get(arc.start) ?? points[0]!;
      points[points.length - 1] = moved.get(arc.end) ?? points.at(-1)!;
    }
    return { ...arc, points };
  });
}

/** A closed ring walked by the metre; marks may run past its length. */
class MeasuredRing {
  readonly length: number;
  readonly #ring: Point[];
  readonly #marks: number[] = [0];

  constructor(ring: Point[]) {
    this.#ring = ring;
    for (let i = 1; i < ring.length; i += 1) {
      this.#marks.push(this.#marks[i - 1]! + distance(ring[i - 1]!, ring[i]!));
    }
    this.length = this.#marks.at(-1)!;
  }

  /** A mark near each corner, in their order: never back, and never a whole round ahead. */
  marksAlong(corners: Point[]): number[] {
    const start = this.#nearest(corners[0]!, 0, this.length);
    const marks = [start];
    for (let i = 1; i < corners.length; i += 1) {
      const last = marks[i - 1]!;
      const reach = 2 * distance(corners[i - 1]!, corners[i]!) + 4000;
      marks.push(this.#nearest(corners[i]!, last, Math.min(last + reach, start + this.length)));
    }
    return marks;
  }

  between(from: number, to: number): Point[] {
    const path = [this.at(from)];
    for (let round = 0; round < 2; round += 1) {
      for (let i = 1; i < this.#ring.length; i += 1) {
        const mark = this.#marks[i]! + round * this.length;
        if (mark > from + 0.5 && mark < to - 0.5) path.push(this.#ring[i]!);
      }
    }
    path.push(this.at(to));
    return path;
  }

  at(mark: number): Point {
    const wrapped = mark >= this.length ? mark - this.length : mark;
    let i = 1;
    for (let high = this.#ring.length - 1; i < high;) {
      const middle = (i + high) >> 1;
      if (this.#marks[middle]! < wrapped) i = middle + 1;
      else high = middle;
    }
    const [a, b] = [this.#ring[i - 1]!, this.#ring[i]!];
    const span = this.#marks[i]! - this.#marks[i - 1]! || 1;
    const t = (wrapped - this.#marks[i - 1]!) / span;
    return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  }

  #nearest(corner: Point, from: number, to: number): number {
    let best = from;
    let least = Infinity;
    for (let mark = from; mark <= to; mark += 20) {
      const away = distance(corner, this.at(mark));
      if (away < least) [best, least] = [mark, away];
    }
    return best;
  }
}
