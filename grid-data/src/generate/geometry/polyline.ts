import type { Point } from './frame.ts';

export function lengthOf(line: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i += 1) length += distance(line[i - 1]!, line[i]!);
  return length;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

export type OnLine = { point: Point; /** Unit vector along the line. */ along: Point };

/** The point `meters` along a line and its direction there; past the ends, the ends. */
export function pointAlong(line: readonly Point[], meters: number): OnLine {
  let left = meters;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    if ((left <= length || i === line.length - 1) && length > 0) {
      const t = Math.min(1, Math.max(0, left / length));
      const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      return { point: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], along };
    }
    left -= length;
  }
  return { point: line[0]!, along: [1, 0] };
}

/** Douglas-Peucker, ends kept. */
export function simplify(line: readonly Point[], toleranceMeters: number): Point[] {
  if (line.length < 3) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const [far, away] = farthest(line, from, to);
    if (away <= toleranceMeters) continue;
    keep[far] = 1;
    open.push([from, far], [far, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function farthest(line: readonly Point[], from: number, to: number): [number, number] {
  let far = from;
  let most = -1;
  for (let i = from + 1; i < to; i += 1) {
    const away = distanceToSegment(line[i]!, line[from]!, line[to]!);
    if (away > most) [far, most] = [i, away];
  }
  return [far, most];
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
  const at = Math.min(1, Math.max(0, t));
  return Math.hypot(p[0] - a[0] - dx * at, p[1] - a[1] - dy * at);
}

/** Cuts the corners of a line once (Chaikin), ends kept. */
export function cutCorners(line: readonly Point[]): Point[] {
  if (line.length < 3) return [...line];
  const cut: Point[] = [line[0]!];
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i]!, line[i + 1]!];
    if (i > 0) cut.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
    if (i + 2 < line.length) cut.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
  }
  cut.push(line.at(-1)!);
  return cut;
}

/** Twice the signed area is halved here: positive where the closed ring turns left. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

export function isInRing(ring: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let before = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    if (a[1] > y !== before[1] > y) {
      if (x < ((before[0] - a[0]) * (y - a[1])) / (before[1] - a[1]) + a[0]) inside = !inside;
    }
    before = a;
  }
  return inside;
}
