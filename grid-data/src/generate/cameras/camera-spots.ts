import type { CameraOwner, PlaceClass } from '#domain/camera.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, xOf, yOf } from '../geometry/grid.ts';
import { distance, pointAlong } from '../geometry/polyline.ts';
import { roadWidthMeters } from '../roads/road-sketch.ts';
import type { Road } from '../roads/road-network.ts';
import type { Random } from '../random.ts';
import { shuffled } from '../roads/street-names.ts';
import type { City } from '../things/city.ts';
import type { KeyPlace } from '../things/key-places.ts';

/** A place worth a camera: where it stands and what it looks at. */
export type CameraSpot = {
  at: Point;
  lookAt: Point;
  owner: CameraOwner;
  placeClass: PlaceClass;
  name: string;
  address: string;
  high: boolean;
};

const rank: Record<Road['kind'], number> = {
  primary: 5,
  secondary: 4,
  residential: 2,
  tertiary: 1.5,
  link: 1,
  expressway: 0,
  lane: 0.3,
};

/** Junctions of streets, the weightiest and most central first; each arm of one is a spot. */
export function* crossingSpots(city: City, random: Random): Generator<CameraSpot> {
  const arms = new Map<number, Road[]>();
  for (const road of city.roads.roads) {
    for (const junction of [road.from, road.to]) {
      arms.set(junction, [...(arms.get(junction) ?? []), road]);
    }
  }
  const crossings = [...arms]
    .filter(([, roads]) => roads.length >= 3 && roads.every((road) => road.kind !== 'expressway'))
    .map(([junction, roads]) => ({
      junction,
      roads,
      weight: weightOf(city, junction, roads) + random.next(),
    }))
    .sort((a, b) => b.weight - a.weight || a.junction - b.junction);
  for (let arm = 0; arm < 4; arm += 1) {
    for (const { junction, roads } of crossings) {
      // Which arm comes first changes from junction to junction, else all would look the way roads are listed.
      const road = arm < roads.length ? roads[(arm + junction) % roads.length] : undefined;
      if (road) yield armSpot(city, junction, { roads, road });
    }
  }
}

function weightOf(city: City, junction: number, roads: Road[]): number {
  const at = city.roads.junctions.get(junction)!;
  const kinds = roads.reduce((sum, road) => sum + rank[road.kind], 0);
  const town = roads.find((road) => road.town >= 0)?.town;
  if (town === undefined) return kinds * 0.5;
  const away = distance(at, city.areas.townships[town]!.seat);
  return kinds + (town === 0 ? 9 : 5) * Math.exp(-away / 1500);
}

function armSpot(
  city: City,
  junction: number,
  { roads, road }: { roads: Road[]; road: Road },
): CameraSpot {
  const start = city.roads.junctions.get(junction)!;
  const ahead = road.from === junction ? road.points : road.points.toReversed();
  const lookAt = pointAlong(ahead, Math.min(60, road.lengthMeters)).point;
  const away = distance(start, lookAt) || 1;
  const along: Point = [(lookAt[0] - start[0]) / away, (lookAt[1] - start[1]) / away];
  const half = roadWidthMeters[road.kind] / 2;
  const at: Point = [
    start[0] - along[0] * 3 + along[1] * (half + 2),
    start[1] - along[1] * 3 - along[0] * (half + 2),
  ];
  const address = city.addresses.crossing(roads);
  const inTown = road.town >= 0;
  const owner = inTown ? ownerOf(junction) : 'township-xueliang';
  const name = `${address.replace(/交叉口$/, '口')}${directionWord(start, lookAt)}向`;
  return { at, lookAt, owner, placeClass: 'crossing', name, address, high: false };
}

function ownerOf(junction: number): CameraOwner {
  const draw = (junction * 7) % 10;
  if (draw < 5) return 'public-security';
  return draw < 8 ? 'traffic' : 'city-management';
}

export function directionWord([x, y]: Point, [tx, ty]: Point): string {
  const turn = Math.round(Math.atan2(tx - x, ty - y) / (Math.PI / 4));
  return ['北', '东北', '东', '东南', '南', '西南', '西', '西北'][(turn + 8) % 8]!;
}

const watched: Partial<Record<KeyPlace['kind'], [PlaceClass, CameraOwner]>> = {
  school: ['school-gate', 'school'],
  hospital: ['hospital-gate', 'public-security'],
  square: ['square', 'public-security'],
  station: ['station', 'public-security'],
  government: ['government-gate', 'public-security'],
  market: ['market', 'city-management'],
  park: ['park', 'city-management'],
  scenic: ['scenic-area', 'other'],
  factory: ['industrial-site', 'public-security'],
  reservoir: ['river', 'water'],
};

