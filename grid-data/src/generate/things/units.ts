import { CellQueue } from '../geometry/cell-queue.ts';
import type { Point } from '../geometry/frame.ts';
import { distance } from '../geometry/polyline.ts';
import type { Road } from '../roads/road-network.ts';
import { uuidOf, type Random } from '../random.ts';
import type { UnitKind, UnitRow } from '../rows.ts';
import type { City } from './city.ts';

type UnitPlan = {
  kind: UnitKind;
  department: string;
  word: string;
  call: string;
  perTown: number;
  inSeat: number;
};

/** Per township and, beyond that, in the seat: 120 in all at scale 1. */
const plans: UnitPlan[] = [
  {
    kind: 'police-patrol',
    department: 'public-security',
    word: '巡逻车',
    call: '天网',
    perTown: 1,
    inSeat: 13,
  },
  {
    kind: 'grid-team',
    department: 'governance-center',
    word: '网格巡查组',
    call: '网格',
    perTown: 1,
    inSeat: 5,
  },
  {
    kind: 'city-management',
    department: 'city-management',
    word: '城管执法组',
    call: '城管',
    perTown: 0,
    inSeat: 16,
  },
  {
    kind: 'sanitation',
    department: 'sanitation',
    word: '环卫作业车',
    call: '环卫',
    perTown: 0,
    inSeat: 12,
  },
  {
    kind: 'traffic',
    department: 'traffic-police',
    word: '交警巡逻组',
    call: '交警',
    perTown: 0,
    inSeat: 10,
  },
  { kind: 'medical', department: 'health', word: '急救车', call: '急救', perTown: 0, inSeat: 9 },
  { kind: 'fire', department: 'fire-rescue', word: '消防车', call: '消防', perTown: 0, inSeat: 7 },
  {
    kind: 'water',
    department: 'water-conservancy',
    word: '河道巡查组',
    call: '河长',
    perTown: 0,
    inSeat: 4,
  },
  {
    kind: 'forestry',
    department: 'forestry',
    word: '护林巡查组',
    call: '护林',
    perTown: 0,
    inSeat: 4,
  },
];

export function placeUnits(city: City, wanted: number, random: Random): UnitRow[] {
  const router = new Router(city.roads.roads);
  const units: UnitRow[] = [];
  while (units.length < wanted) {
    for (const plan of plans) {
      const towns = city.areas.townships.flatMap((_, town) =>
        Array<number>(plan.perTown).fill(town),
      );
      for (const town of [...towns, ...Array<number>(plan.inSeat).fill(0)]) {
        if (units.length < wanted)
          units.push(unitRow(city, router, { plan, town, number: units.length }, random));
      }
    }
  }
  return units;
}

type UnitWish = { plan: UnitPlan; town: number; number: number };

function unitRow(
  city: City,
  router: Router,
  { plan, town, number }: UnitWish,
  random: Random,
): UnitRow {
  const township = city.areas.townships[town]!;
  const reach = plan.kind === 'fire' || plan.kind === 'medical' ? 1.6 : 1;
  const beat = walk(
    city,
    router,
    {
      town,
      reach: township.townRadius * reach,
      country: plan.kind === 'forestry' || plan.kind === 'water',
    },
    random,
  );
  const positions = beat.map(([x, y]) => city.land.frame.toPosition(x, y));
  const serial = String(number + 1).padStart(3, '0');
  return {
    id: uuidOf('unit', number, city.seed),
    kind: plan.kind,
    name: `${township.name}${plan.word}${serial}`,
    areaCode: township.code,
    departmentCode: plan.department,
    callSign: `${plan.call}${serial}`,
    home: positions[0]!,
    beat: { type: 'LineString', coordinates: positions },
  };
}

type Walk = { town: number; reach: number; country: boolean };

/** Home, two places of the beat, and home again, each way the shortest by road. */
function walk(city: City, router: Router, { town, reach, country }: Walk, random: Random): Point[] {
  const { seat } = city.areas.townships[town]!;
  const spread = country ? 5000 : reach;
  const near = [...city.roads.junctions].filter(
    ([junction, at]) => distance(at, seat) < spread && router.knows(junction),
  );
  for (let tries = 0; tries < 40; tries += 1) {
    const stops = [0, 1, 2].map(() => random.pick(near)[0]);
    const legs = stops.map((stop, i) => router.way(stop, stops[(i + 1) % 3]!));
    const line = legs.flatMap((leg, i) => (i === 0 ? leg : leg.slice(1)));
    if (legs.every((leg) => leg.length > 1) && line.length >= 8) return line;
  }
  throw new Error(`no beat found in township ${town}`);
}

/** Shortest ways along the roads that units use: not the expressways. */
class Router {
  readonly #roads: Road[];
  readonly #at = new Map<number, Road[]>();

  constructor(roads: Road[]) {
    this.#roads = roads.filter((road) => road.kind !== 'expressway' && road.kind !== 'link');
    for (const road of this.#roads) {
      for (const junction of [road.from, road.to]) {
        const list = this.#at.get(junction);
        if (list) list.push(road);
        else this.#at.set(junction, [road]);
      }
    }
  }

  knows(junction: number): boolean {
    return this.#at.has(junction);
  }

  way(from: number, to: number): Point[] {
    const came = new Map<number, Road>();
    const costs = new Map<number, number>([[from, 0]]);
    const queue = new CellQueue();
    queue.push(from, 0);
    while (queue.size > 0) {
      const cost = queue.smallestCost;
      const junction = queue.pop();
      if (junction === to) break;
      if (cost > costs.get(junction)!) continue;
      for (const road of this.#at.get(junction)!) {
        const next = road.from === junction ? road.to : road.from;
        const there = cost + road.lengthMeters;
        if (there >= (costs.get(next) ?? Infinity)) continue;
        costs.set(next, there);
        came.set(next, road);
        queue.push(next, there);
      }
    }
    return this.#trace(came, from, to);
  }

  #trace(came: Map<number, Road>, from: number, to: number): Point[] {
    const line: Point[] = [];
    for (let junction = to; junction !== from;) {
      const road = came.get(junction);
      if (!road) return [];
      const forward = road.to === junction;
      const points = forward ? road.points.toReversed() : road.points;
      line.push(...(line.length === 0 ? points : points.slice(1)));
      junction = forward ? road.from : road.to;
    }
    return line.reverse();
  }
}
