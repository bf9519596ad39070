import type { Point } from '../geometry/frame.ts';
import { sampleAt } from '../geometry/grid.ts';
import { distance, pointAlong } from '../geometry/polyline.ts';
import { roadWidthMeters } from '../roads/road-sketch.ts';
import type { Road } from '../roads/road-network.ts';
import type { Random } from '../random.ts';
import type { City } from './city.ts';
import type { KeyPlace } from './key-places.ts';
import { FootprintIndex, rectangleOf, type Rectangle } from './footprints.ts';

export type Building = {
  ring: Point[];
  middle: Point;
  use: string;
  heightM: number;
  /** Its door's place along a road, for the number on it; null for the back rows. */
  door: { road: Road; meters: number; side: -1 | 1 } | null;
};

/** Houses along streets and lanes; in the heart of a town further rows behind them. */
export function placeBuildings(city: City, places: KeyPlace[], random: Random): Building[] {
  const index = new FootprintIndex();
  const buildings = places.flatMap((place) => publicBuildings(city, index, place));
  const settled = settledRoads(city);
  for (const road of city.roads.roads) {
    if (!settled.has(road.number)) continue;
    const own = random.fork(`road ${road.number}`);
    for (const side of [-1, 1] as const) {
      for (let row = 0; row < rowsBehind(city, road); row += 1) {
        buildings.push(...lineUp(city, index, { road, side, row, random: own }));
      }
    }
  }
  return buildings;
}

/** Roads with houses: all streets and lanes, and country roads near a village or hamlet. */
function settledRoads({ roads, land }: City): Set<number> {
  const settled = new Set<number>();
  const near = new Set<number>();
  for (const { cell } of roads.sites) {
    for (let dr = -2; dr <= 2; dr += 1) {
      for (let dc = -2; dc <= 2; dc += 1) near.add(cell + dr * land.grid.columns + dc);
    }
  }
  for (const road of roads.roads) {
    if (road.kind === 'expressway' || road.kind === 'link') continue;
    const { point } = pointAlong(road.points, road.lengthMeters / 2);
    const column = Math.floor((point[0] - land.grid.west) / land.grid.cellMeters);
    const row = Math.floor((land.grid.north - point[1]) / land.grid.cellMeters);
    const close = near.has(row * land.grid.columns + column);
    if (road.town >= 0 || road.kind === 'lane' || close) settled.add(road.number);
  }
  return settled;
}

/** 1 in the middle of the town, 0 at its edge and in the country. */
export function urbanityOf(city: City, town: number, at: Point): number {
  const own = city.areas.townships[town];
  if (!own) return 0;
  return Math.max(0, 1 - distance(own.seat, at) / (own.townRadius * 1.25)) * (town === 0 ? 1 : 0.6);
}

function rowsBehind(city: City, road: Road): number {
  if (road.town < 0) return 1;
  return urbanityOf(city, road.town, road.points[0]!) > 0.25 ? 2 : 1;
}

type Row = { road: Road; side: -1 | 1; row: number; random: Random };

function lineUp(city: City, index: FootprintIndex, { road, side, row, random }: Row): Building[] {
  const placed: Building[] = [];
  const inTown = road.town >= 0;
  const skip = inTown ? 0.14 + row * 0.22 : road.kind === 'lane' ? 0.52 : 0.84;
  for (let meters = 9 + random.between(0, 8); meters < road.lengthMeters - 9;) {
    const { point, along } = pointAlong(road.points, meters);
    const urbanity = urbanityOf(city, road.town, point);
    const width = inTown ? random.between(10, 16 + 16 * urbanity) : random.between(9, 14);
    const depth = inTown ? random.between(10, 14 + 4 * urbanity) : random.between(8, 12);
    const back =
      roadWidthMeters[road.kind] / 2 + random.between(3.5, inTown ? 6 : 12) + row * 24 + depth / 2;
    const middle: Point = [point[0] - along[1] * side * -back, point[1] + along[0] * side * -back];
    const rectangle = rectangleOf({ middle, along, width, depth });
    if (random.next() > skip && isFree(city, index, rectangle)) {
      index.add(rectangle);
      placed.push({
        ring: rectangle.corners,
        middle,
        ...useOf(
          { inTown, main: road.kind === 'primary' || road.kind === 'secondary', row, urbanity },
          random,
        ),
        door: row === 0 ? { road, meters, side } : null,
      });
    }
    meters += width + random.between(2, inTown ? 5 : 16);
  }
  return placed;
}

type Standing = { inTown: boolean; main: boolean; row: number; urbanity: number };

