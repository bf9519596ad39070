import Flatbush from 'flatbush';

export type Coordinate = [longitude: number, latitude: number];

/** Where a closed ring crosses or touches itself, or null. Cost grows with n log n for shapes of maps. */
export function firstCrossing(ring: readonly Coordinate[]): Coordinate | null {
  const segments = withoutRepeats(ring);
  const count = segments.length - 1;
  if (count < 3) return segments[0] ?? null;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i += 1) {
    const [a, b] = segmentAt(segments, i);
    index.add(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    );
  }
  index.finish();
  for (let i = 0; i < count; i += 1) {
    const [a, b] = segmentAt(segments, i);
    const near = index.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (j) => j > i,
    );
    for (const j of near) {
      const crossing = crossingOf([a, b], segmentAt(segments, j), neighbours(i, j, count));
      if (crossing !== null) return crossing;
    }
  }
  return null;
}

type Segment = readonly [from: Coordinate, to: Coordinate];

function segmentAt(points: readonly Coordinate[], i: number): Segment {
  return [points[i] as Coordinate, points[i + 1] as Coordinate];
}

function neighbours(i: number, j: number, count: number): boolean {
  return j === i + 1 || (i === 0 && j === count - 1);
}

/** Neighbouring segments share a corner; they cross only where one folds back over the other. */
function crossingOf(one: Segment, other: Segment, adjacent: boolean): Coordinate | null {
  const [a, b] = one;
  const [c, d] = other;
  const d1 = side(c, d, a);
  const d2 = side(c, d, b);
  const d3 = side(a, b, c);
  const d4 = side(a, b, d);
  if (adjacent) return d1 === 0 && d2 === 0 && d3 === 0 && d4 === 0 ? foldPoint(one, other) : null;
  if (d1 * d2 < 0 && d3 * d4 < 0) {
    const t = d1 / (d1 - d2);
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  }
  if (d1 === 0 && within(c, d, a)) return a;
  if (d2 === 0 && within(c, d, b)) return b;
  if (d3 === 0 && within(a, b, c)) return c;
  if (d4 === 0 && within(a, b, d)) return d;
  return null;
}

function foldPoint([a, b]: Segment, [c, d]: Segment): Coordinate | null {
  const shared = b[0] === c[0] && b[1] === c[1] ? b : a;
  const tipOne = shared === b ? a : b;
  const tipOther = shared === b ? d : c;
  const dot =
    (tipOne[0] - shared[0]) * (tipOther[0] - shared[0]) +
    (tipOne[1] - shared[1]) * (tipOther[1] - shared[1]);
  return dot > 0 ? shared : null;
}

function side(a: Coordinate, b: Coordinate, p: Coordinate): number {
  return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
}

function within(a: Coordinate, b: Coordinate, p: Coordinate): boolean {
  return (
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function withoutRepeats(ring: readonly Coordinate[]): Coordinate[] {
  return ring.filter((point, i) => {
    const before = ring[i - 1];
    return before === undefined || before[0] !== point[0] || before[1] !== point[1];
  });
}
