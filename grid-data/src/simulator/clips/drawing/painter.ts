import type { Daylight } from './daylight.ts';
import type { FillOptions, Raster } from './raster.ts';
import type { Color, Vec2, Vec3 } from './vectors.ts';
import { convexHull, cross, difference, dot, mixed, scaled, unit } from './vectors.ts';
import { paintTerrain, type Terrain } from './terrain.ts';
import type { ScreenPoint, View } from './view.ts';

const solid: FillOptions = { alpha: 1, depth: 'solid' };
const movingShadowAlpha = 0.34;

/** `shadows` lays only what falls on the ground, `solids` only what stands on it: two passes of one drawing. */
export type Pass = 'setting-shadows' | 'moving-shadows' | 'solids';

/** Draws things of the world into a raster, as a lens sees them under a daylight. */
export class Painter {
  readonly view: View;
  readonly light: Daylight;
  readonly #raster: Raster;
  pass: Pass = 'solids';
  /** Height of what the next things stand on: a bridge's deck. */
  lift = 0;
  /** Height of the ground that the next things stand on, where it is not level. */
  base = 0;
  /** Where shadows and patches fall; null over level ground. */
  heightAt: ((x: number, y: number) => number) | null = null;

  constructor(raster: Raster, view: View, light: Daylight) {
    this.#raster = raster;
    this.view = view;
    this.light = light;
  }

  /** Ground is laid in order: what comes later lies on top. */
  ground(outline: readonly Vec2[], color: Color, height = 0): void {
    const points = outline.map(([x, y]): Vec3 => [x, y, height]);
    const lit = this.#lit(color, [0, 0, 1]);
    this.#raster.fill(this.view.projectPolygon(points), lit, { alpha: 1, depth: 'over' });
  }

  /** Ground of any shape, each of its points in a colour of its own. */
  terrain(ground: Terrain): void {
    this.heightAt = ground.heightAt;
    const upward: Vec3 = [0, 0, 1];
    paintTerrain(this.#raster, this.view, ground, (color) => this.#lit(color, upward));
  }

  /** From here on things stand on the ground at a place. */
  standAt(x: number, y: number): void {
    this.base = this.heightAt?.(x, y) ?? 0;
  }

  /** A piece of ground from one corner to the opposite one. */
  plot([left, near]: Vec2, [right, far]: Vec2, color: Color): void {
    this.ground(
      [
        [left, near],
        [right, near],
        [right, far],
        [left, far],
      ],
      color,
    );
  }

  /** A patch on the ground that moves or lets the ground through. */
  patch(outline: readonly Vec2[], color: Color, alpha: number): void {
    if (this.pass !== 'solids') return;
    this.#raster.fill(this.#onGround(outline), color, { alpha, depth: 'decal' });
  }

  face(points: readonly Vec3[], color: Color, options: Partial<FillOptions> = {}): void {
    if (this.pass !== 'solids') return;
    const up = this.lift + this.base;
    const raised = up === 0 ? points : points.map(([x, y, z]): Vec3 => [x, y, z + up]);
    const lit = this.#lit(color, this.#normal(raised));
    this.#raster.fill(this.view.projectPolygon(raised), lit, { ...solid, ...options });
  }

  /** Windows, signs, lines: flat on a face painted before. */
  decal(points: readonly Vec3[], color: Color, alpha = 1): void {
    this.face(points, color, { depth: 'decal', alpha });
  }

  /** A ball as a disc that always faces the lens: leaves, heads. */
  ball(center: Vec3, radius: number, color: Color): void {
    if (this.pass !== 'solids') return;
    const point = this.view.project([center[0], center[1], center[2] + this.base]);
    if (!point) return;
    const pixels = this.view.pixelsPerMeter(1 / point.nearness) * radius;
    const tinted = this.#tinted(color);
    this.#raster.fillEllipse(point, [pixels, pixels], { ...solid, color: tinted });
  }

  /** A flat figure that turns to the lens: offsets are right and up of its foot, metres. */
  billboard(foot: Vec3, outline: readonly Vec2[], color: Color): void {
    if (this.pass !== 'solids') return;
    const { right } = this.view;
    const points = outline.map(([x, up]): Vec3 => [
      foot[0] + right[0] * x,
      foot[1] + right[1] * x,
      foot[2] + up + this.base,
    ]);
    const screen = this.view.projectPolygon(points);
    this.#raster.fill(screen, this.#tinted(color), solid);
  }

  /** The shadow of something that rises from an outline on the ground to a height. */
  castShadow(outline: readonly Vec2[], height: number): void {
    if (this.pass === 'solids' || this.light.sunStrength < 0.1 || this.lift > 0) return;
    const { sun } = this.light;
    const reach = Math.min(height / sun[2], 80);
    const far = outline.map(([x, y]): Vec2 => [x - sun[0] * reach, y - sun[1] * reach]);
    const screen = this.#onGround(convexHull([...outline, ...far]));
    if (this.pass === 'setting-shadows') this.#raster.markShaded(screen);
    else this.#raster.fill(screen, [22, 26, 36], { alpha: movingShadowAlpha, depth: 'decal' });
  }

  sky(): void {
    const { width, height, pixels } = this.#raster;
    const horizon = Math.max(1, this.view.horizonRow);
    for (let row = 0; row < height; row++) {
      const share = Math.min(1, Math.max(0, row / horizon));
      const color = mixed(this.light.skyTop, this.light.skyLow, share ** 1.4);
      for (let at = row * width * 3; at < (row + 1) * width * 3; at += 3) pixels.set(color, at);
    }
  }

  #onGround(outline: readonly Vec2[]): ScreenPoint[] {
    const { heightAt } = this;
    const points = outline.map(([x, y]): Vec3 => [x, y, heightAt?.(x, y) ?? 0]);
    return this.view.projectPolygon(points);
  }

  #normal(points: readonly Vec3[]): Vec3 {
    const [a, b, c] = points as [Vec3, Vec3, Vec3];
    const normal = unit(cross(difference(b, a), difference(c, a)));
    const facesAway = dot(normal, difference(this.view.at, a)) < 0;
    return facesAway ? [-normal[0], -normal[1], -normal[2]] : normal;
  }

  #lit(color: Color, normal: Vec3): Color {
    const { ambient, sunStrength, sun } = this.light;
    return this.#tinted(scaled(color, ambient + sunStrength * Math.max(0, dot(normal, sun))));
  }

  #tinted(color: Color): Color {
    const { tint } = this.light;
    return [color[0] * tint[0], color[1] * tint[1], color[2] * tint[2]];
  }
}
