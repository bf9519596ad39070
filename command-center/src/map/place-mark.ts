/** A place of the map that somebody asks about, marked for as long as the question stands. */
import circle from '@turf/circle';
import type { LonLat } from 'grid-data';
import { setShape } from './map-model.ts';

export function markPlace(id: string, place: LonLat | null): void {
  setShape(
    id,
    place && {
      geometry: circle([...place], 8, { units: 'meters', steps: 32 }).geometry,
      symbols: [
        { kind: 'fill', color: 'accent', opacity: 0.5 },
        { kind: 'line', color: 'accent', opacity: 1, widthPx: 2 },
      ],
    },
  );
}
