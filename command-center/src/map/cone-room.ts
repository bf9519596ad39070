/** Which cones are drawn where more cameras stand than a picture bears: those nearest to its middle, and it says so. */
import type { LonLat } from 'grid-data';
import { createStore } from '#ui/create-store.ts';

/** Measured: beyond this a software-drawn map stutters, and nobody tells one cone from the next. */
export const mostCones = 600;

/** How many cameras could show what they see here, and how many do. */
export const coneRoom = createStore<{ all: number; drawn: number }>({ all: 0, drawn: 0 });

export function nearestToMiddle<Thing extends { position: readonly [number, number] }>(
  things: readonly Thing[],
  [longitude, latitude]: LonLat,
  most = mostCones,
): readonly Thing[] {
  if (things.length <= most) return things;
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  const off = ({ position }: Thing): number =>
    ((position[0] - longitude) * squeeze) ** 2 + (position[1] - latitude) ** 2;
  return things.toSorted((a, b) => off(a) - off(b)).slice(0, most);
}
