/** 调阅申请: asked by one person, decided by another, ended by time or by hand. */
import { randomUUID } from 'node:crypto';
import { seesArea } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { pageOf, pageSize } from '#graphql/page.ts';
import { isUuid, takeInNote, takeInWords } from '#graphql/take-in.ts';
import {
  DomainError,
  isOpenState,
  speaksForOwner,
  viewRequestAfter,
  viewRequestStates,
  type Clock,
  type IncidentState,
} from 'grid-data';
import { decideRequest, endRequest, insertRequest } from './request-commands.ts';
import {
  camerasToRecord,
  incidentOpen,
  requestById,
  requestForUpdate,
  requestPage,
} from './request-queries.ts';
import { takeInRequest, type AskedView, type ViewRequestInput } from './take-in-request.ts';
import { takeInTimeCursor } from './time-cursor.ts';
import type { ViewRequestRecord } from './view-request-record.ts';

export type ViewRequestQuestion = {
  states?: readonly string[] | null;
  overdue?: boolean | null;
  mine?: boolean;
  cameraId?: string | null;
  first: number;
  after?: string | null;
};

export type Decision = {
  commandId: string;
  id: string;
  version: number;
  approve: boolean;
  note?: string | null;
};
export type Revocation = { commandId: string; id: string; version: number; note: string };

/** Null where the viewer may decide on this request, else why not. */
export function decisionRefusal(viewer: Viewer, request: ViewRequestRecord): string | null {
  if (!viewer.permissions.has('recording.approve')) return 'permission-missing';
  if (request.requestedById === viewer.userId) return 'own-request';
  if (!seesArea(viewer, request.areaCode)) return 'outside-scope';
  const approver = { ...viewer, standsAtRoot: viewer.scopePrefix === '' };
  const speaks = request.cameras.every(({ owner }) => speaksForOwner(approver, owner));
  return speaks ? null : 'not-of-owner';
}

export type ViewRequests = ReturnType<typeof createViewRequests>;

export function createViewRequests({ database, clock }: { database: Database; clock: Clock }) {
  const byId = async (viewer: Viewer, id: string): Promise<ViewRequestRecord> => {
    const known = isUuid(id)
      ? await database.inScope(viewer, (db) => requestById(db, viewer, id))
      : null;
    return known ?? unknown();
  };

  return {
    byId,

    async find(viewer: Viewer, id: string): Promise<ViewRequestRecord | null> {
      return isUuid(id) ? database.inScope(viewer, (db) => requestById(db, viewer, id)) : null;
    },

    async page(viewer: Viewer, question: ViewRequestQuestion) {
      const size = pageSize('viewRequests', question.first);
      const states = takeInWords(question.states, viewRequestStates, 'states');
      const after = takeInTimeCursor(question.after);
      const { mine = false, overdue = null, cameraId = null } = question;
      const asked = { states, mine, overdue, cameraId, after, limit: size + 1 };
      const rows = await database.inScope(viewer, (db) => requestPage(db, viewer, asked));
      return pageOf(rows, size, (row) => [row.requestedAt.toISOString(), row.id]);
    },

    async request(viewer: Viewer, input: ViewRequestInput): Promise<ViewRequestRecord> {
      requirePermission(viewer, 'recording.request');
      const asked = takeInRequest(input, clock.now());
      const command = { commandId: input.commandId, kind: 'view-request.request' };
      const id = await database.command(viewer, command, async (tx) => {
        const cameras = await knownCameras(tx, viewer, asked);
        await checkIncident(tx, viewer, asked);
        return insertRequest(tx, viewer, { ...asked, id: randomUUID(), cameras, at: clock.now() });
      });
      return byId(viewer, id);
    },

    async decide(viewer: Viewer, decision: Decision): Promise<ViewRequestRecord> {
      requirePermission(viewer, 'recording.approve');
      const note = takeInNote(decision.note);
      if (!decision.approve && note === null) {
        throw new DomainError('invalid-input', 'note: say why it is refused', {
          reason: 'reason-missing',
          details: { field: 'note' },
        });
      }
      const command = { commandId: decision.commandId, kind: 'view-request.decide' };
      await database.command(viewer, command, async (tx) => {
        const request = await heldRequest(tx, viewer, decision);
        const refusal = decisionRefusal(viewer, request);
        if (refusal !== null) throw mayNot(refusal);
        const to = decision.approve ? 'approved' : 'refused';
        const after = viewRequestAfter(request.state, decision.approve ? 'approve' : 'refuse');
        // Housekeeping comes by every half minute: what has run out meanwhile cannot be decided any more.
        if (after === null || request.validUntil <= clock.now()) throw wrongState(request);
        await decideRequest(tx, viewer, { request, to, note, at: clock.now() });
      });
      return byId(viewer, decision.id);
    },

    async revoke(viewer: Viewer, revocation: Revocation): Promise<ViewRequestRecord> {
      const note = takeInNote(revocation.note);
      const command = { commandId: revocation.commandId, kind: 'view-request.revoke' };
      await database.command(viewer, command, async (tx) => {
        const request = await heldRequest(tx, viewer, revocation);
        const own = request.requestedById === viewer.userId;
        const refusal = own ? null : decisionRefusal(viewer, request);
        if (refusal !== null) throw mayNot(refusal);
        if (viewRequestAfter(request.state, 'revoke') === null) throw wrongState(request);
        await endRequest(tx, { request, to: 'revoked', reason: 'by-hand', note, at: clock.now() });
      });
      return byId(viewer, revocation.id);
    },
  };
}

async function knownCameras(tx: Writing, viewer: Viewer, { cameraIds }: AskedView) {
  const cameras = await camerasToRecord(tx, viewer, cameraIds);
  const missing = cameraIds.filter((id) => !cameras.some((camera) => camera.id === id));
  if (missing.length > 0) {
    throw new DomainError('not-found', 'there are no such cameras in your scope', {
      reason: 'unknown-camera',
      details: { field: 'input.cameraIds', missing },
    });
  }
  // What it may not see afterwards, a department must not ask for: others' cameras are asked for at the center.
  const foreign =
    viewer.role === 'department' &&
    !cameras.every(({ owner }) => speaksForOwner({ ...viewer, standsAtRoot: false }, owner));
  if (foreign) throw mayNot('not-of-owner');
  return cameras;
}

async function checkIncident(tx: Writing, viewer: Viewer, asked: AskedView): Promise<void> {
  if (asked.incidentId === null) return;
  const state = await incidentOpen(tx, viewer, asked.incidentId);
  if (state === null) {
    throw new DomainError('not-found', 'there is no such incident in your scope', {
      reason: 'unknown-incident',
      details: { field: 'input.incidentId' },
    });
  }
  if (asked.emergency && !isOpenState(state as IncidentState)) throw mayNot('incident-closed');
}

async function heldRequest(
  tx: Writing,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
): Promise<ViewRequestRecord> {
  const request = isUuid(id) ? await requestForUpdate(tx, viewer, id) : null;
  if (request === null) return unknown();
  if (request.version !== version) throw wrongState(request);
  return request;
}

function unknown(): never {
  throw new DomainError('not-found', 'there is no such request in your scope', {
    reason: 'unknown-request',
  });
}

const mayNot = (reason: string): DomainError =>
  new DomainError('not-allowed', `this is refused: ${reason}`, { reason });

const wrongState = ({ state, version }: ViewRequestRecord): DomainError =>
  new DomainError('conflict', `the request is ${state}`, {
    reason: 'request-changed',
    details: { state, version },
  });
