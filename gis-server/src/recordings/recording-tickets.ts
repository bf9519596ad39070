/** Gives who asked the signed right to play a granted camera's recordings once, with its row in the register. */
import { randomBytes } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import { ticketSource } from '#camera-views/ticket-source.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { DomainError, grantsPlayback, type Clock } from 'grid-data';
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

export class RecordingTickets {
  readonly #parts: { database: Database; clock: Clock; signer: TicketSigner };

  constructor(parts: { database: Database; clock: Clock; signer: TicketSigner }) {
    this.#parts = parts;
  }

  async open(
    viewer: Viewer,
    asked: { requestId: string; cameraId: string },
  ): Promise<RecordingTicketRecord> {
    const { database, clock, signer } = this.#parts;
    const now = clock.now();
    const viewId = randomBytes(16).toString('base64url');
    const { request, camera } = await database.write(viewer, async (tx) => {
      const granted = await grantedCamera(tx, viewer, { ...asked, now });
      await writeLook(tx, viewer, { ...granted, viewId, now });
      return granted;
    });
    const issuedAt = Math.floor(now.getTime() / 1000);
    const untilEnd = Math.floor((endOf(request).getTime() - now.getTime()) / 1000);
    const maxViewSeconds = Math.max(1, Math.min(longestViewSeconds, untilEnd));
    const startBefore = issuedAt + startWithinSeconds;
    const ticket = signer.sign({
      version: 1,
      viewId,
      cameraId: asked.cameraId,
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
        fromMs: request.windowFrom.getTime(),
        toMs: request.windowTo.getTime(),
      },
    });
    const { windowFrom, windowTo } = request;
    const expiresAt = new Date(startBefore * 1000);
    return { viewId, ticket, windowFrom, windowTo, expiresAt, maxViewSeconds };
  }
}

/** An emergency's grant ends with the time for its approval. */
function endOf({ state, approveBy, validUntil }: ViewRequestRecord): Date {
  return state === 'requested' && approveBy !== null ? approveBy : validUntil;
}

async function writeLook(
  tx: Writing,
  viewer: Viewer,
  { request, camera, viewId, now }: GrantedCamera & { viewId: string; now: Date },
): Promise<void> {
  await tx.query(sql`-- Who plays whose recordings, on which request?
    insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, incident_id, profile,
      requested_at, view_request_id, recorded_from, recorded_to)
    values (${viewId}, ${camera.id}, ${camera.areaCode}, ${viewer.userId}, ${viewer.sessionId}, ${viewer.userId},
      ${request.legalBasis}, null, 'main', ${now}, ${request.id}, ${request.windowFrom}, ${request.windowTo})`);
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
      windowFrom: request.windowFrom.toISOString(),
      windowTo: request.windowTo.toISOString(),
    },
  });
}

const notGranted = (reason: string): DomainError =>
  new DomainError('not-allowed', `this is refused: ${reason}`, { reason });
