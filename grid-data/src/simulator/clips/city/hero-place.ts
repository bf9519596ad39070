/** Where a hero camera of the demo stands and looks, in metres of the county's flat frame. */
import { sampleAt } from '#generate/geometry/grid.ts';
import { pictureAspect } from '#generate/cameras/hero-shots.ts';
import type { CityLayout } from '#generate/city-layout.ts';
import type { CameraRow } from '#generate/rows.ts';
import type { Terrain } from '../drawing/terrain.ts';
import { meets } from '../drawing/terrain.ts';
import type { Vec3 } from '../drawing/vectors.ts';
import type { ViewOptions } from '../drawing/view.ts';
import { View } from '../drawing/view.ts';

export type HeroPlace = {
  clip: string;
  camera: CameraRow;
  /** Its foot. */
  at: readonly [x: number, y: number];
  view: ViewOptions;
};

/** Of the picture's height, where the horizon stands: high enough for the ground to fill it. */
const horizonShare = 0.14;

/** Down from the horizon; the survey of a camera does not measure it, the drawn picture has one. */
export function heroTilt(widthDeg: number): number {
  const halfHeight = Math.tan((widthDeg * Math.PI) / 360) / pictureAspect;
  return (Math.atan(halfHeight * (1 - 2 * horizonShare)) * 180) / Math.PI;
}

export function heightAt({ city }: CityLayout, x: number, y: number): number {
  return sampleAt(city.land.grid, city.land.heights, x, y);
}

export function heroPlace(layout: CityLayout, camera: CameraRow): HeroPlace {
  const { clip, longitude, latitude, bearingDeg, widthDeg, heightMeters } = camera;
  if (clip === null || bearingDeg === null || widthDeg === null || heightMeters === null) {
    throw new RangeError(`${camera.name} is no hero whose pose is known`);
  }
  const [x, y] = layout.city.land.frame.toPoint([longitude, latitude]);
  const eye: Vec3 = [x, y, heightAt(layout, x, y) + heightMeters];
  const view = { yawDeg: bearingDeg, pitchDeg: heroTilt(widthDeg), fieldOfViewDeg: widthDeg };
  return { clip, camera, at: [x, y], view: { at: eye, ...view } };
}

/** The ground under points of the picture; those that show none, or ground too far off to be matched, are left out. */
export function groundUnder(
  { view, camera }: HeroPlace,
  terrain: Pick<Terrain, 'heightAt'>,
  points: readonly (readonly [x: number, y: number])[],
): { x: number; y: number; ground: readonly [number, number] }[] {
  const [width, height] = [16_000, 9_000];
  const lens = new View(view, width, height);
  const whole: Terrain = { ...terrain, colorAt: () => [0, 0, 0] };
  return points.flatMap(([x, y]) => {
    const ray = lens.ray(x * width - 0.5, y * height - 0.5);
    const depth = meets(lens.at, ray, whole);
    if (depth === null || depth > (camera.rangeMeters ?? 0)) return [];
    return [{ x, y, ground: [lens.at[0] + ray[0] * depth, lens.at[1] + ray[1] * depth] as const }];
  });
}
