/** 屏: where a screen hangs, which part of a tile it shows, and which view the map on that part has. */
import type { WallRect } from './wall-content.ts';
import type { WallViewpoint } from './wall-viewpoint.ts';

export type ScreenPlace = {
  /** The lit picture, without its frame. */
  rect: WallRect;
  widthPx: number;
  heightPx: number;
  /** The frame round the picture. */
  bezelMm: number;
};

export const shortestScreenMm = 50;
export const longestScreenMm = 60_000;
export const mostScreenPx = 16_384;
export const widestBezelMm = 200;

/** What two rectangles have in common, or null. */
export function overlap(a: WallRect, b: WallRect): WallRect | null {
  const leftMm = Math.max(a.leftMm, b.leftMm);
  const topMm = Math.max(a.topMm, b.topMm);
  const widthMm = Math.min(a.leftMm + a.widthMm, b.leftMm + b.widthMm) - leftMm;
  const heightMm = Math.min(a.topMm + a.heightMm, b.topMm + b.heightMm) - topMm;
  // Rounding of a drag must not make a hairline of a neighbour's tile.
  return widthMm > 0.5 && heightMm > 0.5 ? { leftMm, topMm, widthMm, heightMm } : null;
}

/** The outline round several rectangles. */
export function around(rects: readonly WallRect[]): WallRect | null {
  if (rects.length === 0) return null;
  const leftMm = Math.min(...rects.map((rect) => rect.leftMm));
  const topMm = Math.min(...rects.map((rect) => rect.topMm));
  const rightMm = Math.max(...rects.map((rect) => rect.leftMm + rect.widthMm));
  const bottomMm = Math.max(...rects.map((rect) => rect.topMm + rect.heightMm));
  return { leftMm, topMm, widthMm: rightMm - leftMm, heightMm: bottomMm - topMm };
}

/** Web Mercator's radius: both engines measure the ground by it. */
const earthRadiusMeters = 6_378_137;
const degrees = 180 / Math.PI;

/**
 * The view at the middle of a part of a map that looks straight down: seen beside the other parts, roads run on from
 * one screen to the next, with what lies behind the bezels left out.
 */
export function viewOfPart(
  viewpoint: WallViewpoint,
  whole: WallRect,
  part: WallRect,
): WallViewpoint {
  const { longitude, latitude, metersPerMm, bearingDeg } = viewpoint;
  const rightMm = part.leftMm + part.widthMm / 2 - (whole.leftMm + whole.widthMm / 2);
  const downMm = part.topMm + part.heightMm / 2 - (whole.topMm + whole.heightMm / 2);
  const turn = bearingDeg / degrees;
  const eastMm = rightMm * Math.cos(turn) - downMm * Math.sin(turn);
  const northMm = -downMm * Math.cos(turn) - rightMm * Math.sin(turn);
  // Mercator stretches by the cosine of the latitude: a millimetre is so much of the projected plane.
  const projectedPerMm = metersPerMm / Math.cos(latitude / degrees);
  const y = Math.log(Math.tan(Math.PI / 4 + latitude / degrees / 2)) * earthRadiusMeters;
  const partY = (y + northMm * projectedPerMm) / earthRadiusMeters;
  const partLatitude = (2 * Math.atan(Math.exp(partY)) - Math.PI / 2) * degrees;
  return {
    ...viewpoint,
    longitude: longitude + ((eastMm * projectedPerMm) / earthRadiusMeters) * degrees,
    latitude: partLatitude,
    // The same projected scale reads as another number of metres at another latitude.
    metersPerMm: projectedPerMm * Math.cos(partLatitude / degrees),
  };
}
