/** How far back the platforms' recordings reach: what they answered, per camera and area. */
import { codesWithin, withinScope } from '#access/scope.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError, recordingFloorDays, type FromGateway } from 'grid-data';

type Depth = Extract<FromGateway, { type: 'recording-depth' }>;

export type RecordingFloorRecord = {
  areaCode: string;
  asked: number;
  reaching: number;
  below: number;
  unanswered: number;
  oldestAskedAt: Date | null;
  shortest: RecordingDepthRecord[];
};
export type RecordingDepthRecord = {
  cameraId: string;
  oldestAt: Date | null;
  askedAt: Date;
  failure: string | null;
};

const writer = systemViewer();
const readers = ['recording.request', 'recording.approve', 'audit.read'] as const;

/** A recorder that begins its day a little late has kept the day. */
const reaches = sql`(oldest_at is not null
  and oldest_at <= asked_at - ${recordingFloorDays - 1} * interval '1 day')`;

export type RecordingFloors = ReturnType<typeof createRecordingFloors>;

export function createRecordingFloors({ database }: { database: Database }) {
  return {
    /** What a platform answered; of a camera that is not known here nothing is kept. */
    async take({ platformId, platformCameraId, oldestAt, failure, at }: Depth): Promise<void> {
      await database.write(writer, (tx) =>
        tx.query(sql`-- How far back does this camera's recording reach?
          insert into recording_depths (camera_id, area_code, oldest_at, asked_at, failure)
          select id, area_code, ${oldestAt}::timestamptz, ${at}::timestamptz, ${failure} from cameras
          where platform_id = ${platformId} and platform_camera_id = ${platformCameraId} and gone_at is null
          on conflict (camera_id) do update set area_code = excluded.area_code, oldest_at = excluded.oldest_at,
            asked_at = excluded.asked_at, failure = excluded.failure`),
      );
    },

    async of(viewer: Viewer, asked: string | null | undefined): Promise<RecordingFloorRecord> {
      if (!readers.some((each) => viewer.permissions.has(each))) {
        throw new DomainError('not-allowed', 'not for this role', { reason: 'permission-missing' });
      }
      const areaCode = asked ?? viewer.areaCode;
      const there = sql`${withinScope(viewer, 'area_code')} and ${codesWithin(areaCode, 'area_code')}`;
      return database.inScope(viewer, async (db) => {
        const known = await db.query(sql`-- Is the area in scope?
          select code from areas where code = ${areaCode} and ${withinScope(viewer, 'code')}`);
        if (known.length === 0) {
          throw new DomainError('not-found', 'there is no such area in your scope', {
            reason: 'unknown-area',
          });
        }
        const [counts] = await db.query<
          Omit<RecordingFloorRecord, 'areaCode' | 'shortest'>
        >(sql`-- How many cameras' recordings reach back far enough?
          select count(*)::int as asked, count(*) filter (where failure is null and ${reaches})::int as reaching,
            count(*) filter (where failure is null and not ${reaches})::int as below,
            count(*) filter (where failure is not null)::int as unanswered, min(asked_at) as "oldestAskedAt"
          from recording_depths where ${there}`);
        const shortest = await db.query<RecordingDepthRecord>(sql`-- Whose reach back least?
          select camera_id as "cameraId", oldest_at as "oldestAt", asked_at as "askedAt", failure
          from recording_depths where ${there} and not (failure is null and ${reaches})
          order by failure is not null, oldest_at desc nulls first, camera_id limit 50`);
        return { areaCode, ...counts!, shortest };
      });
    },
  };
}
