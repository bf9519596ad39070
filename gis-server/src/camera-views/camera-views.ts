import type { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import {
  DomainError,
  isOpenState,
  leastBreakGlassReason,
  longestBreakGlassReason,
  type Clock,
  type IncidentState,
  type StreamProfile,
  type ViewRefusal,
} from 'grid-data';
import { randomBytes } from 'node:crypto';
import { breakGlassSecondsLeft } from './break-glass.ts';
import type { TicketSigner } from './ticket-signer.ts';
import { decideCameraView, type ViewGround } from './view-decision.ts';
import { ticketSource } from './ticket-source.ts';
import { cameraForView, firedFor, incidentPurposes, type CameraForView } from './view-queries.ts';

/** Exactly one of the three; a rule opens cameras for an incident alone. */
export type ViewBasis = {
  incidentId?: string | null;
  dutyPurpose?: string | null;
  /** The firing of a rule that opens it, where no person's hand does. */
  linkageFiringId?: string | null;
  /** 破窗查看. */
  breakGlassReason?: string | null;
};

export type CameraTicket = {
  viewId: string;
  ticket: string;
  purpose: string;
  /** Name of who answers for the look. */
  chargedTo: string;
  expiresAt: Date;
  maxViewSeconds: number;
};

/** Time to start, not to look. */
const startWithinSeconds = 30;
const usualViewSeconds = 30 * 60;

type Parts = { database: Database; clock: Clock; duties: Duties; signer: TicketSigner };
type Charge = { userId: string; displayName: string };
type Look = {
  camera: CameraForView;
  purpose: string;
  incidentId: string | null;
  openedByRule: boolean;
  linkageFiringId: string | null;
  profile: StreamProfile;
  charge: Charge;
  breakGlassReason: string | null;
  maxViewSeconds: number;
};

/** Gives the signed right to look through a camera once, and writes down who asked and why. */
export class CameraViews {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async openCameraView(
    viewer: Viewer,
    request: { cameraId: string; basis: ViewBasis; profile: StreamProfile },
  ): Promise<CameraTicket> {
    const { cameraId, profile } = request;
    const basis = takeInBasis(request.basis);
    const { camera, ground } = await this.#read(viewer, cameraId, basis);
    const charge = await this.#chargeOf(viewer, basis);
    const asked = {
      ...camera,
      areaCode: camera.area_code,
      stateReason: camera.state_reason,
      goneAt: camera.gone_at,
      placeClass: camera.place_class,
    };
    const decision = decideCameraView(viewer, asked, ground, charge !== null);
    if (!decision.permitted) throw refusal(decision.refusal, ground, camera);
    return this.#issue(viewer, {
      camera,
      purpose: decision.purpose,
      incidentId: basis.incidentId ?? null,
      openedByRule: basis.linkageFiringId !== null,
      linkageFiringId: basis.linkageFiringId,
      profile,
      charge: charge!,
      breakGlassReason: basis.breakGlassReason,
      maxViewSeconds: await this.#secondsFor(viewer, cameraId, basis.breakGlassReason),
    });
  }

  async #secondsFor(viewer: Viewer, cameraId: string, reason: string | null): Promise<number> {
    if (reason === null) return usualViewSeconds;
    const now = this.#parts.clock.now();
    return this.#parts.database.inScope(viewer, (db) =>
      breakGlassSecondsLeft(db, viewer, { cameraId, reason }, now),
    );
  }

  /** A person answers for what the person opens, the one on duty for what a wall shows or a rule opens. */
  async #chargeOf(viewer: Viewer, basis: KnownBasis): Promise<Charge | null> {
    const { linkageFiringId, breakGlassReason } = basis;
    if (breakGlassReason !== null) {
      return (await this.#parts.duties.dutyOf(viewer)) === null ? null : viewer;
    }
    if (viewer.role !== 'wall' && linkageFiringId === null) return viewer;
    const duty = await this.#parts.duties.chargeableDuty(viewer.areaCode);
    return duty && { userId: duty.user_id, displayName: duty.display_name };
  }

  #read(
    viewer: Viewer,
    cameraId: string,
    { incidentId, dutyPurpose, linkageFiringId }: KnownBasis,
  ): Promise<{ camera: CameraForView; ground: ViewGround }> {
    return this.#parts.database.inScope(viewer, async (db) => {
      const camera = await cameraForView(db, viewer, cameraId);
      if (camera === undefined) throw new DomainError('not-found', 'no such camera');
      if (dutyPurpose !== null) return { camera, ground: { kind: 'duty', purpose: dutyPurpose } };
      if (incidentId === null) return { camera, ground: { kind: 'break-glass' } };
      const incident = await incidentPurposes(db, viewer, incidentId);
      if (incident === undefined) throw new DomainError('not-found', 'no such incident');
      if (linkageFiringId !== null && !(await firedFor(db, viewer, linkageFiringId, incidentId))) {
        throw new DomainError('not-found', 'no rule fired for this incident', {
          reason: 'unknown-firing',
        });
      }
      const open = isOpenState(incident.state as IncidentState);
      const { purposes } = incident;
      return {
        camera,
        ground: open ? { kind: 'incident', purposes } : { kind: 'incident-closed' },
      };
    });
  }

  async #issue(viewer: Viewer, look: Look): Promise<CameraTicket> {
    const { database, clock, signer } = this.#parts;
    const now = clock.now();
    const viewId = randomBytes(16).toString('base64url');
    await database.write(viewer, (tx) => writeRequest(tx, viewer, { ...look, viewId, now }));
    const issuedAt = Math.floor(now.getTime() / 1000);
    const startBefore = issuedAt + startWithinSeconds;
    const ticket = signer.sign({
      version: 1,
      viewId,
      cameraId: look.camera.id,
      profile: look.profile,
      userId: look.charge.userId,
      sessionId: viewer.sessionId,
      purpose: look.purpose,
      issuedAt,
      startBefore,
      maxViewSeconds: look.maxViewSeconds,
      ...ticketSource(look.camera),
    });
    return {
      viewId,
      ticket,
      purpose: look.purpose,
      chargedTo: look.charge.displayName,
      expiresAt: new Date(startBefore * 1000),
      maxViewSeconds: look.maxViewSeconds,
    };
  }
}

