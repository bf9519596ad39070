/** A way along the ground: how far along it a place lies, on which side, and what of it is in sight. */
import { angleBetween, bearingDegrees, distanceMeters, type LonLat } from './field-of-view.ts';

const metersPerDegree = 111_195;

export type Route = {
  places: readonly LonLat[];
  /** Metres from the beginning to each of the places. */
  alongMeters: readonly number[];
  lengthMeters: number;
};

/** A stretch of a route, in metres from its beginning. */
export type Stretch = { fromMeters: number; toMeters: number };

export type RoutePlace = {
  position: LonLat;
  alongMeters: number;
  /** Compass degrees in which one passes here. */
  headingDeg: number;
};

export function routeOf(line: readonly LonLat[]): Route {
  const places = line.filter((place, i) => i === 0 || !isSame(place, line[i - 1]!));
  const alongMeters = [0];
  for (let i = 1; i < places.length; i += 1) {
    alongMeters.push(alongMeters[i - 1]! + distanceMeters(places[i - 1]!, places[i]!));
  }
  return { places, alongMeters, lengthMeters: alongMeters.at(-1) ?? 0 };
}

/** The middles of steps of at most `stepMeters`, from the beginning to the end. */
export function stepsAlong(route: Route, stepMeters: number): RoutePlace[] {
  const count = Math.max(1, Math.ceil(route.lengthMeters / stepMeters));
  const each = route.lengthMeters / count;
  const steps: RoutePlace[] = [];
  let leg = 1;
  for (let i = 0; i < count; i += 1) {
    const meters = (i + 0.5) * each;
    while (leg < route.places.length - 1 && route.alongMeters[leg]! < meters) leg += 1;
    steps.push(placeOnLeg(route, leg, meters));
  }
  return steps;
}

function placeOnLeg({ places, alongMeters }: Route, leg: number, meters: number): RoutePlace {
  const from = places[leg - 1] ?? places[0]!;
  const to = places[leg] ?? from;
  const length = (alongMeters[leg] ?? 0) - (alongMeters[leg - 1] ?? 0);
  const share = length === 0 ? 0 : (meters - (alongMeters[leg - 1] ?? 0)) / length;
  return {
    position: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
    alongMeters: meters,
    headingDeg: bearingDegrees(from, to),
  };
}

export type BesideRoute = RoutePlace & {
  /** Metres between the place and the route. */
  offMeters: number;
  side: RouteSide;
};

export const routeSides = ['left', 'right', 'on'] as const;
/** Of one who goes along; nearer than half a lane a place is on the route. */
export type RouteSide = (typeof routeSides)[number];
const halfLaneMeters = 1.75;

/** Where the route passes a place, and on which side the place then lies. */
export function besideRoute(route: Route, place: LonLat): BesideRoute {
  const squeeze = Math.cos((place[1] * Math.PI) / 180);
  const east = ([longitude]: LonLat): number => (longitude - place[0]) * squeeze * metersPerDegree;
  const north = ([, latitude]: LonLat): number => (latitude - place[1]) * metersPerDegree;
  let best = { off: Infinity, leg: 1, share: 0, left: 0 };
  for (let leg = 1; leg < Math.max(2, route.places.length); leg += 1) {
    const from = route.places[leg - 1]!;
    const to = route.places[leg] ?? from;
    const [x, y] = [east(from), north(from)];
    const [dx, dy] = [east(to) - x, north(to) - y];
    const squared = dx * dx + dy * dy;
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / squared));
    const off = Math.hypot(x + share * dx, y + share * dy);
    // The place stands at the origin: left of the leg where the cross product is positive.
    if (off < best.off) best = { off, leg, share, left: y * dx - x * dy };
  }
  const start = route.alongMeters[best.leg - 1] ?? 0;
  const length = (route.alongMeters[best.leg] ?? start) - start;
  const passed = placeOnLeg(route, best.leg, start + best.share * length);
  const side = best.off < halfLaneMeters ? 'on' : best.left < 0 ? 'left' : 'right';
  return { ...passed, offMeters: best.off, side };
}

export const routeLooks = ['along', 'against', 'across'] as const;
/** Whether a camera looks the way one goes, into one's face or across. */
export type RouteLook = (typeof routeLooks)[number];

export function lookAlong(headingDeg: number, bearingDeg: number): RouteLook {
  const turn = angleBetween(headingDeg, bearingDeg);
  if (turn <= 60) return 'along';
  return turn >= 120 ? 'against' : 'across';
}

/** Steps that hold, joined to stretches; `steps` are those of `stepsAlong`, each as long as the others. */
export function stretchesWhere(route: Route, holds: readonly boolean[]): Stretch[] {
  const each = route.lengthMeters / Math.max(1, holds.length);
  const stretches: Stretch[] = [];
  for (let from = 0; from < holds.length;) {
    let to = from + 1;
    while (to < holds.length && holds[to] === holds[from]) to += 1;
    if (holds[from]) stretches.push({ fromMeters: from * each, toMeters: to * each });
    from = to;
  }
  return stretches;
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { fromMeters, toMeters }) => sum + toMeters - fromMeters, 0);
}

/**
 * The whole of a road of which a map knows pieces: those that begin where another ends, at each end the straightest
 * first. `pieces` may hold the first one again, and pieces that do not belong to it.
 */
export function chainedRoad(
  first: readonly LonLat[],
  pieces: readonly (readonly LonLat[])[],
): LonLat[] {
  const left = new Set(pieces.filter((piece) => !isSameLine(piece, first)));
  const forward = grown([...first], left);
  return grown(forward.toReversed(), left).toReversed();
}

/** Sharper than this a road does not turn: what begins there is another of the same name. */
const sharpestTurnDeg = 100;

function grown(line: LonLat[], left: Set<readonly LonLat[]>): LonLat[] {
  for (;;) {
    const end = line.at(-1)!;
    const heading = bearingDegrees(line.at(-2) ?? end, end);
    const next = [...left]
      .flatMap((piece) => {
        const away = isSame(piece[0]!, end)
          ? piece
          : isSame(piece.at(-1)!, end)
            ? piece.toReversed()
            : null;
        if (away === null || away.length < 2) return [];
        return [{ piece, away, turn: angleBetween(heading, bearingDegrees(end, away[1]!)) }];
      })
      .filter(({ turn }) => turn <= sharpestTurnDeg)
      .toSorted((a, b) => a.turn - b.turn)[0];
    if (next === undefined) return line;
    left.delete(next.piece);
    line.push(...next.away.slice(1));
  }
}

function isSameLine(one: readonly LonLat[], other: readonly LonLat[]): boolean {
  return one.length === other.length && one.every((place, i) => isSame(place, other[i]!));
}

function isSame(one: LonLat, other: LonLat): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** The part of a route between two distances along it, as a line. */
export function cutRoute(route: Route, { fromMeters, toMeters }: Stretch): LonLat[] {
  const at = (meters: number): LonLat => {
    const leg = route.alongMeters.findIndex((along, i) => i > 0 && along >= meters);
    return placeOnLeg(route, leg === -1 ? route.places.length - 1 : leg, meters).position;
  };
  const between = route.places.filter((_, i) => {
    const along = route.alongMeters[i]!;
    return along > fromMeters && along < toMeters;
  });
  return [at(fromMeters), ...between, at(toMeters)];
}
