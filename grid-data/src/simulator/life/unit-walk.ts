import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const line = z.array(position).min(2);

export const beatUnit = z.object({
  id: z.string().min(1),
  kind: z.string(),
  beat: z.union([line, z.object({ coordinates: line }).transform((beat) => beat.coordinates)]),
});
export type BeatUnit = z.infer<typeof beatUnit>;

export type UnitPosition = {
  longitude: number;
  latitude: number;
  headingDeg: number;
  speedMps: number;
};

const speedByKind: Record<string, number> = {
  'police-patrol': 8,
  fire: 9,
  medical: 9,
  traffic: 9,
  'city-management': 6,
  sanitation: 3,
};
const walkingSpeed = 1.3;
const metersPerDegree = 111_320;
const degreesPerRadian = 180 / Math.PI;

type Leg = { from: readonly number[]; headingDeg: number; lengthMeters: number; step: number[] };

/** One unit going round its beat: faster and slower by turns, standing still for a talk now and then. */
export class UnitWalk {
  readonly id: string;
  readonly #legs: readonly Leg[];
  readonly #lengthMeters: number;
  readonly #usualSpeed: number;
  readonly #random: () => number;
  #alongMeters: number;
  #speed: number;
  #changesInSeconds = 0;

  constructor(unit: BeatUnit, random: () => number = Math.random) {
    this.id = unit.id;
    this.#random = random;
    this.#legs = legsOf(unit.beat);
    this.#lengthMeters = this.#legs.reduce((sum, leg) => sum + leg.lengthMeters, 0);
    this.#usualSpeed = speedByKind[unit.kind] ?? walkingSpeed;
    this.#speed = this.#usualSpeed;
    this.#alongMeters = random() * this.#lengthMeters;
  }

  advance(seconds: number): UnitPosition {
    this.#changesInSeconds -= seconds;
    if (this.#changesInSeconds <= 0) this.#changePace();
    if (this.#lengthMeters > 0) {
      this.#alongMeters = (this.#alongMeters + this.#speed * seconds) % this.#lengthMeters;
    }
    return this.#here();
  }

  #changePace(): void {
    const stands = this.#random() < 0.15;
    this.#speed = stands ? 0 : this.#usualSpeed * (0.6 + 0.6 * this.#random());
    this.#changesInSeconds = stands ? 15 + 45 * this.#random() : 20 + 60 * this.#random();
  }

  #here(): UnitPosition {
    let rest = this.#alongMeters;
    let leg = this.#legs[0]!;
    for (leg of this.#legs) {
      if (rest <= leg.lengthMeters) break;
      rest -= leg.lengthMeters;
    }
    const share = leg.lengthMeters > 0 ? Math.min(1, rest / leg.lengthMeters) : 0;
    return {
      longitude: leg.from[0]! + leg.step[0]! * share,
      latitude: leg.from[1]! + leg.step[1]! * share,
      headingDeg: leg.headingDeg,
      speedMps: this.#speed,
    };
  }
}

// A beat that does not end where it began is walked back the same way.
function legsOf(beat: readonly (readonly number[])[]): Leg[] {
  const first = beat[0]!;
  const last = beat.at(-1)!;
  const isRound = first[0] === last[0] && first[1] === last[1];
  const path = isRound ? beat : [...beat, ...beat.slice(0, -1).toReversed()];
  return path.slice(1).map((to, index) => legOf(path[index]!, to));
}

function legOf(from: readonly number[], to: readonly number[]): Leg {
  const step = [to[0]! - from[0]!, to[1]! - from[1]!];
  const east = step[0]! * metersPerDegree * Math.cos(from[1]! / degreesPerRadian);
  const north = step[1]! * metersPerDegree;
  const headingDeg = (Math.atan2(east, north) * degreesPerRadian + 360) % 360;
  return { from, headingDeg, lengthMeters: Math.hypot(east, north), step };
}