async function writeRequest(
  tx: Writing,
  viewer: Viewer,
  look: Look & { viewId: string; now: Date },
): Promise<void> {
  const { camera, viewId, purpose, incidentId, openedByRule, profile, charge } = look;
  const { linkageFiringId } = look;
  await tx.query(sql`-- Who asks to look through what, for what?
    insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, incident_id,
      opened_by_rule, linkage_firing_id, profile, break_glass_reason, requested_at)
    values (${viewId}, ${camera.id}, ${camera.area_code}, ${viewer.userId}, ${viewer.sessionId},
      ${charge.userId}, ${purpose}, ${incidentId}, ${openedByRule}, ${linkageFiringId}::uuid,
      ${profile}, ${look.breakGlassReason}, ${look.now})`);
  tx.record({
    kind: 'camera-view.requested',
    areaCode: camera.area_code,
    subjectKind: 'camera',
    subjectId: camera.id,
    position: { longitude: camera.longitude, latitude: camera.latitude },
    payload: { viewId, purpose, incidentId, openedByRule, chargedTo: charge.displayName, profile },
  });
  if (look.breakGlassReason !== null) recordBrokenGlass(tx, look, look.breakGlassReason);
}

function recordBrokenGlass(tx: Writing, look: Look & { viewId: string }, reason: string): void {
  const { camera, viewId, maxViewSeconds: seconds } = look;
  tx.record({
    kind: 'camera-view.glass-broken',
    areaCode: camera.area_code,
    subjectKind: 'camera',
    subjectId: camera.id,
    position: { longitude: camera.longitude, latitude: camera.latitude },
    payload: { viewId, reason, filed: camera.purposes, placeClass: camera.place_class, seconds },
  });
}

type KnownBasis = {
  incidentId: string | null;
  dutyPurpose: string | null;
  breakGlassReason: string | null;
  linkageFiringId: string | null;
};

function takeInBasis(basis: ViewBasis): KnownBasis {
  const { incidentId = null, dutyPurpose = null, breakGlassReason = null } = basis;
  const given = [incidentId, dutyPurpose, breakGlassReason].filter((each) => each !== null);
  if (given.length !== 1) {
    throw basisUnclear('give the case, the duty’s purpose or the reason to break the glass');
  }
  const { linkageFiringId = null } = basis;
  if (linkageFiringId !== null && !isUuid(linkageFiringId)) {
    throw basisUnclear('this is no firing of a rule');
  }
  if (linkageFiringId !== null && incidentId === null) {
    throw basisUnclear('a rule opens cameras for a case alone');
  }
  const reason = takeInText(breakGlassReason, longestBreakGlassReason, 'basis.breakGlassReason');
  if (breakGlassReason !== null && (reason?.length ?? 0) < leastBreakGlassReason) {
    throw new DomainError('invalid-input', 'write why, in ten letters at least', {
      reason: 'reason-too-short',
      details: { field: 'basis.breakGlassReason', least: leastBreakGlassReason },
    });
  }
  return { incidentId, dutyPurpose, breakGlassReason: reason, linkageFiringId };
}

function basisUnclear(message: string): DomainError {
  return new DomainError('invalid-input', message, { reason: 'basis-unclear' });
}

function refusal(reason: ViewRefusal, ground: ViewGround, camera: CameraForView): DomainError {
  return new DomainError('not-allowed', `this look is refused: ${reason}`, {
    reason,
    details: {
      filed: camera.purposes,
      ...(ground.kind === 'incident' ? { ofIncident: ground.purposes } : {}),
      ...(ground.kind === 'duty' ? { stated: ground.purpose } : {}),
    },
  });
}