function useOf(
  { inTown, main, row, urbanity }: Standing,
  random: Random,
): Pick<Building, 'use' | 'heightM'> {
  const storeys = (low: number, high: number): number =>
    Math.round(random.between(low, high)) * 3.1;
  if (!inTown) return { use: 'house', heightM: storeys(2, 3.4) };
  const tall = urbanity > 0.45 && random.next() < 0.1 ? storeys(14, 27) : 0;
  if (main && row === 0)
    return { use: 'commercial', heightM: Math.max(tall, storeys(3, 5 + 4 * urbanity)) };
  return { use: 'residential', heightM: Math.max(tall, storeys(3, 4.5 + 4 * urbanity)) };
}

function isFree(city: City, index: FootprintIndex, rectangle: Rectangle): boolean {
  const { middle, corners } = rectangle;
  const { land, roadIndex } = city;
  if (index.overlaps(rectangle)) return false;
  if (!corners.every(([x, y]) => roadIndex.clearance(x, y) > 1.5)) return false;
  if (roadIndex.clearance(middle[0], middle[1]) <= 3) return false;
  const sidesClear = corners.every(([x, y], i) => {
    const [nx, ny] = corners[(i + 1) % 4]!;
    return roadIndex.clearance((x + nx) / 2, (y + ny) / 2) > 1.5;
  });
  if (!sidesClear || !corners.every(([x, y]) => land.isInside(x, y))) return false;
  if (sampleAt(land.grid, land.slopes, middle[0], middle[1]) > 0.3) return false;
  return [middle, ...corners].every(([x, y]) => !land.water.isWater(x, y, 4));
}

type Plan = { dx: number; dy: number; width: number; depth: number; heightM: number };

/** How each kind of place is built on its block, as shares of the block's side. */
const plans: Partial<Record<KeyPlace['kind'], Plan[]>> = {
  government: [
    { dx: 0, dy: 0.12, width: 0.56, depth: 0.2, heightM: 31 },
    { dx: 0, dy: -0.22, width: 0.3, depth: 0.12, heightM: 9 },
  ],
  hospital: [
    { dx: -0.1, dy: 0.14, width: 0.5, depth: 0.2, heightM: 46 },
    { dx: 0.1, dy: -0.16, width: 0.42, depth: 0.2, heightM: 18 },
  ],
  school: [
    { dx: -0.2, dy: 0.2, width: 0.34, depth: 0.13, heightM: 16 },
    { dx: -0.2, dy: -0.04, width: 0.34, depth: 0.13, heightM: 16 },
  ],
  station: [{ dx: 0, dy: 0.16, width: 0.62, depth: 0.24, heightM: 15 }],
  market: [{ dx: 0, dy: 0, width: 0.62, depth: 0.5, heightM: 10 }],
  police: [{ dx: 0, dy: 0.1, width: 0.44, depth: 0.2, heightM: 19 }],
  'fire-station': [{ dx: 0, dy: 0.1, width: 0.46, depth: 0.22, heightM: 12 }],
  factory: [
    { dx: 0, dy: 0.16, width: 0.66, depth: 0.26, heightM: 11 },
    { dx: 0, dy: -0.18, width: 0.66, depth: 0.26, heightM: 11 },
  ],
};

function publicBuildings(city: City, index: FootprintIndex, place: KeyPlace): Building[] {
  const { block, kind, at } = place;
  if (!block) return villageHall(city, index, place);
  const [a, b, , d] = block.ring as [Point, Point, Point, Point];
  const side = Math.min(distance(a, b), distance(a, d));
  const along: Point = [(b[0] - a[0]) / distance(a, b), (b[1] - a[1]) / distance(a, b)];
  const built = (plans[kind] ?? []).flatMap((plan): Building[] => {
    const [dx, dy] = [plan.dx * side, plan.dy * side];
    const middle: Point = [
      at[0] + along[0] * dx - along[1] * dy,
      at[1] + along[1] * dx + along[0] * dy,
    ];
    const rectangle = rectangleOf({
      middle,
      along,
      width: plan.width * side,
      depth: plan.depth * side,
    });
    if (!isFree(city, index, rectangle)) return [];
    index.add(rectangle);
    return [{ ring: rectangle.corners, middle, use: kind, heightM: plan.heightM, door: null }];
  });
  // The rest of the block is yard, square or park: nobody else builds there.
  index.add(rectangleOf({ middle: at, along, width: side * 0.78, depth: side * 0.78 }));
  return built;
}

function villageHall(city: City, index: FootprintIndex, { kind, at, gate }: KeyPlace): Building[] {
  if (kind === 'scenic' || kind === 'reservoir') return [];
  const away = distance(at, gate) || 1;
  const along: Point = [-(gate[1] - at[1]) / away, (gate[0] - at[0]) / away];
  const rectangle = rectangleOf({
    middle: at,
    along,
    width: kind === 'school' ? 28 : 16,
    depth: 9,
  });
  if (!isFree(city, index, rectangle)) return [];
  index.add(rectangle);
  return [
    {
      ring: rectangle.corners,
      middle: at,
      use: kind,
      heightM: kind === 'school' ? 10 : 7,
      door: null,
    },
  ];
}
