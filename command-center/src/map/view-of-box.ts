import { remPx } from '#ui/rem-px.ts';
import type { ViewState } from './engine.ts';

const metersPerDegree = 111_320;
/** Both side columns with their edges. */
const columnsRem = 51;

/** The view that shows all of an area in what the columns leave free. */
export function viewOfBox(bbox: readonly number[]): ViewState {
  const [west = 100, south = 20, east = 115, north = 35] = bbox;
  const latitude = (south + north) / 2;
  const widthMeters = (east - west) * metersPerDegree * Math.cos((latitude * Math.PI) / 180);
  const heightMeters = (north - south) * metersPerDegree;
  const free = Math.max(240, innerWidth - columnsRem * remPx());
  const metersPerPixel = Math.max(widthMeters / free, heightMeters / (innerHeight * 0.86));
  return { longitude: (west + east) / 2, latitude, metersPerPixel, bearingDeg: 0, pitchDeg: 0 };
}
