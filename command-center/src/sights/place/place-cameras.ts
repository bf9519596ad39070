/** The place for which somebody asks which cameras see it. */
import type { LonLat } from 'grid-data';
import { mapHost } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import { markPlace } from '#map/place-mark.ts';
import { createStore } from '#ui/create-store.ts';

/** Null where nobody asks. */
export const placeCameras = createStore<{ place: LonLat | null }>({ place: null });

const markId = 'place-cameras';

export function askPlaceCameras(place: LonLat): void {
  placeCameras.set({ place });
  markPlace(markId, place);
}

/** Answers whether one was asked for. */
export function closePlaceCameras(): boolean {
  if (placeCameras.get().place === null) return false;
  placeCameras.set({ place: null });
  markPlace(markId, null);
  return true;
}

/** By a key: what is selected, else the middle of the map; the same key again puts the list away. */
export function togglePlaceCameras(): void {
  if (closePlaceCameras()) return;
  const view = mapHost.get().engine?.view();
  const place = mapModel.get().selection?.position ?? (view && [view.longitude, view.latitude]);
  if (place) askPlaceCameras([place[0], place[1]]);
}
