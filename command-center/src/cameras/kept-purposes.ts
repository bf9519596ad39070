/**
 * Purposes stated for windows that stand open. While the past shows, a window's live look is over; back in the present
 * it looks again for the same purpose, which asks for a ticket and writes a row as ever, but not the person.
 */
import { mapModel } from '#map/map-model.ts';

type Kept = { purpose: string; until: number };

const kept = new Map<string, Kept>();

/** A purpose holds no longer than the look that it was granted for might have gone on. */
export function keepPurpose(cameraId: string, purpose: string, seconds: number): void {
  kept.set(cameraId, { purpose, until: Date.now() + seconds * 1000 });
}

/** Null where none was granted, its time is over or the window was closed since. */
export function keptPurpose(cameraId: string): string | null {
  const found = kept.get(cameraId);
  return found && found.until > Date.now() ? found.purpose : null;
}

mapModel.subscribe(() => {
  const { openCameras } = mapModel.get();
  for (const cameraId of kept.keys()) {
    if (!openCameras.some((open) => open.cameraId === cameraId)) kept.delete(cameraId);
  }
});
