/** 录像导出: a copy of granted recordings, asked for by one person and let out by another. */
import { randomBytes, randomUUID } from 'node:crypto';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { pageOf, pageSize } from '#graphql/page.ts';
import { isUuid, takeInNote } from '#graphql/take-in.ts';
import { DomainError, type Clock } from 'grid-data';
import { changeExport, insertExport } from './export-commands.ts';
import { exportById, exportForUpdate, exportPage } from './export-queries.ts';
import type { RecordingExportRecord } from './export-record.ts';
import { awaitsUnmasking, exportRefusal, unknownExport, unmaskRefusal } from './export-rules.ts';
import { grantedCamera } from './recording-tickets.ts';
import { checkInWindow, takeInExport, type ExportInput } from './take-in-export.ts';
import { takeInTimeCursor } from './time-cursor.ts';

type Named = { commandId: string; id: string; version: number };

const startWithinSeconds = 30;

export type RecordingExports = ReturnType<typeof createRecordingExports>;
type Parts = { database: Database; clock: Clock; signer: TicketSigner };

export function createRecordingExports({ database, clock, signer }: Parts) {
  const byId = async (viewer: Viewer, id: string): Promise<RecordingExportRecord> =>
    (await database.inScope(viewer, (db) => exportById(db, viewer, id))) ?? unknownExport();

  /** One command on a copy that is held meanwhile; answers it as it is then. */
  const change = async (
    viewer: Viewer,
    kind: string,
    { commandId, id, version }: Named,
    work: (tx: Writing, copy: RecordingExportRecord) => Promise<void>,
  ): Promise<RecordingExportRecord> => {
    await database.command(viewer, { commandId, kind }, async (tx) => {
      const copy = isUuid(id) ? await exportForUpdate(tx, viewer, id) : null;
      if (copy === null) return unknownExport();
      if (copy.version !== version) throw wrongState(copy);
      await work(tx, copy);
    });
    return byId(viewer, id);
  };
  const decider = (viewer: Viewer, copy: RecordingExportRecord): void => {
    const refusal = exportRefusal(viewer, copy);
    if (refusal !== null) throw mayNot(refusal);
  };

  return {
    async page(
      viewer: Viewer,
      question: { requestId?: string | null; first: number; after?: string | null },
    ) {
      const size = pageSize('recordingExports', question.first);
      const requestId = question.requestId ?? null;
      if (requestId !== null && !isUuid(requestId)) return pageOf([], size, () => []);
      const asked = { requestId, after: takeInTimeCursor(question.after), limit: size + 1 };
      const rows = await database.inScope(viewer, (db) => exportPage(db, viewer, asked));
      return pageOf(rows, size, (row) => [row.requestedAt.toISOString(), row.id]);
    },

    async request(viewer: Viewer, input: ExportInput): Promise<RecordingExportRecord> {
      requirePermission(viewer, 'recording.request');
      const asked = takeInExport(input);
      const now = clock.now();
      const { commandId, requestId, cameraId } = input;
      const command = { commandId, kind: 'recording-export.request' };
      const id = await database.command(viewer, command, async (tx) => {
        if (!isUuid(requestId)) return unknownExport();
        const granted = await grantedCamera(tx, viewer, { requestId, cameraId, now });
        checkInWindow(asked, granted.request);
        return insertExport(tx, viewer, { ...asked, id: randomUUID(), at: now }, granted);
      });
      return byId(viewer, id);
    },

    decide(viewer: Viewer, decision: Named & { approve: boolean; note?: string | null }) {
      const note = takeInNote(decision.note);
      if (!decision.approve && note === null) throw reasonMissing();
      return change(viewer, 'recording-export.decide', decision, async (tx, copy) => {
        decider(viewer, copy);
        if (copy.state !== 'requested') throw wrongState(copy);
        const to = decision.approve ? 'approved' : 'refused';
        const who = sql`approved_by = ${viewer.userId}, approved_by_name = ${viewer.displayName},
          approved_at = ${clock.now()}`;
        const changes = [sql`state = ${to}`, sql`decision_note = ${note}`];
        if (decision.approve) changes.push(who);
        await changeExport(tx, copy, changes, {
          kind: 'recording-export.decided',
          payload: { to, note },
        });
      });
    },

    permitUnmasked(viewer: Viewer, permission: Named & { note: string }) {
      const note = takeInNote(permission.note);
      if (note === null) throw reasonMissing();
      return change(viewer, 'recording-export.unmask', permission, async (tx, copy) => {
        const refusal = unmaskRefusal(viewer, copy);
        if (refusal !== null) throw mayNot(refusal);
        if (!awaitsUnmasking(copy)) throw wrongState(copy);
        const changes = [
          sql`masking = 'none', failure = null`,
          sql`unmasked_by = ${viewer.userId}, unmasked_by_name = ${viewer.displayName}, unmasked_at = ${clock.now()}`,
        ];
        await changeExport(tx, copy, changes, {
          kind: 'recording-export.unmasked',
          payload: { note },
        });
      });
    },

    hold(viewer: Viewer, { hold, note: said, ...named }: Named & { hold: boolean; note: string }) {
      const note = takeInNote(said);
      if (note === null) throw reasonMissing();
      return change(viewer, 'recording-export.hold', named, async (tx, copy) => {
        decider(viewer, copy);
        // What is on its way out already cannot be held any more.
        if (copy.state !== 'ready' || copy.deleteReason !== null) throw wrongState(copy);
        if (hold === (copy.heldAt !== null)) throw wrongState(copy);
        const changes = hold
          ? [
              sql`held_by = ${viewer.userId}, held_by_name = ${viewer.displayName}`,
              sql`held_at = ${clock.now()}, hold_reason = ${note}`,
            ]
          : [sql`held_by = null, held_by_name = null, held_at = null, hold_reason = null`];
        const kind = hold ? 'recording-export.held' : 'recording-export.released';
        await changeExport(tx, copy, changes, { kind, payload: { note } });
      });
    },

    /** Marks it; the proof is written when the gateway says that the file is gone. */
    remove(viewer: Viewer, named: Named) {
      return change(viewer, 'recording-export.delete', named, async (tx, copy) => {
        if (copy.requestedById !== viewer.userId) decider(viewer, copy);
        if (copy.heldAt !== null) throw mayNot('held-as-evidence');
        if (copy.state !== 'ready') throw wrongState(copy);
        await changeExport(tx, copy, [sql`delete_reason = 'purpose-met'`], null);
      });
    },

    /** The grant of the file and its row, together. */
    async take(viewer: Viewer, id: string): Promise<{ ticket: string; expiresAt: Date }> {
      requirePermission(viewer, 'recording.request');
      const now = clock.now();
      const copy = await database.write(viewer, async (tx) => {
        const found = isUuid(id) ? await exportForUpdate(tx, viewer, id) : null;
        if (found === null || found.requestedById !== viewer.userId) return unknownExport();
        if (found.state !== 'ready' || found.sha256 === null) throw wrongState(found);
        tx.record({
          kind: 'recording-export.handed-out',
          areaCode: found.areaCode,
          subjectKind: 'recording-export',
          subjectId: id,
          payload: { sha256: found.sha256 },
        });
        return found;
      });
      const issuedAt = Math.floor(now.getTime() / 1000);
      const startBefore = issuedAt + startWithinSeconds;
      const ticket = signer.sign({
        version: 1,
        viewId: randomBytes(16).toString('base64url'),
        cameraId: copy.cameraId,
        profile: 'main',
        userId: viewer.userId,
        sessionId: viewer.sessionId,
        purpose: copy.legalBasis,
        issuedAt,
        startBefore,
        maxViewSeconds: startWithinSeconds,
        recording: {
          requestId: copy.requestId,
          fromMs: copy.windowFrom.getTime(),
          toMs: copy.windowTo.getTime(),
          exportId: id,
        },
      });
      return { ticket, expiresAt: new Date(startBefore * 1000) };
    },
  };
}

const reasonMissing = (): DomainError =>
  new DomainError('invalid-input', 'note: say why', {
    reason: 'reason-missing',
    details: { field: 'note' },
  });

const mayNot = (reason: string): DomainError =>
  new DomainError('not-allowed', `this is refused: ${reason}`, { reason });

const wrongState = ({ state, version }: RecordingExportRecord): DomainError =>
  new DomainError('conflict', `the export is ${state}`, {
    reason: 'request-changed',
    details: { state, version },
  });
