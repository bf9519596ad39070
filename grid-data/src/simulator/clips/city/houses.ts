/** The demo city's own houses before a camera: on their footprints, as high as they are, fronts towards their streets. */
import type { Building } from '#generate/things/buildings.ts';
import type { Painter } from '../drawing/painter.ts';
import type { Spot } from '../drawing/solids.ts';
import { box, boxShadow } from '../drawing/solids.ts';
import type { Color } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import { building, type BuildingShape } from '../props/buildings.ts';

export type House = {
  spot: Spot;
  width: number;
  depth: number;
  heightMeters: number;
  away: number;
  use: string;
  hasShops: boolean;
  seed: number;
};

const floorMeters = 3.2;
const shopMeters = 0.8;
/** Beyond this windows are smaller than a pixel. */
const plainFromMeters = 330;

const walls: Readonly<Record<string, readonly Color[]>> = {
  commercial: [
    [214, 208, 196],
    [196, 178, 156],
    [186, 194, 200],
    [222, 212, 190],
  ],
  residential: [
    [206, 196, 178],
    [192, 160, 132],
    [214, 206, 192],
    [178, 132, 108],
    [200, 204, 202],
  ],
  house: [
    [224, 218, 206],
    [206, 190, 166],
    [196, 172, 146],
  ],
};
const publicWalls: readonly Color[] = [
  [222, 216, 202],
  [196, 142, 116],
  [212, 218, 220],
];

export function housesNear(
  buildings: readonly Building[],
  [x0, y0]: readonly [number, number],
  reachMeters: number,
): House[] {
  return buildings.flatMap((one, index): House[] => {
    const away = Math.hypot(one.middle[0] - x0, one.middle[1] - y0);
    if (away > reachMeters) return [];
    const [a, b, c] = one.ring as [Point, Point, Point];
    const width = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const depth = Math.hypot(c[0] - b[0], c[1] - b[1]);
    // Who hangs on a house looks past it: it is not in its own picture.
    if (holds(one, [x0, y0], width, depth)) return [];
    const along = [(b[0] - a[0]) / width, (b[1] - a[1]) / width] as const;
    const turned = one.door?.side === 1 ? 180 : 0;
    const headingDeg = (Math.atan2(-along[1], along[0]) * 180) / Math.PI + turned;
    const random = seededRandom(index + 17);
    const street = one.use === 'commercial' || one.use === 'residential';
    const hasShops = street && one.door !== null && random() < 0.8;
    const spot = { x: one.middle[0], y: one.middle[1], headingDeg };
    return [
      { spot, width, depth, heightMeters: one.heightM, away, use: one.use, hasShops, seed: index },
    ];
  });
}

type Point = readonly [number, number];

function holds({ ring, middle }: Building, [x, y]: Point, width: number, depth: number): boolean {
  const [a, b] = ring as [Point, Point];
  const along = [(b[0] - a[0]) / width, (b[1] - a[1]) / width] as const;
  const [dx, dy] = [x - middle[0], y - middle[1]];
  const u = dx * along[0] + dy * along[1];
  const v = dy * along[0] - dx * along[1];
  return Math.abs(u) < width / 2 + 0.6 && Math.abs(v) < depth / 2 + 0.6;
}

export function drawHouse(painter: Painter, house: House): void {
  const { spot, width, depth, heightMeters, away, use, hasShops, seed } = house;
  painter.standAt(spot.x, spot.y);
  const random = seededRandom(seed * 7 + 3);
  const known = walls[use] ?? publicWalls;
  const wall = known[Math.floor(random() * known.length)]!;
  if (away > plainFromMeters) {
    const body = { width, length: depth, bottom: -2, top: heightMeters };
    boxShadow(painter, spot, body);
    box(painter, spot, body, wall);
  } else {
    const floors = Math.round((heightMeters - (hasShops ? shopMeters : 0)) / floorMeters);
    const shape: BuildingShape = {
      ...{ width, depth, wall, seed, shops: hasShops },
      floors: Math.max(1, floors),
      windows: windowsOf(use, random()),
      roof: use === 'house' ? 'pitched' : 'flat',
    };
    building(painter, spot, shape);
  }
  painter.base = 0;
}

function windowsOf(use: string, draw: number): BuildingShape['windows'] {
  if (use === 'house') return 'panes';
  if (use === 'residential') return draw < 0.55 ? 'balconies' : 'panes';
  return draw < 0.7 ? 'bands' : 'panes';
}
