/** Ground that is not level: each pixel looks along its ray for where it meets the ground, and takes the colour there. */
import type { Raster } from './raster.ts';
import type { Color, Vec3 } from './vectors.ts';
import type { View } from './view.ts';

export type Terrain = {
  heightAt(x: number, y: number): number;
  /** `depth`: how far away it is looked at, metres; what is finer than a pixel there may be left out. */
  colorAt(x: number, y: number, depth: number): Color;
};

const [nearest, farthest] = [0.5, 9_000];

export function paintTerrain(
  raster: Raster,
  view: View,
  terrain: Terrain,
  lit: (color: Color) => Color,
): void {
  const { width, height } = raster;
  for (let column = 0; column < width; column += 1) {
    // Up a column the ground comes from ever farther away: each ray is looked along from a little before the last.
    let from = nearest;
    for (let row = height - 1; row >= 0; row -= 1) {
      const ray = view.ray(column, row);
      const depth = meets(view.at, ray, terrain, from);
      if (depth === null) {
        if (ray[2] > 0.25) break;
        continue;
      }
      from = Math.max(nearest, depth * 0.96);
      const color = terrain.colorAt(
        view.at[0] + ray[0] * depth,
        view.at[1] + ray[1] * depth,
        depth,
      );
      raster.set(row * width + column, 1 / depth, lit(color));
    }
  }
}

/** The depth at which a ray goes under the ground; null where it never does. */
export function meets(eye: Vec3, ray: Vec3, terrain: Terrain, from = nearest): number | null {
  const above = (depth: number): number =>
    eye[2] + ray[2] * depth - terrain.heightAt(eye[0] + ray[0] * depth, eye[1] + ray[1] * depth);
  let before = from;
  if (above(before) <= 0) before = nearest;
  if (above(before) <= 0) return before;
  for (let depth = before; depth < farthest;) {
    depth += Math.max(0.4, depth * 0.02);
    if (above(depth) > 0) {
      before = depth;
      continue;
    }
    let [low, high] = [before, depth];
    for (let half = 0; half < 14; half += 1) {
      const middle = (low + high) / 2;
      if (above(middle) > 0) low = middle;
      else high = middle;
    }
    return high;
  }
  return null;
}