/** Gates and grounds of key places: those of the seat first, then the towns', then the villages'. */
export function placeSpots(city: City, places: KeyPlace[]): CameraSpot[] {
  const worth = (place: KeyPlace): number => {
    if (place.block) return place.block.town === 0 ? 0 : 1;
    return place.kind === 'scenic' || place.kind === 'reservoir' ? 1 : 2;
  };
  return places
    .filter((place) => watched[place.kind] !== undefined)
    .sort((a, b) => worth(a) - worth(b))
    .map((place) => {
      const [placeClass, owner] = watched[place.kind]!;
      const away = distance(place.at, place.gate) || 1;
      const out: Point = [
        (place.gate[0] - place.at[0]) / away,
        (place.gate[1] - place.at[1]) / away,
      ];
      const at: Point = [place.gate[0] - out[0] * 8, place.gate[1] - out[1] * 8];
      const outwards = placeClass === 'school-gate' || placeClass.endsWith('-gate');
      const ahead = outwards ? 40 : -60;
      const lookAt: Point = [at[0] + out[0] * ahead, at[1] + out[1] * ahead];
      const address = addressNear(city, place.gate);
      const name = `${place.name}${placeClass.endsWith('gate') ? '门口' : ''}`;
      return { at, lookAt, owner, placeClass, name, address, high: placeClass === 'square' };
    });
}

export function addressNear(city: City, [x, y]: Point): string {
  const road = city.roadIndex.nearest(x, y);
  if (road) return city.addresses.along(road, road.lengthMeters / 2, 1);
  const village = city.areas.villages[city.shapes.villageAt(x, y)];
  return village ? `${city.areas.townships[village.township]!.name}${village.name}` : '';
}

/** Points on the banks of the named rivers, the seat's first. */
export function riverSpots(city: City): CameraSpot[] {
  const seat = city.areas.townships[0]!.seat;
  const spots: CameraSpot[] = [];
  for (const river of city.land.rivers) {
    if (river.kind !== 'river') continue;
    for (let i = 6; i + 6 < river.points.length; i += 9) {
      const [a, b] = [river.points[i]!, river.points[i + 5]!];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const aside = a.widthM / 2 + 9;
      const at: Point = [
        a.x - ((b.y - a.y) / length) * aside,
        a.y + ((b.x - a.x) / length) * aside,
      ];
      const address = addressNear(city, at);
      spots.push({
        at,
        lookAt: [b.x, b.y],
        owner: 'water',
        placeClass: 'river',
        name: `${river.name}${address}段`,
        address,
        high: false,
      });
    }
  }
  return spots.sort((p, q) => distance(p.at, seat) - distance(q.at, seat));
}

/** Lookouts on heights: over the seat first, then spread over the forests. */
export function lookoutSpots(city: City): CameraSpot[] {
  const { grid, heights, mask } = city.land;
  const seat = city.areas.townships[0]!.seat;
  const chosen: Point[] = [];
  const high = [...mask.keys()]
    .filter((cell) => mask[cell] === 1)
    .sort((a, b) => heights[b]! - heights[a]! || a - b);
  const nearSeat = high.filter((cell) => distance([xOf(grid, cell), yOf(grid, cell)], seat) < 5200);
  for (const cell of [...nearSeat.slice(0, 400), ...high]) {
    const at: Point = [xOf(grid, cell), yOf(grid, cell)];
    const apart = distance(at, seat) < 5300 ? 1500 : 3000;
    if (chosen.every((other) => distance(other, at) > apart)) chosen.push(at);
    if (chosen.length === 60) break;
  }
  return chosen.map((at) => {
    const valley = steepestDown(city, at);
    const village = city.areas.villages[city.shapes.villageAt(...at)];
    const address = addressNear(city, at);
    return {
      at,
      lookAt: valley,
      owner: 'forestry',
      placeClass: 'forest-lookout',
      name: `${village?.name.replace(/(村委会|社区居委会|社区)$/, '') ?? ''}高点瞭望`,
      address,
      high: true,
    };
  });
}

function steepestDown({ land }: City, [x, y]: Point): Point {
  let best: Point = [x + 1000, y];
  for (let turn = 0; turn < 16; turn += 1) {
    const at: Point = [
      x + 1000 * Math.cos((turn * Math.PI) / 8),
      y + 1000 * Math.sin((turn * Math.PI) / 8),
    ];
    const lower =
      land.heights[cellAt(land.grid, ...at)]! < land.heights[cellAt(land.grid, ...best)]!;
    if (lower) best = at;
  }
  return best;
}

/** Along roads, as many as anybody asks for: each pass walks every road once at other places. */
export function* streetSpots(city: City, random: Random): Generator<CameraSpot> {
  const roads = city.roads.roads.filter((road) => road.kind !== 'link' && road.lengthMeters > 45);
  for (;;) {
    for (const road of shuffled(roads, random)) {
      const side = random.next() < 0.5 ? -1 : 1;
      const meters = random.between(20, road.lengthMeters - 20);
      const { point, along } = pointAlong(road.points, meters);
      const aside = (roadWidthMeters[road.kind] / 2 + 2) * side;
      const at: Point = [point[0] + along[1] * aside, point[1] - along[0] * aside];
      const lookAt: Point = [point[0] + along[0] * 60 * side, point[1] + along[1] * 60 * side];
      const address = city.addresses.along(road, meters, side);
      const country = road.kind === 'expressway' ? 'traffic' : 'township-xueliang';
      const owner = road.town >= 0 ? ownerOf(road.number + random.below(10)) : country;
      yield {
        at,
        lookAt,
        owner,
        placeClass: 'street',
        name: `${address}${directionWord(at, lookAt)}向`,
        address,
        high: false,
      };
    }
  }
}
