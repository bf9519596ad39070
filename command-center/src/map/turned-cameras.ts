/** Cameras that do not look as they were surveyed: their cones are drawn by who knows where they look. */
import { createStore } from '#ui/create-store.ts';

export const turnedCameras = createStore<{ ids: ReadonlySet<string> }>({ ids: new Set() });

export function isTurned(cameraId: string): boolean {
  return turnedCameras.get().ids.has(cameraId);
}
