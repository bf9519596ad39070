/** A hero camera's picture of the demo city: what lies before it on the map, seen from where it hangs. */
import type { CityLayout } from '#generate/city-layout.ts';
import type { Point } from '#generate/geometry/frame.ts';
import type { BaseFeatureRow, CityComponentRow } from '#generate/rows.ts';
import type { DaylightName } from '../drawing/daylight.ts';
import type { Vec2 } from '../drawing/vectors.ts';
import type { Scene } from '../scene.ts';
import { atDoors, dancers, ripplesOn, smokeOver, Traffic, type Mover } from './city-life.ts';
import { groundCover, noise } from './ground-cover.ts';
import type { HeroPlace } from './hero-place.ts';
import { drawHouse, housesNear, type House } from './houses.ts';
import { routesThrough } from './routes.ts';
import { drawThing, drawWood, thingsNear, type Thing } from './street-things.ts';

export type DemoGround = {
  layout: CityLayout;
  features: readonly BaseFeatureRow[];
  components: readonly CityComponentRow[];
};

const lights: readonly DaylightName[] = ['clear', 'noon', 'clear', 'overcast', 'noon'];

export function cityScene(demo: DemoGround, hero: HeroPlace): Scene {
  const { layout, features, components } = demo;
  const { at, view, clip, camera } = hero;
  const number = Number(clip.slice(-2));
  const isHigh = camera.kind === 'high-point';
  const isSeen = seenBy(hero, isHigh ? 2_500 : 600);
  const terrain = groundCover(layout, features, at);
  const houses = housesNear(layout.buildings, at, isHigh ? 2_600 : 800).filter(({ spot }) =>
    isSeen([spot.x, spot.y]),
  );
  const things = isHigh
    ? []
    : thingsNear(layout, components, at, 170).filter(({ x, y }) => isSeen([x, y]));
  const woods = woodsNear(hero, (x, y) => terrain.colorAt(x, y, 500)[1] < 108, isSeen);
  const movers = lifeBefore(layout, hero, { houses, isSeen });
  return {
    view,
    light: lights[number % lights.length]!,
    label: `模拟画面 ${String(number).padStart(2, '0')}`,
    ground: (painter) => painter.terrain(terrain),
    things: (painter) => {
      painter.heightAt = terrain.heightAt;
      for (const [point, away] of woods) drawWood(painter, point, away);
      for (const house of houses) drawHouse(painter, house);
      for (const thing of things) drawThing(painter, thing, towardsRoad(layout, thing));
    },
    movers: (painter, time) => {
      painter.heightAt = terrain.heightAt;
      for (const move of movers) move(painter, time);
    },
  };
}

/** Whether a place lies before the camera, a little beside its picture and not behind it. */
function seenBy({ at: [x0, y0], view }: HeroPlace, reachMeters: number) {
  const bearing = (view.yawDeg * Math.PI) / 180;
  const half = Math.tan((Math.min(100, view.fieldOfViewDeg + 14) * Math.PI) / 360);
  return ([x, y]: Point): boolean => {
    const [dx, dy] = [x - x0, y - y0];
    const ahead = dx * Math.sin(bearing) + dy * Math.cos(bearing);
    const aside = dx * Math.cos(bearing) - dy * Math.sin(bearing);
    return ahead > -4 && ahead < reachMeters && Math.abs(aside) < ahead * half + 25;
  };
}

type Before = { houses: readonly House[]; isSeen: (point: Point) => boolean };

function lifeBefore(layout: CityLayout, hero: HeroPlace, { houses, isSeen }: Before): Mover[] {
  const { at, camera, view } = hero;
  const seed = Number(hero.clip.slice(-2)) * 101;
  const isHigh = camera.kind === 'high-point';
  const reach = isHigh ? 1_200 : 230;
  const isNear = ([x, y]: Point): boolean => Math.hypot(x - at[0], y - at[1]) < reach + 60;
  const near = layout.city.roads.roads.filter(({ points }) => points.some(isNear));
  const inReach = (point: Point): boolean => isSeen(point) && isNear(point);
  const traffic = new Traffic(seed, inReach);
  const routes = routesThrough(near, inReach, isNear).slice(0, isHigh ? 14 : 8);
  const doors = houses.filter(({ away, hasShops }) => hasShops && away < 75).slice(0, 16);
  const smoking = isHigh ? houses.filter(({ seed: own }) => own % 41 === 0).slice(0, 12) : [];
  return [
    ...routes.flatMap((route) => traffic.on(route)),
    ...atDoors(doors, seed),
    ...squaresBefore(layout, hero),
    ...smoking.map(smokeOver),
    ...ripplesOn(layout, waterSpots(hero), riverDrift(layout, at, view.yawDeg)),
  ];
}

