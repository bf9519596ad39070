/** Between the view that both engines share and a camera in space. */
import type { ViewState } from '../../engine.ts';
import {
  axesAt,
  dot,
  groundPoint,
  length,
  plus,
  scaled,
  unit,
  type Vector,
} from './earth-vectors.ts';

export type CameraPose = { position: Vector; direction: Vector; up: Vector };

export type Lens = { heightPx: number; verticalFieldRadians: number };

export type GroundAtCentre = { longitude: number; latitude: number; heightMeters: number };

/** Beyond this the ground at the centre runs away to the horizon. */
export const steepestPitchDeg = 80;

const radians = Math.PI / 180;

export function poseOfView(view: ViewState, lens: Lens, groundHeightMeters: number): CameraPose {
  const { east, north, up } = axesAt(view.longitude, view.latitude);
  const bearing = view.bearingDeg * radians;
  const pitch = Math.min(view.pitchDeg, steepestPitchDeg) * radians;
  const ahead = plus(scaled(east, Math.sin(bearing)), north, Math.cos(bearing));
  const direction = plus(scaled(ahead, Math.sin(pitch)), up, -Math.cos(pitch));
  const ground = groundPoint(view.longitude, view.latitude, groundHeightMeters);
  return {
    position: plus(ground, direction, -rangeOf(view.metersPerPixel, lens)),
    direction,
    up: plus(scaled(ahead, Math.cos(pitch)), up, Math.sin(pitch)),
  };
}

export function viewOfPose(pose: CameraPose, lens: Lens, centre: GroundAtCentre): ViewState {
  const { east, north, up } = axesAt(centre.longitude, centre.latitude);
  const ground = groundPoint(centre.longitude, centre.latitude, centre.heightMeters);
  const back = plus(pose.position, ground, -1);
  const range = length(back);
  const direction = unit(scaled(back, -1));
  const pitchDeg = Math.acos(Math.min(1, Math.max(-1, -dot(direction, up)))) / radians;
  // Straight down a direction has no bearing, but the upper edge of the picture has one at any pitch up to 90.
  const bearingDeg = Math.atan2(dot(pose.up, east), dot(pose.up, north)) / radians;
  return {
    longitude: centre.longitude,
    latitude: centre.latitude,
    metersPerPixel: metersPerPixelAt(range, lens),
    bearingDeg: (bearingDeg + 360) % 360,
    pitchDeg: pitchDeg < 0.01 ? 0 : pitchDeg,
  };
}

export function rangeOf(metersPerPixel: number, lens: Lens): number {
  return (metersPerPixel * lens.heightPx) / (2 * Math.tan(lens.verticalFieldRadians / 2));
}

export function metersPerPixelAt(rangeMeters: number, lens: Lens): number {
  return (rangeMeters * 2 * Math.tan(lens.verticalFieldRadians / 2)) / lens.heightPx;
}
