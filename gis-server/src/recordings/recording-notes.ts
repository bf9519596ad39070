/** What somebody keeps or takes while looking at granted recordings: bookmarks, and pictures with their row. */
import { randomBytes, randomUUID } from 'node:crypto';
import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import { DomainError, type Clock } from 'grid-data';
import { grantedCamera } from './recording-tickets.ts';
import { requestById } from './request-queries.ts';
import type { BookmarkRecord, ViewRequestRecord } from './view-request-record.ts';

export type NewBookmark = {
  commandId: string;
  requestId: string;
  cameraId?: string | null;
  at: Date;
  note: string;
};
export type SnapshotAsked = { commandId: string; requestId: string; cameraId: string; at: Date };

const columns = sql`id, camera_id as "cameraId", at, note, made_by_name as "madeBy", made_at as "madeAt"`;

export type RecordingNotes = ReturnType<typeof createRecordingNotes>;

export function createRecordingNotes({ database, clock }: { database: Database; clock: Clock }) {
  const bookmarks = (viewer: Viewer, requestId: string): Promise<BookmarkRecord[]> =>
    database.inScope(viewer, async (db) => {
      if (!isUuid(requestId) || (await requestById(db, viewer, requestId)) === null) return [];
      return db.query<BookmarkRecord>(sql`-- What was marked in these recordings?
        select ${columns} from recording_bookmarks
        where request_id = ${requestId}::uuid and ${withinScope(viewer, 'area_code')} order by at, id`);
    });

  return {
    bookmarks,

    async keep(viewer: Viewer, input: NewBookmark): Promise<BookmarkRecord> {
      const note = takeInText(input.note, 200, 'note') ?? '';
      const command = { commandId: input.commandId, kind: 'recording-bookmark.keep' };
      const id = await database.command(viewer, command, async (tx) => {
        const cameraId = input.cameraId ?? null;
        const now = clock.now();
        const request = await ownRequest(tx, viewer, input.requestId);
        if (cameraId !== null) {
          await grantedCamera(tx, viewer, { requestId: request.id, cameraId, now });
        }
        checkWithin(request, input.at);
        const bookmarkId = randomUUID();
        await tx.query(sql`-- What is to be found again in these recordings?
          insert into recording_bookmarks (id, request_id, area_code, camera_id, at, note, made_by, made_by_name, made_at)
          values (${bookmarkId}, ${request.id}, ${request.areaCode}, ${cameraId}, ${input.at}, ${note},
            ${viewer.userId}, ${viewer.displayName}, ${now})`);
        tx.record({
          kind: 'recording-bookmark.kept',
          areaCode: request.areaCode,
          subjectKind: 'view-request',
          subjectId: request.id,
          payload: { bookmarkId, cameraId, at: input.at.toISOString() },
        });
        return bookmarkId;
      });
      const kept = (await bookmarks(viewer, input.requestId)).find((each) => each.id === id);
      return kept ?? notFound('unknown-bookmark');
    },

    async drop(viewer: Viewer, commandId: string, id: string): Promise<boolean> {
      const command = { commandId, kind: 'recording-bookmark.drop' };
      return database.command(viewer, command, async (tx) => {
        const dropped = isUuid(id)
          ? await tx.query<{ request_id: string; area_code: string }>(sql`-- Whose mark goes?
              delete from recording_bookmarks where id = ${id}::uuid and made_by = ${viewer.userId}
                and ${withinScope(viewer, 'area_code')} returning request_id, area_code`)
          : [];
        const gone = dropped[0] ?? notFound('unknown-bookmark');
        tx.record({
          kind: 'recording-bookmark.dropped',
          areaCode: gone.area_code,
          subjectKind: 'view-request',
          subjectId: gone.request_id,
          payload: { bookmarkId: id },
        });
        return true;
      });
    },

    /** The page draws the picture only once this row stands, all of it hidden: what shows more is a copy of two persons. */
    async snapshot(viewer: Viewer, { commandId, ...asked }: SnapshotAsked) {
      const command = { commandId, kind: 'recording-snapshot.take' };
      const now = clock.now();
      const code = await database.command(viewer, command, async (tx) => {
        const { requestId, cameraId, at } = asked;
        if (!isUuid(requestId)) notFound('unknown-request');
        const { request, camera } = await grantedCamera(tx, viewer, { requestId, cameraId, now });
        checkWithin(request, at);
        const made = randomBytes(5).toString('hex').toUpperCase();
        tx.record({
          kind: 'recording-snapshot.taken',
          areaCode: camera.areaCode,
          subjectKind: 'camera',
          subjectId: camera.id,
          payload: { code: made, requestId, at: at.toISOString(), masking: 'whole-picture' },
        });
        return made;
      });
      return { code, takenBy: viewer.displayName, takenAt: now };
    },
  };
}

async function ownRequest(
  tx: Parameters<typeof requestById>[0],
  viewer: Viewer,
  id: string,
): Promise<ViewRequestRecord> {
  const request = isUuid(id) ? await requestById(tx, viewer, id) : null;
  return request?.requestedById === viewer.userId ? request : notFound('unknown-request');
}

function checkWithin({ windowFrom, windowTo }: ViewRequestRecord, at: Date): void {
  if (at >= windowFrom && at <= windowTo) return;
  throw new DomainError('invalid-input', 'at lies outside the granted window', {
    reason: 'outside-window',
    details: { field: 'at' },
  });
}

function notFound(reason: string): never {
  throw new DomainError('not-found', 'there is no such thing of yours', { reason });
}
