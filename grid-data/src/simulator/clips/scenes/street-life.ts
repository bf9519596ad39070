import type { Path } from '../drawing/movement.ts';
import { alongPath, withWait, wrapped } from '../drawing/movement.ts';
import type { Painter } from '../drawing/painter.ts';
import type { Vec2 } from '../drawing/vectors.ts';
import { seededRandom } from '../drawing/vectors.ts';
import { trafficLight } from '../props/street-furniture.ts';
import { carColors, person, someLook } from '../props/people.ts';
import type { VehicleKind } from '../props/vehicles.ts';
import { vehicle } from '../props/vehicles.ts';
import type { StreetPlan } from './street.ts';

type Mover = (painter: Painter, time: number) => void;

const kinds: readonly VehicleKind[] = ['sedan', 'suv', 'sedan', 'van', 'bus', 'sedan', 'truck'];
const [behind, beyond] = [-26, 175];
/** While it is red for the street, the crossing street and the walkers go. */
const [redFrom, redUntil] = [0.34, 0.66];

/** Cars, e-bikes and walkers of a street; each is back where it was when the loop ends. */
export function streetLife(plan: StreetPlan): Mover {
  const random = seededRandom(plan.seed + 5);
  const movers = [
    ...cars(plan, random),
    ...bikes(plan, random),
    ...walkers(plan, random),
    ...(plan.crossingAt === null ? [] : crossingLife(plan, plan.crossingAt, random)),
  ];
  return (painter, time) => {
    for (const move of movers) move(painter, time);
  };
}

function cars(plan: StreetPlan, random: () => number): Mover[] {
  const lanes = plan.roadWidth >= 11 ? [0.13, 0.36] : [0.22];
  return [1, -1].flatMap((sign) =>
    lanes.flatMap((lane, laneIndex) =>
      [0, 1, 2].map((slot): Mover => {
        const x = sign * lane * plan.roadWidth;
        const path: Path = [
          [x, sign > 0 ? behind : beyond],
          [x, sign > 0 ? beyond : behind],
        ];
        const kind = kinds[Math.floor(random() * kinds.length)]!;
        const color = carColors[Math.floor(random() * carColors.length)]!;
        const look = { path, kind, color };
        if (plan.crossingAt !== null) return waitingCar(look, plan.crossingAt, slot);
        const phase = slot / 3 + laneIndex * 0.17 + (random() - 0.5) * 0.1 + (sign > 0 ? 0 : 0.4);
        return freeCar(look, phase);
      }),
    ),
  );
}

type CarLook = { path: Path; kind: VehicleKind; color: (typeof carColors)[number] };

function freeCar({ path, kind, color }: CarLook, phase: number): Mover {
  return (painter, time) => vehicle(painter, alongPath(path, wrapped(time + phase)), kind, color);
}

// Cars of one lane come one after the other, stand in a queue while it is red, and leave in turn.
function waitingCar({ path, kind, color }: CarLook, crossingAt: number, slot: number): Mover {
  const [from, to] = [path[0]![1], path[1]![1]];
  const line = crossingAt - Math.sign(to - from) * (13 + slot * 10);
  const stopAt = (line - from) / (to - from);
  const wait = { stopAt, from: redFrom + slot * 0.05, until: redUntil + slot * 0.045 };
  return (painter, time) => vehicle(painter, alongPath(path, withWait(time, wait)), kind, color);
}

function bikes(plan: StreetPlan, random: () => number): Mover[] {
  return [1, -1, 1].map((sign, index): Mover => {
    const x = sign * (plan.roadWidth / 2 - 0.9);
    const [near, far] = [-20, 62 + index * 9];
    const path: Path =
      sign > 0
        ? [
            [x, near],
            [x, far],
          ]
        : [
            [x, far],
            [x, near],
          ];
    const color = carColors[Math.floor(random() * carColors.length)]!;
    const phase = index * 0.37 + random() * 0.2;
    return (painter, time) =>
      vehicle(painter, alongPath(path, wrapped(time + phase)), 'e-bike', color);
  });
}

function walkers(plan: StreetPlan, random: () => number): Mover[] {
  const pavement = plan.roadWidth / 2 + 3.1;
  const indoors = plan.roadWidth / 2 + 6;
  return Array.from({ length: 9 }, (_, index): Mover => {
    const side = index % 2 === 0 ? 1 : -1;
    const [door, reach] = [14 + index * 5.5, 9 + random() * 4];
    const x = side * (pavement - 0.8 + random() * 1.4);
    const stroll: Path = [
      [side * indoors, door],
      [x, door],
      [x, door - reach],
      [side * indoors, door - reach - 1],
    ];
    const path = random() < 0.5 ? stroll : stroll.toReversed();
    const look = someLook(random);
    const phase = random();
    return (painter, time) => {
      const spot = alongPath(path, wrapped(time + phase));
      person(painter, [spot.x, spot.y], look, wrapped(time * 11 + phase));
    };
  });
}

function crossingLife(plan: StreetPlan, y: number, random: () => number): Mover[] {
  const half = plan.roadWidth / 2;
  const people = Array.from({ length: 6 }, (_, index) =>
    crossingPerson([half, y - 8.5 + (random() - 0.5) * 2.2], index % 2 === 0 ? 1 : -1, random),
  );
  const crossing = [1, -1].map((sign): Mover => {
    const path: Path = [
      [-sign * 110, y - sign * 3],
      [sign * 110, y - sign * 3],
    ];
    const color = carColors[Math.floor(random() * carColors.length)]!;
    return freeCar({ path, kind: sign > 0 ? 'sedan' : 'suv', color }, sign > 0 ? 0 : -0.06);
  });
  const light: Mover = (painter, time) => {
    const shows = time > redFrom - 0.04 && time < redUntil ? 'red' : 'green';
    trafficLight(painter, { x: half + 1.4, y: y + 8, headingDeg: 180 }, shows);
    trafficLight(painter, { x: -half - 1.4, y: y + 9, headingDeg: 0 }, shows);
  };
  return [...people, ...crossing, light];
}

// Waits at the kerb for the cars to stand, crosses, and goes on behind the houses' corner.
function crossingPerson([half, at]: Vec2, sign: number, random: () => number): Mover {
  const kerb = 0.3;
  const path: Path = [
    [-sign * (half + 12), at],
    [sign * (half + 12), at],
  ];
  const look = someLook(random);
  const lag = random() * 0.06;
  const wait = {
    stopAt: (12 - kerb) / (2 * half + 24),
    from: redFrom - 0.12 + lag,
    until: redFrom + lag,
  };
  return (painter, time) => {
    const share = withWait(wrapped(time), wait);
    const spot = alongPath(path, share);
    const stands = time > wait.from && time < wait.until;
    person(painter, [spot.x, spot.y], look, stands ? null : wrapped(time * 13 + lag * 9));
  };
}
