import type { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { decideCameraView, purposesOn } from '#camera-views/view-decision.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { takeInWords } from '#graphql/take-in.ts';
import { takeInMeters, takeInPosition } from '#within/within.ts';
import type { Position, WithinInput } from '#within/within.ts';
import { cameraHealths, cameraOwners, cameraStates } from 'grid-data';
import type { CameraRecord, RankedCameraRecord } from './camera-record.ts';
import { rankCameras } from './camera-ranking.ts';
import type { RefusalOf } from './camera-ranking.ts';
import type { LooksNow } from './camera-sight.ts';
import * as queries from './queries.ts';

export type CameraQuestion = {
  within: WithinInput;
  states?: readonly string[] | null;
  owners?: readonly string[] | null;
  healths?: readonly string[] | null;
  platformId?: string | null;
  first: number;
  after?: string | null;
};

/** Cameras for a point, and what a look through them would be for. */
export type WantedCameras = { position: Position; ground: ViewGround };

export type CameraService = ReturnType<typeof createCameraService>;

type Parts = {
  database: Database;
  areas: AreaService;
  duties: Duties;
  /** Left out where nobody ranks: then each looks as it was surveyed. */
  looksNow?: LooksNow;
};

/** As far as a high point on a hill makes out a person. */
const incidentRadiusMeters = 3_000;

/** The rule that signs tickets, asked without asking for one. */
export function refusalRule(viewer: Viewer, ground: ViewGround, dutyPresent: boolean): RefusalOf {
  return (camera) => {
    const decision = decideCameraView(viewer, camera, ground, dutyPresent);
    return decision.permitted ? null : decision.refusal;
  };
}

export function createCameraService({ database, areas, duties, looksNow = () => null }: Parts) {
  /** Matters for a wall only: its looks are charged to whoever is on duty at its center. */
  const dutyPresent = async (viewer: Viewer): Promise<boolean> =>
    viewer.role !== 'wall' || (await duties.chargeableDuty(viewer.areaCode)) !== null;

  return {
    byId: (viewer: Viewer, ids: readonly string[]): Promise<CameraRecord[]> =>
      database.inScope(viewer, (db) => queries.camerasById(db, viewer, ids)),

    async page(viewer: Viewer, question: CameraQuestion) {
      const size = pageSize('cameras', question.first);
      const afterId = question.after ? decodeCursor(question.after, ['string'])[0] : null;
      const filter = {
        within: await areas.takeIn(viewer, question.within),
        states: takeInWords(question.states, cameraStates, 'states'),
        owners: takeInWords(question.owners, cameraOwners, 'owners'),
        healths: takeInWords(question.healths, [...cameraHealths, 'unchecked'], 'healths'),
        platformId: question.platformId ?? null,
      };
      const rows = await database.inScope(viewer, (db) =>
        queries.cameraPage(db, viewer, filter, { limit: size + 1, afterId }),
      );
      return pageOf(rows, size, (row) => [row.id]);
    },

    async nearest(viewer: Viewer, wanted: WantedCameras, withinMeters: number, first: number) {
      const size = pageSize('nearestCameras', first);
      const position = takeInPosition(wanted.position, 'position');
      const meters = takeInMeters(withinMeters, 'withinMeters', { min: 1, max: 20_000 });
      const purposes = purposesOn(viewer, wanted.ground);
      const cameras = await database.inScope(viewer, (db) =>
        queries.camerasNearPoints(db, viewer, [{ key: 0, position, meters, purposes }]),
      );
      const refusalOf = refusalRule(viewer, wanted.ground, await dutyPresent(viewer));
      const point = [position.longitude, position.latitude] as const;
      return rankCameras(cameras, point, { refusalOf, looksNow }).slice(0, size);
    },

    /** Cameras for each of a page's incidents, by one statement. */
    async forEach(
      viewer: Viewer,
      wanted: readonly WantedCameras[],
    ): Promise<RankedCameraRecord[][]> {
      const points = wanted.map(({ position, ground }, key) => ({
        key,
        position,
        meters: incidentRadiusMeters,
        purposes: purposesOn(viewer, ground),
      }));
      const near = await database.inScope(viewer, (db) =>
        queries.camerasNearPoints(db, viewer, points),
      );
      const byKey = Map.groupBy(near, (camera) => camera.key);
      const present = await dutyPresent(viewer);
      return wanted.map(({ position, ground }, key) =>
        rankCameras(byKey.get(key) ?? [], [position.longitude, position.latitude], {
          refusalOf: refusalRule(viewer, ground, present),
          looksNow,
        }),
      );
    },

    sights(viewer: Viewer, ids: readonly string[]): Promise<queries.CameraSightRecord[]> {
      pageSize('cameraSights', Math.max(1, ids.length));
      return database.inScope(viewer, (db) => queries.sightsOfCameras(db, viewer, ids));
    },

    dutyPresent,
    looksNow,
  };
}
