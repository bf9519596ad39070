/** Which of the cameras beside a route see what of it: each weighed step by step, as for a point. */
import {
  besideRoute,
  distanceMeters,
  lookAlong,
  stepsAlong,
  stretchesWhere,
  type LonLat,
  type Route,
  type RouteLook,
  type RoutePlace,
  type RouteSide,
  type Stretch,
} from 'grid-data';
import type { RankedCameraRecord } from '../camera-record.ts';
import type { Judging } from '../camera-ranking.ts';
import { asItLooks, cameraSight, type SightedCamera } from '../camera-sight.ts';

export type RouteCameraRecord = RankedCameraRecord & {
  alongMeters: number;
  position: { longitude: number; latitude: number };
  headingDeg: number;
  side: RouteSide;
  look: RouteLook | null;
  stretches: Stretch[];
  /** Metres between the camera and the route, wherever it sees it. */
  offMeters: number;
};

const finestStepMeters = 8;
const mostSteps = 4_000;

export function stepMetersOf(route: Route): number {
  return Math.max(finestStepMeters, route.lengthMeters / mostSteps);
}

export function routeCameras(
  cameras: readonly SightedCamera[],
  route: Route,
  { withinMeters, refusalOf, looksNow }: Judging & { withinMeters: number },
): RouteCameraRecord[] {
  const steps = stepsAlong(route, stepMetersOf(route));
  return cameras
    .flatMap((camera) => {
      const weighed = weigh(asItLooks(camera, looksNow), route, steps);
      if (weighed === null) return [];
      if (weighed.relation === 'near' && weighed.offMeters > withinMeters) return [];
      const refusal = refusalOf(camera);
      return [{ ...weighed, camera, permitted: refusal === null, refusal }];
    })
    .toSorted((a, b) => a.alongMeters - b.alongMeters || a.camera.id.localeCompare(b.camera.id));
}

type Seen = { at: number; sight: NonNullable<ReturnType<typeof cameraSight>> };
const better = { sees: 0, 'can-turn': 1, near: 2 } as const;

/** Null where the camera is too far from all of the route to be of any use. */
function weigh(camera: SightedCamera, route: Route, steps: readonly RoutePlace[]) {
  const at: LonLat = [camera.longitude, camera.latitude];
  const usefulMeters = (camera.rangeMeters ?? 0) * 1.5 + 50;
  const seen: Seen[] = steps.flatMap(({ position }, step) => {
    if (distanceMeters(at, position) > usefulMeters) return [];
    const sight = cameraSight(camera, position);
    return sight === null ? [] : [{ at: step, sight }];
  });
  const best = seen.reduce<Seen | null>(
    (first, each) => (first === null || comesBefore(each.sight, first.sight) ? each : first),
    null,
  );
  if (best === null) return null;
  const { relation } = best.sight;
  const place = steps[best.at]!;
  const held = new Set(seen.filter(({ sight }) => sight.relation === relation).map((e) => e.at));
  const beside = besideRoute(route, at);
  const { bearingDeg } = camera;
  return {
    ...best.sight,
    alongMeters: place.alongMeters,
    position: { longitude: place.position[0], latitude: place.position[1] },
    headingDeg: place.headingDeg,
    side: beside.side,
    look: bearingDeg === null ? null : lookAlong(place.headingDeg, bearingDeg),
    stretches:
      relation === 'near'
        ? []
        : stretchesWhere(
            route,
            steps.map((_, i) => held.has(i)),
          ),
    offMeters: beside.offMeters,
  };
}

function comesBefore(one: Seen['sight'], other: Seen['sight']): boolean {
  const order = better[one.relation] - better[other.relation];
  return order < 0 || (order === 0 && one.distanceMeters < other.distanceMeters);
}

/** What somebody at the screen can look at now: seen by cameras that may be opened and are not offline. */
export function seenNow(route: Route, cameras: readonly RouteCameraRecord[]): Stretch[] {
  const steps = stepsAlong(route, stepMetersOf(route));
  const watching = cameras.filter(
    ({ relation, permitted, camera }) =>
      relation === 'sees' && permitted && camera.state !== 'offline',
  );
  const holds = steps.map(({ alongMeters }) =>
    watching.some(({ stretches }) =>
      stretches.some(
        ({ fromMeters, toMeters }) => alongMeters >= fromMeters && alongMeters <= toMeters,
      ),
    ),
  );
  return stretchesWhere(route, holds);
}
