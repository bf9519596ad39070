/** What somebody may do with a camera that turns, through the look they have running at it. */
import { requirePermission, systemViewer, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import {
  canTurn,
  DomainError,
  type Clock,
  type PictureBox,
  type PtzAbilities,
  type PtzCommand,
  type PtzTurn,
  type TurnableCamera,
} from 'grid-data';
import type { Heads } from './heads.ts';
import type { HandMoves } from './hand-moves.ts';
import type { LeaseDesk } from './lease-desk.ts';
import { asActor } from './move-register.ts';
import type { PtzLink } from './ptz-link.ts';
import { keepPreset, markTurned, presetsOf, runningLook } from './ptz-queries.ts';
import {
  turnableOf,
  type HeadOfCamera,
  type LeaseFace,
  type PresetRecord,
  type RunningLook,
} from './ptz-record.ts';

export type PtzParts = {
  database: Database;
  clock: Clock;
  link: PtzLink;
  leases: LeaseDesk;
  heads: Heads;
  moves: HandMoves;
};

export type MoveInput = { viewId: string; moveId: string; command: PtzCommand; speed: number };

const noAbilities: PtzAbilities = { turns: false, frames: false, aims: false, presets: null };

export class PtzControl {
  readonly #parts: PtzParts;

  constructor(parts: PtzParts) {
    this.#parts = parts;
  }

  /** What can be done with the camera of a look, and where it stands. */
  async panel(viewer: Viewer, viewId: string) {
    const look = await this.ownLook(viewer, viewId);
    const { abilities, reason } = await this.#abilities(viewer, look);
    const { head } = look;
    const { zeroBearingDeg, homePreset, homeAfterSeconds } = head;
    return {
      cameraId: head.cameraId,
      position: { longitude: head.longitude, latitude: head.latitude },
      rangeMeters: head.rangeMeters,
      turns: reason === null,
      reason,
      frames: abilities.frames,
      aims: abilities.aims,
      presets: await this.#presets(head.cameraId, abilities),
      settings: { zeroBearingDeg, homePreset, homeAfterSeconds },
      lease: this.#parts.leases.faceFor(viewer.sessionId, head.cameraId),
      head: this.#parts.heads.of(head.cameraId),
    };
  }

  async hold(viewer: Viewer, viewId: string): Promise<LeaseFace> {
    const look = await this.#turnableLook(viewer, viewId).catch((error: unknown) => {
      // Its picture was taken back or has ended: nothing is left to hold it by.
      this.#parts.leases.drop(viewId);
      throw error;
    });
    this.#parts.leases.hold(look);
    return this.#parts.leases.faceFor(viewer.sessionId, look.head.cameraId);
  }

  async takeOver(viewer: Viewer, viewId: string): Promise<LeaseFace> {
    const look = await this.#turnableLook(viewer, viewId);
    this.#parts.leases.takeOver(look);
    return this.#parts.leases.faceFor(viewer.sessionId, look.head.cameraId);
  }

  async release(viewer: Viewer, viewId: string): Promise<LeaseFace> {
    const look = await this.ownLook(viewer, viewId);
    this.#parts.leases.drop(viewId);
    return this.#parts.leases.faceFor(viewer.sessionId, look.head.cameraId);
  }

  /** The first word of a move starts it, each further one keeps it going. */
  async move(viewer: Viewer, input: MoveInput): Promise<void> {
    const { moves, leases } = this.#parts;
    const running = moves.running(input.moveId, viewer.sessionId);
    if (running !== null) {
      leases.requireHeld(running);
      leases.used(running.head);
      moves.keep(input.moveId);
      return;
    }
    const look = await this.#turnableLook(viewer, input.viewId);
    leases.requireHeld(look);
    leases.used(look.head);
    await moves.start(look, requireTurnable(look.head), input);
  }

  stop(viewer: Viewer, moveId: string): void {
    if (this.#parts.moves.running(moveId, viewer.sessionId) !== null) {
      this.#parts.moves.stop(moveId, 'released');
    }
  }

  async callPreset(viewer: Viewer, viewId: string, number: number): Promise<void> {
    const { look, camera } = await this.#held(viewer, viewId);
    await this.#parts.link.act(viewId, camera, { kind: 'call-preset', number });
    const known = (await this.#knownPresets(camera.cameraId)).find((one) => one.number === number);
    this.#parts.heads.at(look.head, known ?? null);
    const bearingDeg = known?.bearingDeg ?? null;
    await this.#turned(look, { turn: 'preset', preset: number, bearingDeg });
  }

  async frame(viewer: Viewer, viewId: string, box: PictureBox): Promise<void> {
    const { look, camera } = await this.#held(viewer, viewId);
    const widestDeg = look.head.widthDeg;
    await this.#parts.link.act(viewId, camera, { kind: 'frame', box, widestDeg });
    if (!this.#parts.moves.tellsPosition(camera)) this.#parts.heads.lost(look.head);
    await this.#turned(look, { turn: 'frame', preset: null, bearingDeg: null });
  }

  /** Keeps where the camera looks now; a bearing is given by hand where its platform tells none. */
  async savePreset(
    viewer: Viewer,
    viewId: string,
    preset: { number: number; name: string; bearingDeg: number | null },
  ): Promise<PresetRecord[]> {
    requirePermission(viewer, 'camera.edit');
    const { look, camera } = await this.#held(viewer, viewId);
    const { number, name } = preset;
    const { link, database, clock, heads } = this.#parts;
    const { position } = await link.act(viewId, camera, { kind: 'save-preset', number, name });
    if (position !== null) await heads.told(camera.cameraId, position);
    const now = position === null ? null : heads.of(camera.cameraId);
    const bearingDeg = now?.bearingDeg ?? preset.bearingDeg;
    const tiltDeg = now?.tiltDeg ?? null;
    const record = { number, name, bearingDeg, tiltDeg, zoom: now?.zoom ?? null };
    await database.write(asActor(viewer.userId, viewer.displayName), async (tx) => {
      await keepPreset(tx, look.head, record, clock.now());
      tx.record({
        kind: 'camera-ptz.preset-saved',
        ...about(look.head),
        payload: { viewId, preset: number, name, bearingDeg },
      });
    });
    const { abilities } = await this.#abilities(viewer, look);
    return this.#presets(camera.cameraId, abilities);
  }

  /** A running look of the viewer's own session. */
  async ownLook(viewer: Viewer, viewId: string): Promise<RunningLook> {
    const look = await this.#parts.database.inScope(systemViewer(), (db) =>
      runningLook(db, viewId),
    );
    if (look !== null && look.sessionId === viewer.sessionId) return look;
    throw new DomainError('not-found', 'no such look runs', { reason: 'no-look' });
  }

  async #turnableLook(viewer: Viewer, viewId: string): Promise<RunningLook> {
    requirePermission(viewer, 'camera.ptz');
    const look = await this.ownLook(viewer, viewId);
    requireTurnable(look.head);
    return look;
  }

  async #held(
    viewer: Viewer,
    viewId: string,
  ): Promise<{ look: RunningLook; camera: TurnableCamera }> {
    const look = await this.#turnableLook(viewer, viewId);
    this.#parts.leases.requireHeld(look);
    this.#parts.leases.used(look.head);
    return { look, camera: requireTurnable(look.head) };
  }

  async #abilities(
    viewer: Viewer,
    { viewId, head }: RunningLook,
  ): Promise<{ abilities: PtzAbilities; reason: string | null }> {
    try {
      const camera = requireTurnable(head);
      const { abilities, position } = await this.#parts.link.act(viewId, camera, { kind: 'ask' });
      if (abilities === null) return { abilities: noAbilities, reason: 'gateway-silent' };
      this.#parts.moves.learn(camera, abilities);
      if (position !== null) await this.#parts.heads.told(head.cameraId, position);
      if (!abilities.turns) return { abilities, reason: 'platform-cannot-turn' };
      return {
        abilities,
        reason: viewer.permissions.has('camera.ptz') ? null : 'permission-missing',
      };
    } catch (error) {
      if (error instanceof DomainError) return { abilities: noAbilities, reason: error.reason };
      throw error;
    }
  }

  /** As the platform lists them, with what is known of where they look. */
  async #presets(cameraId: string, { presets }: PtzAbilities): Promise<PresetRecord[]> {
    const known = await this.#knownPresets(cameraId);
    return (presets ?? []).map(({ number, name }) => ({
      ...(known.find((one) => one.number === number) ?? {
        bearingDeg: null,
        tiltDeg: null,
        zoom: null,
      }),
      number,
      name,
    }));
  }

  #knownPresets(cameraId: string): Promise<PresetRecord[]> {
    return this.#parts.database.inScope(systemViewer(), (db) => presetsOf(db, [cameraId]));
  }

  async #turned(
    { viewId, userId, userName, head, purpose, incidentId }: RunningLook,
    what: { turn: PtzTurn; preset: number | null; bearingDeg: number | null },
  ): Promise<void> {
    const { database, clock } = this.#parts;
    await database.write(asActor(userId, userName), async (tx) => {
      await markTurned(tx, head, clock.now());
      const payload = { viewId, ...what, purpose, incidentId };
      tx.record({ kind: 'camera-ptz.turned', ...about(head), payload });
    });
  }
}

function about({ areaCode, cameraId }: HeadOfCamera) {
  return { areaCode, subjectKind: 'camera', subjectId: cameraId } as const;
}

/** Throws where a camera has nothing to turn, or nobody to turn it. */
function requireTurnable(head: HeadOfCamera): TurnableCamera {
  const camera = turnableOf(head);
  if (canTurn(head.kind) && camera !== null) return camera;
  const reason = canTurn(head.kind) ? 'platform-cannot-turn' : 'not-turnable';
  throw new DomainError('not-allowed', 'this camera does not turn', { reason });
}
