/** 沿路看: the cameras of a road or of a drawn line, in the order in which one passes them. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { Database } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInMeters } from '#within/within.ts';
import { chainedRoad, DomainError, lengthOf, routeOf, type Route, type Shape } from 'grid-data';
import { refusalRule, type CameraService } from '../service.ts';
import { camerasAlongRoute, roadPieces } from './along-queries.ts';
import { routeCameras, seenNow, stepMetersOf } from './route-cameras.ts';

export type RouteInput = {
  roadId?: string | null | undefined;
  line?: Shape | null | undefined;
  reversed?: boolean | undefined;
};

export type AlongQuestion = {
  route: RouteInput;
  ground: ViewGround;
  withinMeters: number;
  first: number;
};

type Parts = { database: Database; areas: AreaService; cameras: CameraService };

export type CamerasAlong = ReturnType<typeof createCamerasAlong>;

export function createCamerasAlong({ database, areas, cameras }: Parts) {
  const takeIn = async (viewer: Viewer, { roadId, line, reversed }: RouteInput): Promise<Route> => {
    const within = await areas.takeIn(viewer, {
      roadBuffer: { roadId: roadId ?? null, line: line ?? null, meters: 1 },
    });
    if (within.kind !== 'line') throw new Error('a route is a line');
    const whole =
      typeof roadId === 'string'
        ? chainedRoad(within.line, await database.inScope(viewer, (db) => roadPieces(db, roadId)))
        : within.line;
    const route = routeOf(reversed === true ? whole.toReversed() : whole);
    if (route.lengthMeters > 0) return route;
    throw new DomainError('invalid-input', 'route: has no length', {
      reason: 'line-too-short',
      details: { field: 'route.line' },
    });
  };
  return async (viewer: Viewer, question: AlongQuestion) => {
    const size = pageSize('camerasAlong', question.first);
    const withinMeters = takeInMeters(question.withinMeters, 'withinMeters', { min: 1, max: 500 });
    const route = await takeIn(viewer, question.route);
    const rows = await database.inScope(viewer, (db) =>
      camerasAlongRoute(db, viewer, route, withinMeters),
    );
    const refusalOf = refusalRule(viewer, question.ground, await cameras.dutyPresent(viewer));
    const all = routeCameras(rows, route, {
      withinMeters,
      refusalOf,
      looksNow: cameras.looksNow,
    });
    const nearest = new Set(all.toSorted((a, b) => a.offMeters - b.offMeters).slice(0, size));
    const seen = seenNow(route, all);
    return {
      line: { type: 'LineString', coordinates: route.places },
      lengthMeters: route.lengthMeters,
      stepMeters: stepMetersOf(route),
      cameras: all.filter((each) => nearest.has(each)),
      leftOut: all.length - nearest.size,
      seen,
      seenMeters: lengthOf(seen),
    };
  };
}
