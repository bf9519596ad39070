/** What covers the ground of the demo county, point by point: the base map's own shapes, with the grain of a picture. */
import type { CityLayout } from '#generate/city-layout.ts';
import type { Point } from '#generate/geometry/frame.ts';
import { isInRing } from '#generate/geometry/polyline.ts';
import type { BaseFeatureRow, Position } from '#generate/rows.ts';
import type { Terrain } from '../drawing/terrain.ts';
import type { Color } from '../drawing/vectors.ts';
import { mixed, scaled } from '../drawing/vectors.ts';
import { heightAt } from './hero-place.ts';
import { NearRoads, pavementColor, roadColor } from './road-surface.ts';

const colors: Readonly<Record<string, Color>> = {
  farmland: [148, 146, 88],
  forest: [74, 98, 60],
  residential: [158, 152, 140],
  grass: [124, 138, 86],
  park: [108, 138, 82],
  industrial: [152, 150, 146],
};
const water: Color = [86, 112, 116];
const bank: Color = [146, 142, 126];
const plaza: Color = [196, 186, 170];
const joint: Color = [178, 166, 150];

type Area = { use: string; rings: Point[][]; box: readonly [number, number, number, number] };

/** Ground within this distance is drawn from its shapes; beyond, haze leaves its colour and little more. */
const reachMeters = 6_000;

export function groundCover(
  layout: CityLayout,
  features: readonly BaseFeatureRow[],
  [x0, y0]: Point,
): Terrain {
  const { land, roads } = layout.city;
  const near = roads.roads.filter(({ points }) =>
    points.some(([x, y]) => Math.hypot(x - x0, y - y0) < 2_500),
  );
  const nearRoads = new NearRoads(near);
  const useAt = landUses(layout, features, [x0, y0]);
  const plazas = layout.keyPlaces.flatMap(({ kind, block }) =>
    block !== null && (kind === 'square' || kind === 'station' || kind === 'market')
      ? [block.ring]
      : [],
  );
  return {
    heightAt: (x, y) => heightAt(layout, x, y),
    colorAt: (x, y, depth) => {
      const on = depth < 2_500 ? nearRoads.at(x, y) : null;
      // Over water a road is a bridge.
      if (on !== null && on.off <= 0) return grained(roadColor(on, nearRoads, depth), x, y, depth);
      if (land.water.isWater(x, y)) return waterColor(x, y, depth);
      const pavement = on === null ? null : pavementColor(on, depth);
      if (pavement !== null) return grained(pavement, x, y, depth);
      if (land.water.isWater(x, y, 5)) return grained(bank, x, y, depth);
      if (depth < 400 && plazas.some((ring) => isInRing(ring, x, y))) return slabs(x, y, depth);
      return grained(coverColor(useAt(x, y), x, y, depth), x, y, depth);
    },
  };
}

function waterColor(x: number, y: number, depth: number): Color {
  const wave = Math.sin(x * 0.9 + noise(x / 3, y / 3) * 5) * Math.sin(y * 0.7);
  const still = scaled(water, 1 + (depth < 120 ? 0.05 * wave : 0));
  return mixed(still, [176, 190, 196], Math.min(0.5, depth / 500));
}

function slabs(x: number, y: number, depth: number): Color {
  const line = depth < 90 && (wrapped(x, 2.4) < 0.07 || wrapped(y, 2.4) < 0.07);
  return line ? joint : grained(plaza, Math.floor(x / 2.4), Math.floor(y / 2.4), 0);
}

/** Fields lie in strips, woods are mottled. */
function coverColor(use: string, x: number, y: number, depth: number): Color {
  const base = colors[use] ?? colors['grass']!;
  if (use === 'farmland') {
    const strip = noise(Math.floor(x / 26), Math.floor(y / 60) + 40);
    const green = strip > 0.5 ? mixed(base, [104, 134, 66], 0.8) : base;
    const furrow = depth < 120 && wrapped(x + noise(y / 9, 3) * 2, 1.2) < 0.3 ? 0.92 : 1;
    return scaled(green, (0.9 + 0.2 * strip) * furrow);
  }
  if (use === 'forest') return scaled(base, 0.78 + 0.4 * noise(x / 7, y / 7));
  return scaled(base, 0.94 + 0.12 * noise(x / 11, y / 11));
}

function grained(color: Color, x: number, y: number, depth: number): Color {
  return depth > 60 ? color : scaled(color, 0.97 + 0.06 * noise(x * 2.1, y * 2.1));
}

function landUses(layout: CityLayout, features: readonly BaseFeatureRow[], [x0, y0]: Point) {
  const { frame } = layout.city.land;
  const areas = features
    .filter(({ layer }) => layer === 'land-use')
    .flatMap(({ kind, geometry }): Area[] => {
      const polygons =
        geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : geometry.type === 'Polygon'
            ? [geometry.coordinates]
            : [];
      return polygons.map((polygon) => {
        const rings = polygon.map((ring) => ring.map((place: Position) => frame.toPoint(place)));
        const [xs, ys] = [rings[0]!.map(([x]) => x), rings[0]!.map(([, y]) => y)];
        const box = [least(xs), least(ys), most(xs), most(ys)] as const;
        return { use: kind, rings, box };
      });
    })
    .filter(({ box: [west, south, east, north] }) => {
      const apart = Math.max(west - x0, x0 - east, south - y0, y0 - north);
      return apart < reachMeters;
    })
    // What is laid later lies on top.
    .reverse();
  const known = new Map<number, string>();
  const cell = 6;
  return (x: number, y: number): string => {
    const key = Math.floor(x / cell) * 100_000 + Math.floor(y / cell);
    const before = known.get(key);
    if (before !== undefined) return before;
    const [cx, cy] = [(Math.floor(x / cell) + 0.5) * cell, (Math.floor(y / cell) + 0.5) * cell];
    const found = areas.find(({ box, rings }) => {
      if (cx < box[0] || cy < box[1] || cx > box[2] || cy > box[3]) return false;
      const [outer, ...holes] = rings;
      return isInRing(outer!, cx, cy) && !holes.some((hole) => isInRing(hole, cx, cy));
    });
    const use = found?.use ?? 'forest';
    known.set(key, use);
    return use;
  };
}

const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), -Infinity);
const wrapped = (value: number, by: number): number => value - Math.floor(value / by) * by;

/** Value noise, 0 to 1: the same everywhere and every time. */
export function noise(x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - i, y - j];
  const [su, sv] = [u * u * (3 - 2 * u), v * v * (3 - 2 * v)];
  const top = hash(i, j) * (1 - su) + hash(i + 1, j) * su;
  const bottom = hash(i, j + 1) * (1 - su) + hash(i + 1, j + 1) * su;
  return top * (1 - sv) + bottom * sv;
}

function hash(i: number, j: number): number {
  let h = Math.imul(i, 374_761_393) ^ Math.imul(j, 668_265_263);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}
