export type MeterPoint = readonly [east: number, north: number];

/** Douglas and Peucker: leaves out what lies within the tolerance of the line that stays. */
export function simplifyLine(line: readonly MeterPoint[], tolerance: number): MeterPoint[] {
  if (line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const { at, away } = farthest(line, from, to);
    if (away <= tolerance) continue;
    kept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, i) => kept[i] === 1);
}

function farthest(line: readonly MeterPoint[], from: number, to: number) {
  const start = line[from] as MeterPoint;
  const end = line[to] as MeterPoint;
  let at = from;
  let away = -1;
  for (let i = from + 1; i < to; i++) {
    const meters = distanceToSegment(line[i] as MeterPoint, start, end);
    if (meters > away) [at, away] = [i, meters];
  }
  return { at, away };
}

function distanceToSegment(point: MeterPoint, start: MeterPoint, end: MeterPoint): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = dx * dx + dy * dy;
  const along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / (length || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point[0] - start[0] - t * dx, point[1] - start[1] - t * dy);
}
