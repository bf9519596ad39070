/** The online rate as a line of steps, in a box of 100 × 100 that stretches; time without a round is left open. */
export type RatePoint = { at: string; cameras: number; online: number };
type Span = { fromMs: number; toMs: number };

/** The scale begins at the tens below the worst, so that one camera in a thousand is still seen. */
export function floorOf(points: readonly RatePoint[]): number {
  const worst = Math.min(100, ...points.map(percentOf));
  return Math.max(0, Math.min(90, Math.floor((worst - 1) / 10) * 10));
}

export function percentOf({ cameras, online }: Pick<RatePoint, 'cameras' | 'online'>): number {
  return cameras === 0 ? 100 : (100 * online) / cameras;
}

export function rateLine(points: readonly RatePoint[], span: Span, longestGapMs: number): string {
  const floor = floorOf(points);
  const x = (at: number) => (100 * (at - span.fromMs)) / (span.toMs - span.fromMs);
  const y = (point: RatePoint) => 100 - (100 * (percentOf(point) - floor)) / (100 - floor);
  let path = '';
  let before: number | null = null;
  for (const point of points) {
    const at = Date.parse(point.at);
    const joined = before !== null && at - before <= longestGapMs;
    path += `${joined ? 'H' : 'M'}${x(at).toFixed(2)}${joined ? 'V' : ' '}${y(point).toFixed(2)}`;
    // A lone point would be no line at all.
    if (!joined) path += 'h0.3';
    before = at;
  }
  return path;
}

/** When counting began, where that lies inside the span: the line has nothing before it, and that must be said. */
export function countedSince(
  points: readonly RatePoint[],
  span: Span,
  longestGapMs: number,
): Date | null {
  const first = points[0];
  if (!first) return null;
  const at = Date.parse(first.at);
  return at - span.fromMs > longestGapMs ? new Date(at) : null;
}

export function nearestPoint<Point extends RatePoint>(
  points: readonly Point[],
  atMs: number,
): Point | null {
  return points.reduce<Point | null>((best, point) => {
    const off = (each: Point) => Math.abs(Date.parse(each.at) - atMs);
    return best === null || off(point) < off(best) ? point : best;
  }, null);
}
