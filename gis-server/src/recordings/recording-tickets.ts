/** Gives who asked the signed right to play a granted camera's recordings once, with its row in the register. */
import { randomBytes } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import { ticketSource } from '#camera-views/ticket-source.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid } from '#graphql/take-in.ts';
import { DomainError, grantsPlayback, grantsSound, pulledWindow, type Clock } from 'grid-data';
import { exportById } from './export-queries.ts';
import { exportRefusal, isToReview, unknownExport } from './export-rules.ts';
import { camerasToRecord, requestById, type CameraToRecord } from './request-queries.ts';
import type { ViewRequestRecord } from './view-request-record.ts';

export type RecordingTicketRecord = {
  viewId: string;
  ticket: string;
  windowFrom: Date;
  windowTo: Date;
  expiresAt: Date;
  maxViewSeconds: number;
};

/** Time to start, not to look. */
const startWithinSeconds = 30;
const longestViewSeconds = 4 * 3600;
/** To see whether what must be hidden is hidden. */
const reviewSeconds = 600;

export type GrantedCamera = {
  request: ViewRequestRecord;
  camera: CameraToRecord;
};

/** The request and its camera, where the viewer may look at its recordings now. */
export async function grantedCamera(
  tx: Writing,
  viewer: Viewer,
  asked: { requestId: string; cameraId: string; now: Date },
): Promise<GrantedCamera> {
  const request = await requestById(tx, viewer, asked.requestId);
  if (request === null || request.requestedById !== viewer.userId) {
    throw new DomainError('not-found', 'you have no such request', { reason: 'unknown-request' });
  }
  if (!viewer.permissions.has('recording.request')) throw notGranted('permission-missing');
  if (!grantsPlayback(request, asked.now)) throw notGranted('view-request-ended');
  const isGranted = request.cameras.some(({ cameraId }) => cameraId === asked.cameraId);
  // A camera may have moved out of the viewer's area since it was granted.
  const [camera] = isGranted ? await camerasToRecord(tx, viewer, [asked.cameraId]) : [];
  if (camera === undefined) throw notGranted('camera-not-granted');
  return { request, camera };
}

/** Whose recordings of which time may be played, on which request. */
type Permit = GrantedCamera & {
  windowFrom: Date;
  windowTo: Date;
  sound: boolean;
  exportId?: string;
};
type Window = Pick<Permit, 'windowFrom' | 'windowTo'>;
type Look = Permit & { viewId: string; now: Date };

export class RecordingTickets {
  readonly #parts: { database: Database; clock: Clock; signer: TicketSigner };

  constructor(parts: { database: Database; clock: Clock; signer: TicketSigner }) {
    this.#parts = parts;
  }

  async open(
    viewer: Viewer,
    asked: { requestId: string; cameraId: string },
  ): Promise<RecordingTicketRecord> {
    const now = this.#parts.clock.now();
    const look = await this.#look(viewer, now, async (tx) => {
      const granted = await grantedCamera(tx, viewer, { ...asked, now });
      const { windowFrom, windowTo } = granted.request;
      return { ...granted, windowFrom, windowTo, sound: grantsSound(granted.request) };
    });
    const untilEnd = Math.floor((endOf(look.request).getTime() - now.getTime()) / 1000);
    return this.#sign(viewer, look, Math.max(1, Math.min(longestViewSeconds, untilEnd)));
  }

  /** For who decides on a copy: what it would show, and of a picture the seconds that lead up to it. */
  async review(viewer: Viewer, exportId: string): Promise<RecordingTicketRecord> {
    const look = await this.#look(viewer, this.#parts.clock.now(), async (tx) => {
      const copy = isUuid(exportId) ? await exportById(tx, viewer, exportId) : null;
      if (copy === null) return unknownExport();
      const refusal =
        exportRefusal(viewer, copy) ?? (isToReview(copy) ? null : 'nothing-to-review');
      if (refusal !== null) throw notGranted(refusal);
      const request = await requestById(tx, viewer, copy.requestId);
      const [camera] = await camerasToRecord(tx, viewer, [copy.cameraId]);
      if (request === null || camera === undefined) throw notGranted('outside-scope');
      const sound = copy.sound && copy.masking === 'none';
      return { request, camera, ...reviewedWindow(copy, request), sound, exportId };
    });
    return this.#sign(viewer, look, reviewSeconds);
  }

  #look(viewer: Viewer, now: Date, permit: (tx: Writing) => Promise<Permit>): Promise<Look> {
    const viewId = randomBytes(16).toString('base64url');
    return this.#parts.database.write(viewer, async (tx) => {
      const look = { ...(await permit(tx)), viewId, now };
      await writeLook(tx, viewer, look);
      return look;
    });
  }

  #sign(viewer: Viewer, look: Look, maxViewSeconds: number): RecordingTicketRecord {
    const { viewId, now, request, camera, windowFrom, windowTo, sound } = look;
    const issuedAt = Math.floor(now.getTime() / 1000);
    const startBefore = issuedAt + startWithinSeconds;
    const ticket = this.#parts.signer.sign({
      version: 1,
      viewId,
      cameraId: camera.id,
      profile: 'main',
      userId: viewer.userId,
      sessionId: viewer.sessionId,
      purpose: request.legalBasis,
      issuedAt,
      startBefore,
      maxViewSeconds,
      ...ticketSource(camera),
      recording: {
        requestId: request.id,
        fromMs: windowFrom.getTime(),
        toMs: windowTo.getTime(),
        ...(sound && { sound }),
      },
    });
    return {
      viewId,
      ticket,
      windowFrom,
      windowTo,
      expiresAt: new Date(startBefore * 1000),
      maxViewSeconds,
    };
  }
}

/** A recording is decoded from a key picture, which lies before the picture that is asked for; never before what was granted. */
function reviewedWindow({ windowFrom, windowTo }: Window, granted: Window): Window {
  const { fromMs } = pulledWindow({ fromMs: windowFrom.getTime(), toMs: windowTo.getTime() });
  return { windowFrom: new Date(Math.max(granted.windowFrom.getTime(), fromMs)), windowTo };
}

/** An emergency's grant ends with the time for its approval. */
function endOf({ state, approveBy, validUntil }: ViewRequestRecord): Date {
  return state === 'requested' && approveBy !== null ? approveBy : validUntil;
}

async function writeLook(
  tx: Writing,
  viewer: Viewer,
  { request, camera, viewId, now, windowFrom, windowTo, sound, exportId }: Look,
): Promise<void> {
  await tx.query(sql`-- Who plays whose recordings, on which request?
    insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, incident_id, profile,
      requested_at, view_request_id, recorded_from, recorded_to)
    values (${viewId}, ${camera.id}, ${camera.areaCode}, ${viewer.userId}, ${viewer.sessionId}, ${viewer.userId},
      ${request.legalBasis}, null, 'main', ${now}, ${request.id}, ${windowFrom}, ${windowTo})`);
  tx.record({
    kind: 'recording-view.requested',
    areaCode: camera.areaCode,
    subjectKind: 'camera',
    subjectId: camera.id,
    position: { longitude: camera.longitude, latitude: camera.latitude },
    payload: {
      viewId,
      requestId: request.id,
      legalBasis: request.legalBasis,
      windowFrom: windowFrom.toISOString(),
      windowTo: windowTo.toISOString(),
      sound,
      ...(exportId !== undefined && { exportId }),
    },
  });
}

const notGranted = (reason: string): DomainError =>
  new DomainError('not-allowed', `this is refused: ${reason}`, { reason });
