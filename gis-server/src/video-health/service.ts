import { requirePermission, type Viewer } from '#access/viewer.ts';
import { seesArea } from '#access/scope.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { takeInWords } from '#graphql/take-in.ts';
import { cameraStates, DomainError, type Clock } from 'grid-data';
import * as conditions from './condition-queries.ts';
import * as health from './health-queries.ts';
import { ratePoints } from './rate-points.ts';

export type VideoHealthService = ReturnType<typeof createVideoHealthService>;

type Parts = {
  database: Database;
  clock: Clock;
  cameras: CameraService;
  /** Tells the gateways; nobody connected is nobody told. */
  askForChecks: (cameraIds: readonly string[]) => void;
};

export type RateQuestion = {
  areaCode?: string | null;
  platformId?: string | null;
  from: Date;
  to: Date;
};
export type ConditionQuestion = {
  areaCode?: string | null;
  platformId?: string | null;
  at: Date;
  states?: readonly string[] | null;
  first: number;
  after?: string | null;
};

const longestRateMs = 31 * 24 * 3600_000 + 3600_000;
/** A gateway reports every quarter minute; one that is silent for longer is told by the age of its word, then left out. */
const reportsKeptMs = 24 * 3600_000;
const mostChecks = 20;

export function createVideoHealthService({ database, clock, cameras, askForChecks }: Parts) {
  const areaOf = (viewer: Viewer, areaCode: string | null | undefined): string | null => {
    if (areaCode == null) return null;
    if (seesArea(viewer, areaCode)) return areaCode;
    throw new DomainError('not-found', 'there is no such area in your scope', {
      reason: 'unknown-area',
      details: { field: 'areaCode' },
    });
  };
  const watchedBy = (viewer: Viewer, asked: Pick<RateQuestion, 'areaCode' | 'platformId'>) => ({
    areaCode: areaOf(viewer, asked.areaCode),
    platformId: asked.platformId ?? null,
  });

  return {
    async now(viewer: Viewer, asked: string | null | undefined) {
      const areaCode = areaOf(viewer, asked);
      const asOf = clock.now();
      const since = new Date(asOf.getTime() - reportsKeptMs);
      return database.inScope(viewer, async (db) => ({
        asOf,
        areaCode,
        counts: await health.healthCounts(db, viewer, areaCode),
        platforms: await health.platformRows(db, viewer, areaCode),
        gateways: await health.gatewayRows(db, since),
      }));
    },

    unplaced(viewer: Viewer, { platformId, first }: { platformId: string; first: number }) {
      const limit = pageSize('unplacedCameras', first);
      return database.inScope(viewer, (db) =>
        health.unplacedCameras(db, viewer, { platformId, limit }),
      );
    },

    async worst(viewer: Viewer, areaCode: string | null, first: number) {
      const size = pageSize('worstCameras', first);
      const ids = await database.inScope(viewer, (db) =>
        health.worstCameraIds(db, viewer, areaCode, size),
      );
      const rows = new Map((await cameras.byId(viewer, ids)).map((camera) => [camera.id, camera]));
      return ids.flatMap((id) => rows.get(id) ?? []);
    },

    async rate(viewer: Viewer, question: RateQuestion) {
      const watched = watchedBy(viewer, question);
      const { from, to } = question;
      const lengthMs = to.getTime() - from.getTime();
      if (!(lengthMs > 0 && lengthMs <= longestRateMs)) {
        throw new DomainError('invalid-input', 'a rate is asked of 31 days at most', {
          reason: 'time-span',
          details: { field: 'to' },
        });
      }
      return database.inScope(viewer, async (db) => ({
        asOf: clock.now(),
        points: ratePoints(
          await conditions.roundsBetween(db, from, to),
          await conditions.conditionSteps(db, viewer, watched, { from, to }),
        ),
      }));
    },

    async conditions(viewer: Viewer, question: ConditionQuestion) {
      const size = pageSize('cameraConditions', question.first);
      const afterId = question.after ? decodeCursor(question.after, ['string'])[0] : null;
      const watched = watchedBy(viewer, question);
      const states = takeInWords(question.states, cameraStates, 'states');
      return database.inScope(viewer, async (db) => {
        const at = await conditions.lastRound(db, question.at);
        if (at === null) return { at: null, ...pageOf([], size, () => []) };
        const asked = { ...watched, at, states };
        const page = { limit: size + 1, afterId };
        const rows = await conditions.conditionsAt(db, viewer, asked, page);
        return { at, ...pageOf(rows, size, ({ cameraId }) => [cameraId]) };
      });
    },

    /** Shows nobody a picture, and still stands in the journal with who asked. */
    async check(viewer: Viewer, commandId: string, cameraIds: readonly string[]): Promise<Date> {
      requirePermission(viewer, 'camera.view');
      const asked = [...new Set(cameraIds)];
      if (asked.length === 0 || asked.length > mostChecks) {
        throw new DomainError('invalid-input', `1 to ${mostChecks} cameras at a time`, {
          reason: 'too-many',
          details: { field: 'cameraIds', max: mostChecks },
        });
      }
      const known = await cameras.byId(viewer, asked);
      if (known.length < asked.length) {
        throw new DomainError('not-found', 'there is no such camera in your scope');
      }
      await database.command(viewer, { commandId, kind: 'cameras.check' }, async (tx) => {
        for (const { id, areaCode } of known) {
          tx.record({
            kind: 'camera.check-asked',
            areaCode,
            subjectKind: 'camera',
            subjectId: id,
            payload: {},
          });
        }
        return known.length;
      });
      askForChecks(asked);
      return clock.now();
    },
  };
}
