/** Where the worker walked on this duty: on this phone alone, and gone when the duty ends. */
import { distanceMeters } from 'grid-data';
import type { Point } from './duty-watch.ts';

const wayKey = 'cloud-eye.field.own-way';
/** A duty's worth at a walk; the oldest go first. */
const mostPoints = 3_000;

type Kept = { dutyId: string; points: readonly Point[] };

/** What is kept of this duty; another's is thrown away. */
export function readWay(dutyId: string): readonly Point[] {
  try {
    const kept = JSON.parse(localStorage.getItem(wayKey) ?? 'null') as Kept | null;
    if (kept?.dutyId === dutyId && Array.isArray(kept.points)) return kept.points;
  } catch {
    // Torn or closed: the way begins here.
  }
  forgetWay();
  return [];
}

export function keepWay(dutyId: string, points: readonly Point[]): readonly Point[] {
  const kept = points.slice(-mostPoints);
  try {
    localStorage.setItem(wayKey, JSON.stringify({ dutyId, points: kept }));
  } catch {
    // A full phone shows it for as long as the page is open.
  }
  return kept;
}

export function forgetWay(): void {
  try {
    localStorage.removeItem(wayKey);
  } catch {
    // Storage is closed: nothing was kept.
  }
}

export function lengthMeters(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, { longitude, latitude }, i) => {
    const before = points[i]!;
    return sum + distanceMeters([before.longitude, before.latitude], [longitude, latitude]);
  }, 0);
}

/** The way in a square of 100, north up, as long east as it is north. */
export function drawnWay(points: readonly Point[]): { path: string; end: [number, number] } | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  const shrink = Math.cos((last.latitude * Math.PI) / 180);
  const flat = points.map(({ longitude, latitude }) => [longitude * shrink, -latitude] as const);
  const [left, right] = [Math.min(...flat.map(([x]) => x)), Math.max(...flat.map(([x]) => x))];
  const [top, bottom] = [Math.min(...flat.map(([, y]) => y)), Math.max(...flat.map(([, y]) => y))];
  // A stand is a dot in the middle, not the whole picture.
  const side = Math.max(right - left, bottom - top, 0.0005);
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    round(50 + ((x - (left + right) / 2) / side) * 90),
    round(50 + ((y - (top + bottom) / 2) / side) * 90),
  ];
  return { path: flat.map((at) => place(at).join(',')).join(' '), end: place(flat.at(-1)!) };
}

const round = (of: number): number => Math.round(of * 10) / 10;
