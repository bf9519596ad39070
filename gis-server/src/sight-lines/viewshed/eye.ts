import type { LonLat } from 'grid-data';
import type { ReliefRaster } from 'tiles';

/** A camera as the viewshed takes it: nothing in it is guessed. */
export type Eye = {
  longitude: number;
  latitude: number;
  /** Lens above the ground. */
  heightMeters: number;
  rangeMeters: number;
  /** What is looked over; null for all around, where the camera turns or nobody knows where it looks. */
  sector: { bearingDeg: number; widthDeg: number } | null;
};

export type Building = {
  id: number;
  heightM: number;
  /** Outer ring and holes of each part, told apart by counting crossings. */
  rings: readonly (readonly LonLat[])[];
};

export type GroundAround = {
  /** Null where no heights are known: then the ground is taken as flat, and the sight says so. */
  relief: ReliefRaster | null;
  buildings: readonly Building[];
};

/** A person's breast, or a car's roof: what somebody at a screen wants to see of a place. */
export const targetHeightMeters = 1.5;

/** Beyond this no camera of a city makes out what happens. */
export const longestRangeMeters = 3_000;

const finestCellMeters = 2;
const mostCellsAlongRange = 400;

/** Two metres, and coarser only where the range is longer than four hundred such cells. */
export function cellMetersFor(rangeMeters: number): number {
  return Math.max(finestCellMeters, rangeMeters / mostCellsAlongRange);
}
