import { createNoise2D } from 'simplex-noise';
import type { Random } from '../random.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import type { Frame } from '../geometry/frame.ts';

/** A point of a river's middle line, its bed's height and the water's width there. */
export type RiverPoint = { x: number; y: number; bedM: number; widthM: number };

export type River = { name: string | null; kind: 'river' | 'stream'; points: RiverPoint[] };

const stepMeters = 60;

/** The named rivers through their control points, winding, from source to mouth. */
export function mainRivers(frame: Frame, random: Random): River[] {
  const controls = new Map<string, RiverPoint[]>();
  for (const row of readSeedCsv('main-rivers.csv')) {
    const name = field(row, 'river');
    const [x, y] = frame.toPoint([Number(field(row, 'lon')), Number(field(row, 'lat'))]);
    const point = {
      x,
      y,
      bedM: Number(field(row, 'elevation_m')),
      widthM: Number(field(row, 'width_m')),
    };
    controls.set(name, [...(controls.get(name) ?? []), point]);
  }
  const noise = createNoise2D(random.fork('meanders').next);
  return [...controls].map(([name, points]) => ({
    name,
    kind: 'river',
    points: wind(points, noise),
  }));
}

/** Catmull-Rom through the control points, then pushed aside by noise: less near the ends, so that mouths meet. */
function wind(controls: RiverPoint[], noise: (x: number, y: number) => number): RiverPoint[] {
  const smooth: RiverPoint[] = [];
  for (let i = 0; i + 1 < controls.length; i += 1) {
    const from = controls[i]!;
    const to = controls[i + 1]!;
    const before = controls[i - 1] ?? from;
    const after = controls[i + 2] ?? to;
    const steps = Math.max(2, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / stepMeters));
    for (let s = 0; s < steps; s += 1) {
      const t = s / steps;
      smooth.push({
        x: spline([before.x, from.x, to.x, after.x], t),
        y: spline([before.y, from.y, to.y, after.y], t),
        bedM: from.bedM + (to.bedM - from.bedM) * t,
        widthM: from.widthM + (to.widthM - from.widthM) * t,
      });
    }
  }
  smooth.push(controls.at(-1)!);
  return smooth.map((point, i) => aside(smooth, point, i, noise));
}

function aside(
  line: RiverPoint[],
  point: RiverPoint,
  i: number,
  noise: (x: number, y: number) => number,
): RiverPoint {
  const before = line[Math.max(0, i - 1)]!;
  const after = line[Math.min(line.length - 1, i + 1)]!;
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const ends = Math.min(1, (Math.min(i, line.length - 1 - i) * stepMeters) / 900);
  const push =
    ends * (260 * noise(point.x / 1700, point.y / 1700) + 70 * noise(point.y / 600, point.x / 600));
  return {
    ...point,
    x: point.x - ((after.y - before.y) / length) * push,
    y: point.y + ((after.x - before.x) / length) * push,
  };
}

function spline([a, b, c, d]: [number, number, number, number], t: number): number {
  return (
    0.5 *
    (2 * b +
      (c - a) * t +
      (2 * a - 5 * b + 4 * c - d) * t * t +
      (3 * b - a - 3 * c + d) * t * t * t)
  );
}
