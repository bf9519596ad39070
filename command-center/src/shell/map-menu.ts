/** A second button, or a long touch, on the map: what may be asked of the place there. */
import type { LonLat } from 'grid-data';
import { mapContainer, mapHost } from '#map/map-host.ts';
import { askLookHere, closeLookHere } from '#ptz/look-here.ts';
import { askPlaceCameras, closePlaceCameras } from '#sights/place/place-cameras.ts';

export function offerMapMenu(mayTurn: boolean): () => void {
  const offer = (event: MouseEvent): void => {
    event.preventDefault();
    const { left, top } = mapContainer.getBoundingClientRect();
    const { engine } = mapHost.get();
    const place = engine?.unproject({ x: event.clientX - left, y: event.clientY - top });
    if (!place) return;
    if (mayTurn) lookHereInstead(place);
    else rankInstead(place);
  };
  mapContainer.addEventListener('contextmenu', offer);
  return () => {
    mapContainer.removeEventListener('contextmenu', offer);
    closeLookHere();
    closePlaceCameras();
  };
}

/** One question about one place: the other takes its leave. */
export function rankInstead(place: LonLat): void {
  closeLookHere();
  askPlaceCameras(place);
}

export function lookHereInstead(place: LonLat): void {
  closePlaceCameras();
  askLookHere(place);
}
