/** A tour while it is being made: its stops in order, each with its time. */
import type { TourFieldsFragment } from '#gis/generated/graphql.ts';

export type DraftStop = {
  cameraId: string;
  name: string;
  purposes: readonly string[];
  dwellSeconds: number;
};
export type TourDraft = {
  name: string;
  purpose: string;
  tiles: number;
  stops: readonly DraftStop[];
};

export const usualDwellSeconds = 15;
/** 1 plays in a window of the hall, more on the wall of pictures. */
export const tourTiles = [1, 4, 9, 16] as const;

export function draftOf(tour: TourFieldsFragment | null): TourDraft {
  if (tour === null) return { name: '', purpose: '', tiles: 1, stops: [] };
  const stops = tour.stops.map(({ cameraId, dwellSeconds, camera }) => ({
    cameraId,
    name: camera?.name ?? cameraId,
    purposes: camera?.purposes ?? [],
    dwellSeconds,
  }));
  return { name: tour.name, purpose: tour.purpose, tiles: tour.tiles, stops };
}

/** With the stop a place further up or down; at the ends it stays. */
export function moved<Stop>(stops: readonly Stop[], index: number, by: 1 | -1): readonly Stop[] {
  const to = index + by;
  if (to < 0 || to >= stops.length) return stops;
  const next = [...stops];
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
}
