/** Views that show something in the part of the screen that panels leave free. */
import type { Bounds, ViewState } from '../../engine.ts';

export type Padding = { top: number; right: number; bottom: number; left: number };
export type ScreenSize = { widthPx: number; heightPx: number };

const metersPerDegree = 111_320;
/** As near as flying to a small area goes: a street corner and its surroundings. */
const nearestMetersPerPixel = 0.55;
const roundAbout = 1.08;

/** Moves the centre so that the view's own place comes to lie in the middle of what is free. */
export function beside(view: ViewState, padding: Padding): ViewState {
  const rightPx = (padding.left - padding.right) / 2;
  const downPx = (padding.top - padding.bottom) / 2;
  const bearing = (view.bearingDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(bearing), Math.cos(bearing)];
  const foreshortened = Math.max(0.2, Math.cos((view.pitchDeg * Math.PI) / 180));
  const right = -rightPx * view.metersPerPixel;
  const ahead = (downPx * view.metersPerPixel) / foreshortened;
  const east = right * cos + ahead * sin;
  const north = -right * sin + ahead * cos;
  const shrink = Math.cos((view.latitude * Math.PI) / 180);
  return {
    ...view,
    longitude: view.longitude + east / (metersPerDegree * shrink),
    latitude: view.latitude + north / metersPerDegree,
  };
}

export function viewOfBounds(bounds: Bounds, screen: ScreenSize, padding: Padding): ViewState {
  const [west, south, east, north] = bounds;
  const latitude = (south + north) / 2;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const freeWidth = Math.max(50, screen.widthPx - padding.left - padding.right);
  const freeHeight = Math.max(50, screen.heightPx - padding.top - padding.bottom);
  const wide = ((east - west) * metersPerDegree * shrink) / freeWidth;
  const high = ((north - south) * metersPerDegree) / freeHeight;
  const metersPerPixel = Math.max(nearestMetersPerPixel, Math.max(wide, high) * roundAbout);
  const longitude = (west + east) / 2;
  return beside({ longitude, latitude, metersPerPixel, bearingDeg: 0, pitchDeg: 0 }, padding);
}
