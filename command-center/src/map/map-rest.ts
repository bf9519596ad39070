/**
 * While a page covers the hall its map rests: nothing new is drawn that nobody sees. What came meanwhile is drawn when
 * the map is seen again, from what the page keeps anyway.
 */
import { createStore } from '#ui/create-store.ts';

export const mapRest = createStore<{ resting: boolean }>({ resting: false });

export function restMap(resting: boolean): void {
  if (mapRest.get().resting !== resting) mapRest.set({ resting });
}
