/** 覆盖盲区: what of an area's roads and key places its cameras see, now, by hour, and with some more cameras. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import type { ImagineSights } from '#cameras/sight-preview.ts';
import { DomainError, type Clock, type LonLat } from 'grid-data';
import {
  askedPlaces,
  linesOf,
  metersOf,
  stepRoads,
  withSights,
  type RoadStep,
  type SteppedRoads,
} from './covered-roads.ts';
import * as queries from './coverage-queries.ts';
import { hoursOfDay, hoursOnline, type HoursOnline } from './online-hours.ts';
import { suggestSites, type SiteWish } from './site-suggestions.ts';

const weekMs = 7 * 24 * 3_600_000;
const mostRows = 100;
/** On the embedded engine everybody waits while a statement runs: many short ones let the others in between. */
const placesAtOnce = 500;

export type CoverageRecord = Awaited<ReturnType<CoverageService['of']>>;
export type AreaCoverageRecord = CoverageRecord['areas'][number];
export type CoveredLength = { meters: number; seenMeters: number; onlineMeters: number };
export type CoverageService = ReturnType<typeof createCoverageService>;

type Parts = { areas: AreaService; database: Database; clock: Clock; imagineSights: ImagineSights };

export function createCoverageService({ areas, database, clock, imagineSights }: Parts) {
  const roadsSeen = async (viewer: Viewer, areaCode: string): Promise<SteppedRoads> => {
    const roads = stepRoads(
      await database.inScope(viewer, (db) => queries.roadsOf(db, viewer, areaCode)),
    );
    const places = askedPlaces(roads.steps.map(({ position }) => position));
    const seen: queries.SeenPlace[] = [];
    for (let from = 0; from < places.length; from += placesAtOnce) {
      const some = places.slice(from, from + placesAtOnce);
      seen.push(
        ...(await database.inScope(viewer, (db) =>
          queries.whoSees(db, viewer, { areaCode, places: some }),
        )),
      );
    }
    return withSights(roads, seen);
  };

  return {
    async of(viewer: Viewer, areaCode: string) {
      await requireArea(areas, viewer, areaCode);
      const asOf = clock.now();
      const since = new Date(asOf.getTime() - weekMs);
      const roads = await roadsSeen(viewer, areaCode);
      const places = await keyPlacesSeen(database, viewer, areaCode);
      const ids = [...new Set([...roads.steps, ...places].flatMap(({ cameraIds }) => cameraIds))];
      const { online, spans, camerasUnknown } = await database.inScope(viewer, async (db) => ({
        online: await queries.onlineAmong(db, viewer, ids),
        spans: await queries.spansSince(db, viewer, { ids, since }),
        camerasUnknown: await queries.camerasWithoutSight(db, viewer, areaCode),
      }));
      const isOnline = ({ cameraIds }: Seen) => cameraIds.some((id) => online.has(id));
      const unseen = roads.steps.filter(({ cameraIds }) => cameraIds.length === 0);
      const dark = roads.steps.filter((step) => step.cameraIds.length > 0 && !isOnline(step));
      return {
        ...{ asOf, areaCode, camerasUnknown, stepMeters: roads.stepMeters },
        roads: coveredLength(roads.steps, isOnline),
        places: {
          count: places.length,
          seen: places.filter(({ cameraIds }) => cameraIds.length > 0).length,
          online: places.filter(isOnline).length,
        },
        byHour: byHour(roads.steps, hoursOnline(spans, since, asOf)),
        areas: areasOf(roads.steps, isOnline),
        unseen: linesOf(roads, unseen).shape,
        dark: linesOf(roads, dark).shape,
        unseenRoads: unseenRoads(roads, unseen),
        unseenPlaces: places.filter((place) => !isOnline(place)).slice(0, mostRows),
      };
    },

    async suggest(viewer: Viewer, areaCode: string, wish: SiteWish) {
      await requireArea(areas, viewer, areaCode);
      takeInWish(wish);
      return suggestSites(await roadsSeen(viewer, areaCode), areaCode, { wish, imagineSights });
    },
  };
}

