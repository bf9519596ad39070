/** Which spot's cases are open, and the way from a spot to the map. */
import type { LonLat } from 'grid-data';

export const placings = ['heat', 'recurrence'] as const;
export type Placing = (typeof placings)[number];

export type OpenedPlace = {
  key: string;
  by: Placing;
  classCode: string | null;
  /** As the heading says it. */
  title: string;
};

export type ShowPlace = (position: LonLat) => void;
