/** What moves before a camera of the demo: cars and bikes on its roads, people at its doors, ripples on its water. */
import type { CityLayout } from '#generate/city-layout.ts';
import type { Point } from '#generate/geometry/frame.ts';
import { alongPath, pathLength, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import type { Spot } from '../drawing/solids.ts';
import { placed } from '../drawing/solids.ts';
import type { Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import { carColors, person, someLook } from '../props/people.ts';
import type { VehicleKind } from '../props/vehicles.ts';
import { vehicle } from '../props/vehicles.ts';
import type { House } from './houses.ts';
import { beside, type Route } from './routes.ts';

export type Mover = (painter: Painter, time: number) => void;

const loopSeconds = 12;
const speeds: Readonly<Partial<Record<Route['kind'], number>>> = {
  expressway: 22,
  primary: 11,
  secondary: 9.5,
  residential: 7,
  tertiary: 8,
  link: 9,
};
const bikeSpeed = 5;
const kinds: readonly VehicleKind[] = ['sedan', 'suv', 'van', 'sedan', 'bus', 'truck', 'suv'];

/** Things of one look, one loop's way apart on a line: at the end each stands where the next one began. */
type Stream = { line: readonly Vec2[]; gap: number; phase: number; from: number };

function placesOf({ line, gap, phase }: Stream, time: number): Spot[] {
  const length = pathLength(line);
  const found: Spot[] = [];
  for (let at = wrapped(time + phase) * gap; at < length; at += gap) {
    found.push(alongPath(line, at / length));
  }
  return found;
}

/** Streams that would drive through each other at a crossing are shifted until they pass well apart. */
export class Traffic {
  readonly #streams: Stream[] = [];
  readonly #random: () => number;
  readonly #isSeen: (point: Point) => boolean;

  constructor(seed: number, isSeen: (point: Point) => boolean) {
    this.#random = seededRandom(seed);
    this.#isSeen = isSeen;
  }

  on(route: Route): Mover[] {
    const speed = speeds[route.kind];
    if (speed === undefined) return [];
    const lanes = route.widthMeters >= 14 ? [0.13, 0.36] : [0.23];
    return [false, true].flatMap((isBack) => {
      const way = isBack ? route.points.toReversed() : route.points;
      const cars = lanes.flatMap((lane) => {
        const line = beside(way, lane * route.widthMeters);
        const movers = [this.#cars(line, speed)];
        if (route.widthMeters > 10) movers.push(this.#cars(line, speed));
        return movers;
      });
      return [...cars, this.#bikes(beside(way, route.widthMeters / 2 - 0.7))];
    });
  }

  #cars(line: readonly Vec2[], speed: number): Mover {
    const kind = kinds[Math.floor(this.#random() * kinds.length)]!;
    return this.#stream(line, speed, kind);
  }

  #bikes(line: readonly Vec2[]): Mover {
    return this.#stream(line, bikeSpeed, 'e-bike');
  }

  #stream(line: readonly Vec2[], speed: number, kind: VehicleKind): Mover {
    const color = carColors[Math.floor(this.#random() * carColors.length)]!;
    const gap = speed * loopSeconds;
    const tries = Array.from({ length: 14 }, (): Stream => ({
      ...{ line, gap, from: 0 },
      phase: this.#random(),
    }));
    const best = tries
      .map((stream) => ({ stream, room: this.#roomOf(stream) }))
      .reduce((a, b) => (b.room > a.room ? b : a));
    // Where no phase keeps them apart the stream is left out: nothing here drives through another.
    if (best.room < (kind === 'e-bike' ? 2.2 : 6)) return () => {};
    this.#streams.push(best.stream);
    return (painter, time) => {
      for (const spot of placesOf(best.stream, time)) {
        if (!this.#isSeen([spot.x, spot.y])) continue;
        painter.standAt(spot.x, spot.y);
        vehicle(painter, spot, kind, color);
        painter.base = 0;
      }
    };
  }

  #roomOf(stream: Stream): number {
    let room = Infinity;
    for (let time = 0; time < 1; time += 1 / 40) {
      const own = placesOf(stream, time).filter(({ x, y }) => this.#isSeen([x, y]));
      for (const other of this.#streams) {
        for (const { x, y } of placesOf(other, time)) {
          for (const spot of own) room = Math.min(room, Math.hypot(spot.x - x, spot.y - y));
        }
      }
    }
    return room;
  }
}

/** Out of one door, a few steps along the houses, in at the next. */
export function atDoors(houses: readonly House[], seed: number): Mover[] {
  const random = seededRandom(seed);
  return houses.map(({ spot, width, depth }): Mover => {
    const [out, reach] = [2 + random() * 1.2, Math.min(width * 0.36, 4.5)];
    const side = random() < 0.5 ? 1 : -1;
    const path = (
      [
        [-reach, -depth / 2],
        [-reach, -depth / 2 - out],
        [reach, -depth / 2 - out],
        [reach, -depth / 2],
      ] as const
    ).map(([right, ahead]) => placed(spot, [right * side, ahead]));
    const look = someLook(random);
    const phase = random();
    return (painter, time) => {
      const at = alongPath(path, wrapped(time + phase));
      painter.standAt(at.x, at.y);
      person(painter, [at.x, at.y], look, wrapped(time * 10 + phase));
      painter.base = 0;
    };
  });
}

/** People who dance together on a square (广场舞): two steps to a side and back, in rows. */
export function dancers(middle: Vec2, count: number, seed: number): Mover[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index): Mover => {
    const [row, column] = [Math.floor(index / 5), index % 5];
    const home: Vec2 = [middle[0] + (column - 2) * 1.7, middle[1] + (row - 1) * 1.9];
    const look = someLook(random);
    return (painter, time) => {
      const beat = time * 6 * 2 * Math.PI;
      const at: Vec2 = [home[0] + Math.sin(beat) * 0.5, home[1] + Math.sin(beat / 2) * 0.35];
      painter.standAt(...at);
      person(painter, at, look, wrapped(time * 12 + index * 0.02));
      painter.base = 0;
    };
  });
}

/** Small waves that come, drift downstream a little and go. */
export function ripplesOn(layout: CityLayout, spots: readonly Vec2[], drift: Vec2): Mover[] {
  const { water } = layout.city.land;
  return spots
    .filter(([x, y]) => water.isWater(x, y) && water.isWater(x + drift[0] * 4, y + drift[1] * 4))
    .map(([x, y], index): Mover => {
      const random = seededRandom(index * 31 + 7);
      const [phase, size, bright] = [random(), 1 + random() * 2.4, random() < 0.65];
      return (painter, time) => {
        const part = wrapped(time + phase);
        const [px, py] = [x + drift[0] * part * 4, y + drift[1] * part * 4];
        const [sx, sy] = [-drift[1] * size, drift[0] * size];
        const thick = 0.16;
        const outline: Vec2[] = [
          [px - sx, py - sy],
          [px + drift[0] * thick, py + drift[1] * thick],
          [px + sx, py + sy],
          [px - drift[0] * thick, py - drift[1] * thick],
        ];
        const alpha = Math.sin(part * Math.PI) * 0.34;
        painter.patch(outline, bright ? [206, 220, 224] : [48, 68, 74], alpha);
      };
    });
}

/** Kitchen smoke over a house, drifting with the wind. */
export function smokeOver({ spot, heightMeters }: House): Mover {
  return (painter, time) => {
    painter.standAt(spot.x, spot.y);
    for (let puff = 0; puff < 9; puff += 1) {
      const part = wrapped(time * 2 + puff / 9);
      const at = [spot.x - part * 16, spot.y + part * 5, heightMeters + 1 + part * 18] as const;
      painter.ball(at, 0.6 + part * 2, [214, 216, 216]);
    }
    painter.base = 0;
  };
}
