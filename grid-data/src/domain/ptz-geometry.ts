/** From a place on the ground, or in a picture, to where a camera's head must look. */
import type { CameraPose } from './camera.ts';
import { angleBetween, bearingDegrees, distanceMeters, type LonLat } from './field-of-view.ts';
import type { HeadPosition, PictureBox } from './ptz.ts';

const toRadians = Math.PI / 180;

/** What a head that turns usually sees across at its widest, where no survey measured it. */
const usualWidthDeg = 60;
const pictureShape = 9 / 16;
/** Ground that a picture turned to a place should show across. */
const shownMeters = 40;
/** Where no survey measured the height of the lens. */
const usualHeightMeters = 6;
const largestZoom = 32;

/** Angle of view across at a zoom, for a lens that draws straight lines straight. */
export function widthAtZoom(widestDeg: number, zoom: number): number {
  return (2 * Math.atan(Math.tan((widestDeg / 2) * toRadians) / zoom)) / toRadians;
}

/** Compass degrees a head looks to; its zero is where it was fixed to look. */
export function headBearing(zeroDeg: number, { panDeg }: Pick<HeadPosition, 'panDeg'>): number {
  return normal(zeroDeg + panDeg);
}

/** Where a camera must look for a place on the ground to be in the middle of its picture. */
export function aimAt(
  pose: Pick<CameraPose, 'longitude' | 'latitude' | 'heightMeters' | 'widthDeg'>,
  zeroDeg: number,
  point: LonLat,
): HeadPosition {
  const from: LonLat = [pose.longitude, pose.latitude];
  const away = distanceMeters(from, point);
  const widest = pose.widthDeg ?? usualWidthDeg;
  const wanted = Math.atan(shownMeters / 2 / Math.max(1, away));
  const zoom = Math.tan((widest / 2) * toRadians) / Math.tan(wanted);
  return {
    panDeg: normal(bearingDegrees(from, point) - zeroDeg),
    tiltDeg: -Math.atan2(pose.heightMeters ?? usualHeightMeters, away) / toRadians,
    zoom: Math.min(largestZoom, Math.max(1, zoom)),
  };
}

/**
 * Where the head must look for a part of its picture to fill the picture: a ray through the middle of the box, turned
 * by the tilt, because near the ground a step across the picture is a larger turn than at the horizon.
 */
export function framed(
  head: HeadPosition,
  box: PictureBox,
  widestDeg: number | null,
): HeadPosition {
  const widest = widestDeg ?? usualWidthDeg;
  const half = Math.tan((widthAtZoom(widest, head.zoom) / 2) * toRadians);
  const right = (box.left + box.right - 1) * half;
  const up = (1 - box.top - box.bottom) * half * pictureShape;
  const tilt = head.tiltDeg * toRadians;
  const ahead = Math.cos(tilt) - up * Math.sin(tilt);
  const above = Math.sin(tilt) + up * Math.cos(tilt);
  const share = Math.max(Math.abs(box.right - box.left), Math.abs(box.bottom - box.top));
  return {
    panDeg: normal(head.panDeg + Math.atan2(right, ahead) / toRadians),
    tiltDeg: Math.atan2(above, Math.hypot(right, ahead)) / toRadians,
    zoom: share > 0 ? Math.min(largestZoom, head.zoom / share) : head.zoom,
  };
}

/** The preset that looks nearest to a direction, if it shows it at all. */
export function presetFacing<Preset extends { bearingDeg: number | null; zoom: number | null }>(
  presets: readonly Preset[],
  bearingDeg: number,
  widestDeg: number | null,
): { preset: Preset; offDeg: number } | null {
  const facing = presets.flatMap((preset) => {
    if (preset.bearingDeg === null) return [];
    const offDeg = angleBetween(preset.bearingDeg, bearingDeg);
    const width = widthAtZoom(widestDeg ?? usualWidthDeg, preset.zoom ?? 1);
    return offDeg <= width / 2 ? [{ preset, offDeg }] : [];
  });
  return facing.toSorted((a, b) => a.offDeg - b.offDeg)[0] ?? null;
}

function normal(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
