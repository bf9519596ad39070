/** 覆盖盲区: whether it is looked at, and which of its rows are open. */
import { createStore, useStore } from '#ui/create-store.ts';

export const blindSpotRows = ['roads', 'places', 'areas', 'sites'] as const;
export type BlindSpotRows = (typeof blindSpotRows)[number];

type BlindSpotsState = { open: boolean; rows: BlindSpotRows };

export const blindSpots = createStore<BlindSpotsState>({ open: false, rows: 'areas' });

export function useBlindSpots<Part>(select: (state: BlindSpotsState) => Part): Part {
  return useStore(blindSpots, select);
}

export function toggleBlindSpots(): void {
  blindSpots.set(({ open }) => ({ open: !open, rows: 'areas' }));
}

/** Answers whether there was anything to close. */
export function closeBlindSpots(): boolean {
  const { open } = blindSpots.get();
  blindSpots.set({ open: false });
  return open;
}

export function showBlindSpotRows(rows: BlindSpotRows): void {
  blindSpots.set({ rows });
}
