/** The roads of an area in steps, and what each step's cameras make of it. */
import { cutRoute, routeOf, stepsAlong, type LonLat, type Route, type Stretch } from 'grid-data';
import type { AskedPlace, RoadRow, SeenPlace } from './coverage-queries.ts';

const finestStepMeters = 25;
/** A county's roads are looked at more coarsely, so that the answer still comes while somebody waits. */
const mostSteps = 8_000;

export type RoadStep = {
  road: number;
  fromMeters: number;
  toMeters: number;
  position: LonLat;
  headingDeg: number;
  /** Null where it lies outside the area. */
  areaCode: string | null;
  cameraIds: readonly string[];
};

export type SteppedRoads = {
  roads: readonly RoadRow[];
  routes: readonly Route[];
  stepMeters: number;
  steps: readonly RoadStep[];
};

export function stepRoads(roads: readonly RoadRow[]): SteppedRoads {
  const routes = roads.map(({ line }) => routeOf(line));
  const length = routes.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0);
  const stepMeters = Math.max(finestStepMeters, length / mostSteps);
  const steps = routes.flatMap((route, road) => {
    const places = stepsAlong(route, stepMeters);
    const half = route.lengthMeters / places.length / 2;
    return places.map(({ position, headingDeg, alongMeters }) => ({
      ...{ road, position, headingDeg, areaCode: null, cameraIds: [] },
      fromMeters: alongMeters - half,
      toMeters: alongMeters + half,
    }));
  });
  return { roads, routes, stepMeters, steps };
}

export function askedPlaces(places: readonly LonLat[]): AskedPlace[] {
  return places.map(([longitude, latitude], i) => ({ i, longitude, latitude }));
}

/** The steps that lie in the area, with who sees each. */
export function withSights(roads: SteppedRoads, seen: readonly SeenPlace[]): SteppedRoads {
  const steps = seen
    .toSorted((a, b) => a.i - b.i)
    // On the border of two parts a step lies in both: the first has it.
    .filter(({ i }, n, all) => n === 0 || all[n - 1]!.i !== i)
    .map(({ i, areaCode, cameraIds }) => ({
      ...roads.steps[i]!,
      areaCode,
      cameraIds: cameraIds ?? [],
    }));
  return { ...roads, steps };
}

export function metersOf(steps: readonly RoadStep[]): number {
  return steps.reduce((sum, { fromMeters, toMeters }) => sum + toMeters - fromMeters, 0);
}

/** Steps that follow each other on one road, joined to lines. */
export function linesOf({ routes }: SteppedRoads, steps: readonly RoadStep[]) {
  const stretches: (Stretch & { road: number })[] = [];
  for (const { road, fromMeters, toMeters } of steps) {
    const last = stretches.at(-1);
    if (last?.road === road && fromMeters - last.toMeters < 0.01) last.toMeters = toMeters;
    else stretches.push({ road, fromMeters, toMeters });
  }
  const coordinates = stretches.map((stretch) =>
    cutRoute(routes[stretch.road]!, stretch).map(([lon, lat]) => [
      Number(lon.toFixed(6)),
      Number(lat.toFixed(6)),
    ]),
  );
  return { stretches, shape: { type: 'MultiLineString', coordinates } };
}
