import type { Point } from '../geometry/frame.ts';
import type { Township } from '../areas/area-plan.ts';
import { distance } from '../geometry/polyline.ts';
import type { Block } from '../roads/town-streets.ts';
import { shortName } from '../roads/country-roads.ts';
import type { Random } from '../random.ts';
import type { PlaceKind } from '../rows.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import type { City } from './city.ts';

/** A key place: where it stands, its gate on a street, and the block that is all its own. */
export type KeyPlace = {
  kind: PlaceKind;
  name: string;
  at: Point;
  gate: Point;
  /** Direction from the gate to the place, for who looks in. */
  block: Block | null;
  capacity: number | null;
};

/** Key places of every town, village, lake and scenic spot; each town place takes a whole block. */
export function placeKeyPlaces(city: City, random: Random): KeyPlace[] {
  const taken = new Set<Block>();
  const inTowns = city.areas.townships.flatMap((town, number) => {
    const blocks = city.roads.blocks.filter((block) => block.town === number && isDry(city, block));
    const wishes = wishesFor(town, number === 0);
    return wishes.flatMap((wish) =>
      placeWish(city, { wish, blocks, taken, seat: town.seat }, random),
    );
  });
  return [...inTowns, ...villagePlaces(city, random), ...scenicSpots(city), ...reservoirs(city)];
}

function isDry({ land }: City, { ring }: Block): boolean {
  const [x, y] = middleOf(ring);
  return (
    ring.every(([px, py]) => !land.water.isWater((px + x) / 2, (py + y) / 2, 8)) &&
    !land.water.isWater(x, y, 30)
  );
}

export function middleOf(ring: Point[]): Point {
  const sum = ring.reduce<[number, number]>((all, [x, y]) => [all[0] + x, all[1] + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** A place that a town has; `reach` says how far out it may lie, 0 the seat, 1 the edge. */
type Wish = { kind: PlaceKind; name: string; reach: number; capacity: number };

const largeTownPopulation = 45_000;

/** What the seed file wishes for a township; {name} is 杨市镇, {stem} 杨市. */
function wishesFor({ name, population }: Township, isSeat: boolean): Wish[] {
  const stem = name.replace(/(街道|镇|乡)$/, '');
  const own = isSeat ? ['seat'] : [name.endsWith('街道') ? 'street' : 'town'];
  if (!isSeat && population > largeTownPopulation) own.push('large');
  return readSeedCsv('key-places.csv')
    .filter((row) => own.includes(field(row, 'where')))
    .map((row) => ({
      kind: field(row, 'kind') as PlaceKind,
      name: field(row, 'name').replace('{name}', name).replace('{stem}', stem),
      reach: Number(field(row, 'reach')),
      capacity: Number(field(row, 'capacity')),
    }));
}

type Placing = { wish: Wish; blocks: Block[]; taken: Set<Block>; seat: Point };

function placeWish(city: City, { wish, blocks, taken, seat }: Placing, random: Random): KeyPlace[] {
  const far = Math.max(...blocks.map((block) => distance(middleOf(block.ring), seat)));
  const target = Math.min(1, random.between(wish.reach * 0.3, wish.reach)) * far * 0.9;
  const free = blocks.filter((block) => !taken.has(block));
  if (free.length === 0) return [];
  const worth = (block: Block): number =>
    Math.abs(distance(middleOf(block.ring), seat) - target) +
    ((block.ring[0]![0] * 7919) % 1) * 200;
  const block = free.reduce((best, one) => (worth(one) < worth(best) ? one : best));
  taken.add(block);
  const { kind, name, capacity } = wish;
  const at = middleOf(block.ring);
  return [{ kind, name, at, gate: gateOf(city, block), block, capacity }];
}

/** The middle of the block's side that lies on a street. */
function gateOf({ roadIndex }: City, { ring }: Block): Point {
  const middles = ring.map((a, i): Point => {
    const b = ring[(i + 1) % ring.length]!;
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  });
  return middles.reduce((best, one) =>
    roadIndex.clearance(one[0], one[1]) < roadIndex.clearance(best[0], best[1]) ? one : best,
  );
}

/** Villages have their service centre, every third a school, beside the road at their heart. */
function villagePlaces(city: City, random: Random): KeyPlace[] {
  const places: KeyPlace[] = [];
  for (const site of city.roads.sites.filter(({ isCentre }) => isCentre)) {
    const village = city.areas.villages[site.village]!;
    const wishes: [PlaceKind, string, number][] = [
      ['government', `${shortName(village.name)}便民服务中心`, 60],
    ];
    if (random.next() < 0.34) wishes.push(['school', `${shortName(village.name)}小学`, 260]);
    for (const [kind, name, capacity] of wishes) {
      const at = besideRoad(city, village.center, random);
      if (at) places.push({ kind, name, at: at.point, gate: at.gate, block: null, capacity });
    }
  }
  return places;
}

function besideRoad(city: City, near: Point, random: Random): { point: Point; gate: Point } | null {
  for (let tries = 0; tries < 60; tries += 1) {
    const reach = 60 + tries * 6;
    const [x, y] = [
      near[0] + random.between(-reach, reach),
      near[1] + random.between(-reach, reach),
    ];
    const clear = city.roadIndex.clearance(x, y);
    if (clear < 9 || clear > 30 || city.land.water.isWater(x, y, 10)) continue;
    if (city.shapes.villageAt(x, y) < 0) continue;
    const road = city.roadIndex.nearest(x, y)!;
    const gate = road.points.reduce((a, b) => (distance(b, [x, y]) < distance(a, [x, y]) ? b : a));
    return { point: [x, y], gate };
  }
  return null;
}

function scenicSpots(city: City): KeyPlace[] {
  return readSeedCsv('scenic.csv').map((row) => {
    const [x, y] = city.land.frame.toPoint([Number(field(row, 'lon')), Number(field(row, 'lat'))]);
    const at = dryNear(city, [x, y]);
    return {
      kind: 'scenic',
      name: field(row, 'name'),
      at,
      gate: at,
      block: null,
      capacity: Number(field(row, 'capacity')),
    };
  });
}

function dryNear({ land, shapes }: City, [x, y]: Point): Point {
  for (let reach = 0; reach < 4000; reach += 25) {
    for (let turn = 0; turn < 12; turn += 1) {
      const at: Point = [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
      if (shapes.villageAt(at[0], at[1]) >= 0 && !land.water.isWater(at[0], at[1], 20)) return at;
    }
  }
  throw new Error('no dry ground near a scenic spot');
}

/** Each reservoir's dam house, on the bank. */
function reservoirs(city: City): KeyPlace[] {
  return city.land.lakes.map((lake, number) => {
    const at = dryNear(city, lake.shape[0]!.outer[0]!);
    const village = city.areas.villages[city.shapes.villageAt(at[0], at[1])]!;
    const name = `${shortName(village.name)}水库${number % 3 === 0 ? '大坝' : '管理所'}`;
    return { kind: 'reservoir', name, at, gate: at, block: null, capacity: null };
  });
}
