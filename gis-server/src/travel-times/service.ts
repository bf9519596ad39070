/** 到达圈: the ground that a car from here reaches in so many minutes, by the roads of the base map. */
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import { DomainError } from 'grid-data';
import { arrivalTimes, startAt } from './arrival-times.ts';
import * as queries from './queries.ts';
import { reachedGround } from './reached-ground.ts';
import { roadGraph, type RoadGraph } from './road-graph.ts';
import {
  longestWalkMeters,
  otherSpeedKmh,
  roadSpeedsKmh,
  walkMetersPerSecond,
} from './road-speeds.ts';

const minuteLimits = { min: 1, max: 30 };
const longestDriveSeconds = 2 * 3600;
/** A question takes 2,000 corners. */
const mostVertices = 1_900;
const metersPerDegree = 111_195;

export type TravelTimeService = ReturnType<typeof createTravelTimeService>;

type Asked = { from: { longitude: number; latitude: number }; minutes: number };

export function createTravelTimeService({ database }: { database: Database }) {
  let known: { digest: string; graph: RoadGraph } | null = null;

  const graphNow = (viewer: Viewer): Promise<RoadGraph> =>
    database.inScope(viewer, async (db) => {
      const digest = await queries.roadsDigest(db);
      if (known?.digest !== digest) {
        known = { digest, graph: roadGraph(await queries.roadLines(db)) };
      }
      return known.graph;
    });

  return {
    /** Seconds by road from each place to one; null where no road leads there within the longest drive. */
    async secondsBetween(
      viewer: Viewer,
      to: Position,
      places: readonly (Position | null)[],
    ): Promise<(number | null)[]> {
      const graph = await graphNow(viewer);
      const end = startAt(graph, [to.longitude, to.latitude]);
      if (end === null) return places.map(() => null);
      const times = arrivalTimes(graph, end, longestDriveSeconds);
      return places.map((place) => {
        const start = place && startAt(graph, [place.longitude, place.latitude]);
        const seconds = Math.min(
          Infinity,
          ...(start?.ends ?? []).map(({ node, seconds: walk }) => times[node]! + walk),
        );
        return Number.isFinite(seconds) ? Math.round(seconds) : null;
      });
    },

    async ring(viewer: Viewer, { from, minutes }: Asked) {
      const { longitude, latitude } = takeInPosition(from, 'from');
      const { min, max } = minuteLimits;
      if (!(minutes >= min && minutes <= max)) {
        throw new DomainError('invalid-input', `minutes: must be ${min} to ${max}`, {
          reason: 'minutes',
          details: { field: 'minutes', min, max },
        });
      }
      const graph = await graphNow(viewer);
      const start = startAt(graph, [longitude, latitude]);
      if (start === null) {
        throw new DomainError('not-found', `no road within ${longestWalkMeters} m`, {
          reason: 'no-road',
          details: { field: 'from', withinMeters: longestWalkMeters },
        });
      }
      const withinSeconds = minutes * 60;
      const times = arrivalTimes(graph, start, withinSeconds);
      const { strips, cellMeters } = reachedGround({ graph, start, times, withinSeconds });
      const cellDegrees = cellMeters / metersPerDegree;
      const shape = await database.inScope(viewer, (db) =>
        queries.shapeOfStrips(db, { strips, cellDegrees, mostVertices }),
      );
      return {
        shape: shape!,
        minutes,
        offRoadMeters: start.offRoadMeters,
        cellMeters,
        longestWalkMeters,
        walkKmh: walkMetersPerSecond * 3.6,
        otherKmh: otherSpeedKmh,
        speeds: Object.entries(roadSpeedsKmh).map(([roadClass, kmh]) => ({ roadClass, kmh })),
      };
    },
  };
}
