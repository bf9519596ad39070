import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { takeInNote } from '#graphql/take-in.ts';
import { DomainError, type Clock } from 'grid-data';
import * as queries from './register-queries.ts';

export type LookRegister = ReturnType<typeof createLookRegister>;

type Question = {
  cameraId?: string | null;
  brokenGlass: boolean;
  code?: string | null;
  first: number;
  after?: string | null;
};

/** 查看登记 as an auditor reads it. */
export function createLookRegister({ database, clock }: { database: Database; clock: Clock }) {
  return {
    async page(viewer: Viewer, question: Question) {
      requirePermission(viewer, 'audit.read');
      const size = pageSize('cameraViews', question.first);
      const after = takeInViewCursor(question.after);
      const { cameraId = null, brokenGlass } = question;
      const code = takeInCode(question.code);
      const rows = await database.inScope(viewer, (db) =>
        queries.cameraViewPage(db, viewer, { cameraId, brokenGlass, code, limit: size + 1, after }),
      );
      return pageOf(rows, size, (row) => [row.requestedAt.toISOString(), row.id]);
    },

    /** That an auditor has read why the glass was broken; once, by whoever reads it first. */
    async review(
      viewer: Viewer,
      review: { commandId: string; viewId: string; note: string | null },
    ) {
      requirePermission(viewer, 'audit.read');
      const { commandId, viewId } = review;
      const note = takeInNote(review.note);
      const command = { commandId, kind: 'camera-view.review' };
      await database.command(viewer, command, async (tx) => {
        const read = await queries.markReviewed(tx, viewer, { viewId, at: clock.now(), note });
        if (read === null) {
          throw new DomainError('conflict', 'no look that broke the glass and waits to be read', {
            reason: 'already-reviewed',
          });
        }
        tx.record({
          kind: 'camera-view.glass-reviewed',
          areaCode: read.area_code,
          subjectKind: 'camera',
          subjectId: read.camera_id,
          payload: { viewId, note },
        });
        return viewId;
      });
      const row = await database.inScope(viewer, (db) =>
        queries.cameraViewById(db, viewer, viewId),
      );
      if (row === null) throw new DomainError('not-found', 'no such look in your scope');
      return row;
    },
  };
}

/** Whole ids are found by it, too. */
function takeInCode(code: string | null | undefined): string | null {
  if (code === null || code === undefined) return null;
  if (/^[A-Za-z0-9_-]{6,64}$/.test(code)) return code;
  throw new DomainError('invalid-input', 'code: six letters of a mark at least', {
    reason: 'view-code',
    details: { field: 'code' },
  });
}

function takeInViewCursor(after: string | null | undefined): queries.AfterView {
  if (!after) return null;
  const [at, id] = decodeCursor(after, ['string', 'string']);
  const requestedAt = new Date(at);
  if (!Number.isNaN(requestedAt.getTime())) return { requestedAt, id };
  throw new DomainError('invalid-input', 'after is not a cursor of this list', {
    reason: 'cursor',
    details: { field: 'after' },
  });
}