function squaresBefore(layout: CityLayout, { at, view, camera }: HeroPlace): Mover[] {
  if (camera.sceneKind !== 'square') return [];
  const bearing = (view.yawDeg * Math.PI) / 180;
  return [26, 44].flatMap((meters, index) => {
    const aside = index === 0 ? -7 : 9;
    const middle: Vec2 = [
      at[0] + Math.sin(bearing) * meters + Math.cos(bearing) * aside,
      at[1] + Math.cos(bearing) * meters - Math.sin(bearing) * aside,
    ];
    const free = layout.buildings.every(
      (one) => Math.hypot(one.middle[0] - middle[0], one.middle[1] - middle[1]) > 16,
    );
    const onRoad = layout.city.roadIndex.clearance(...middle) < 8;
    return free && !onRoad ? dancers(middle, index === 0 ? 15 : 10, index + 5) : [];
  });
}

/** Places spread before the camera, of which those in water bear ripples. */
function waterSpots({ at, view }: HeroPlace): Vec2[] {
  const bearing = (view.yawDeg * Math.PI) / 180;
  return Array.from({ length: 900 }, (_, index): Vec2 => {
    const ahead = 6 + 150 * (index / 900) ** 1.3;
    const aside = (noise(index * 7.3, 1.7) - 0.5) * (ahead + 14) * 1.6;
    return [
      at[0] + Math.sin(bearing) * ahead + Math.cos(bearing) * aside,
      at[1] + Math.cos(bearing) * ahead - Math.sin(bearing) * aside,
    ];
  });
}

function riverDrift(layout: CityLayout, [x, y]: Vec2, yawDeg: number): Vec2 {
  const [, a, b] = layout.city.land.rivers
    .flatMap(({ points }) =>
      points.slice(1).map((to, i) => [Math.hypot(to.x - x, to.y - y), points[i]!, to] as const),
    )
    .reduce((best, next) => (next[0] < best[0] ? next : best));
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const bearing = (yawDeg * Math.PI) / 180;
  return length > 0
    ? [(b.x - a.x) / length, (b.y - a.y) / length]
    : [Math.sin(bearing), Math.cos(bearing)];
}

function woodsNear(
  { at, camera }: HeroPlace,
  isWood: (x: number, y: number) => boolean,
  isSeen: (point: Point) => boolean,
): [Vec2, number][] {
  const isHigh = camera.kind === 'high-point';
  const [reach, step] = isHigh ? [1_300, 11] : [320, 9];
  const found: [Vec2, number][] = [];
  for (let i = -reach; i < reach; i += step) {
    for (let j = -reach; j < reach; j += step) {
      const [cx, cy] = [Math.round(at[0] / step) * step + i, Math.round(at[1] / step) * step + j];
      const x = cx + (noise(cx, cy + 0.5) - 0.5) * step;
      const y = cy + (noise(cx + 0.5, cy) - 0.5) * step;
      const away = Math.hypot(x - at[0], y - at[1]);
      if (away > 14 && away < reach && isSeen([x, y]) && isWood(x, y)) found.push([[x, y], away]);
    }
  }
  return found;
}

/** Which way the nearest road lies, compass degrees: lamps bend over it, benches look at it. */
function towardsRoad({ city }: CityLayout, { x, y }: Thing): number {
  const off = (angle: number): number =>
    city.roadIndex.clearance(x + Math.sin(angle) * 1.5, y + Math.cos(angle) * 1.5);
  let best = 0;
  for (let turn = 0; turn < 16; turn += 1) {
    if (off((turn * Math.PI) / 8) < off((best * Math.PI) / 8)) best = turn;
  }
  return best * 22.5;
}