type Seen = { cameraIds: readonly string[] };

async function requireArea(areas: AreaService, viewer: Viewer, areaCode: string): Promise<void> {
  const [area] = await areas.byCode(viewer, [areaCode]);
  if (area !== undefined) return;
  throw new DomainError('not-found', `there is no area ${areaCode.slice(0, 20)} in your scope`, {
    reason: 'unknown-area',
    details: { field: 'areaCode' },
  });
}

function takeInWish({ count, heightMeters, rangeMeters }: SiteWish): void {
  const bounds = [
    ['count', count, 1, 20],
    ['heightMeters', heightMeters, 2, 60],
    ['rangeMeters', rangeMeters, 20, 500],
  ] as const;
  for (const [field, value, min, max] of bounds) {
    if (value >= min && value <= max) continue;
    throw new DomainError('invalid-input', `${field}: ${value} is not ${min} to ${max}`, {
      reason: 'out-of-range',
      details: { field, min, max },
    });
  }
}

async function keyPlacesSeen(database: Database, viewer: Viewer, areaCode: string) {
  return database.inScope(viewer, async (db) => {
    const rows = await queries.keyPlaces(db, viewer, areaCode);
    const places = askedPlaces(rows.map((row): LonLat => [row.longitude, row.latitude]));
    const seen = await queries.whoSees(db, viewer, { areaCode, places });
    const seers = new Map(seen.map(({ i, cameraIds }) => [i, cameraIds ?? []]));
    return rows.map(({ longitude, latitude, ...row }, i) => ({
      ...row,
      position: { longitude, latitude },
      cameraIds: seers.get(i) ?? [],
    }));
  });
}

function coveredLength(
  steps: readonly RoadStep[],
  isOnline: (step: RoadStep) => boolean,
): CoveredLength {
  return {
    meters: metersOf(steps),
    seenMeters: metersOf(steps.filter(({ cameraIds }) => cameraIds.length > 0)),
    onlineMeters: metersOf(steps.filter(isOnline)),
  };
}

function byHour(steps: readonly RoadStep[], hours: HoursOnline): (number | null)[] {
  const whole = metersOf(steps);
  return Array.from({ length: hoursOfDay }, (_, hour) => {
    const known = [...hours.values()].some((of) => of[hour] !== null);
    if (!known || whole === 0) return null;
    const seen = steps.filter(({ cameraIds }) =>
      cameraIds.some((id) => hours.get(id)?.[hour] === true),
    );
    return metersOf(seen) / whole;
  });
}

function areasOf(steps: readonly RoadStep[], isOnline: (step: RoadStep) => boolean) {
  return [...Map.groupBy(steps, ({ areaCode }) => areaCode ?? '')]
    .map(([areaCode, of]) => ({ areaCode, roads: coveredLength(of, isOnline) }))
    .toSorted((a, b) => a.areaCode.localeCompare(b.areaCode));
}

function unseenRoads(roads: SteppedRoads, unseen: readonly RoadStep[]) {
  const whole = Map.groupBy(roads.steps, ({ road }) => road);
  return [...Map.groupBy(unseen, ({ road }) => road)]
    .map(([road, steps]) => {
      const { id, name } = roads.roads[road]!;
      const [longest] = linesOf(roads, steps).stretches.toSorted(
        (a, b) => b.toMeters - b.fromMeters - a.toMeters + a.fromMeters,
      );
      const middle = (longest!.fromMeters + longest!.toMeters) / 2;
      const at = steps.find(({ toMeters }) => toMeters >= middle) ?? steps[0]!;
      return {
        ...{ roadId: id, name, meters: metersOf(whole.get(road) ?? []) },
        unseenMeters: metersOf(steps),
        position: { longitude: at.position[0], latitude: at.position[1] },
      };
    })
    .toSorted((a, b) => b.unseenMeters - a.unseenMeters)
    .slice(0, mostRows);
}
