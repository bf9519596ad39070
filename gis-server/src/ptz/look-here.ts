/** All cameras that can, look here: turns each that may be looked through for the same reason, and says why not the others. */
import { requirePermission, systemViewer, type Viewer } from '#access/viewer.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import type { Position } from '#within/within.ts';
import {
  aimAt,
  bearingDegrees,
  canTurn,
  DomainError,
  presetFacing,
  type Clock,
  type LonLat,
  type PtzTurn,
  type TurnableCamera,
} from 'grid-data';
import type { Heads } from './heads.ts';
import type { LeaseDesk } from './lease-desk.ts';
import { asActor } from './move-register.ts';
import type { PtzLink } from './ptz-link.ts';
import { headsOfCameras, markTurned, presetsOf } from './ptz-queries.ts';
import {
  turnableOf,
  type HeadOfCamera,
  type LookHereRecord,
  type PresetRecord,
} from './ptz-record.ts';

export type Place = {
  position: Position;
  withinMeters: number;
  /** What the looks are for: decides which cameras may be turned. */
  ground: ViewGround;
  purpose: string | null;
  incidentId: string | null;
};

type Parts = {
  database: Database;
  clock: Clock;
  cameras: Pick<CameraService, 'nearest'>;
  link: PtzLink;
  leases: LeaseDesk;
  heads: Heads;
};

type Candidate = {
  head: HeadOfCamera;
  presets: readonly PresetRecord[];
  point: LonLat;
  distanceMeters: number;
};
type Outcome = Pick<LookHereRecord, 'turn' | 'reason' | 'presetName' | 'offDeg'>;

const mostCameras = 50;
const refused = (reason: string): Outcome => ({
  turn: null,
  reason,
  presetName: null,
  offDeg: null,
});

export class LookHere {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async turn(viewer: Viewer, place: Place): Promise<LookHereRecord[]> {
    requirePermission(viewer, 'camera.ptz');
    const { cameras, database } = this.#parts;
    const near = await cameras.nearest(viewer, place, place.withinMeters, mostCameras);
    const turning = near.filter(({ camera }) => canTurn(camera.kind));
    const ids = turning.map(({ camera }) => camera.id);
    const [heads, presets] = await database.inScope(systemViewer(), async (db) => [
      new Map((await headsOfCameras(db, ids)).map((head) => [head.cameraId, head])),
      Map.groupBy(await presetsOf(db, ids), ({ cameraId }) => cameraId),
    ]);
    const point: LonLat = [place.position.longitude, place.position.latitude];
    return Promise.all(
      turning.map(async ({ camera, relation, distanceMeters, refusal }) => {
        const bearingDeg = bearingDegrees([camera.longitude, camera.latitude], point);
        const head = heads.get(camera.id);
        const known = presets.get(camera.id) ?? [];
        const why = refusal ?? (relation === 'near' ? 'out-of-range' : null);
        const outcome =
          why !== null || head === undefined
            ? refused(why ?? 'camera-gone')
            : await this.#turnOne(viewer, place, { head, presets: known, point, distanceMeters });
        return { cameraId: camera.id, distanceMeters, bearingDeg, ...outcome };
      }),
    );
  }

  async #turnOne(viewer: Viewer, place: Place, candidate: Candidate): Promise<Outcome> {
    const { head } = candidate;
    const camera = turnableOf(head);
    if (camera === null) return refused('platform-cannot-turn');
    if (this.#parts.leases.otherHolder(head.cameraId, viewer.sessionId) !== null) {
      return refused('held-by-other');
    }
    try {
      const outcome = await this.#aim(camera, candidate);
      if (outcome.turn !== null) await this.#record(viewer, place, candidate, outcome.turn);
      return outcome;
    } catch (error) {
      if (error instanceof DomainError) return refused(error.reason);
      throw error;
    }
  }

  /** Exactly where the platform can, else by the preset that shows the place. */
  async #aim(camera: TurnableCamera, candidate: Candidate): Promise<Outcome> {
    const { head, point } = candidate;
    const { zeroBearingDeg } = head;
    if (zeroBearingDeg === null) return this.#aimByPreset(camera, candidate, 'bearing-unknown');
    const position = aimAt(head, zeroBearingDeg, point);
    try {
      await this.#parts.link.act(null, camera, { kind: 'aim', position });
      return { turn: 'point', reason: null, presetName: null, offDeg: 0 };
    } catch (error) {
      const cannot = error instanceof DomainError && error.reason === 'platform-cannot-aim';
      if (!cannot) throw error;
    }
    return this.#aimByPreset(camera, candidate, 'no-preset-faces-it');
  }

  async #aimByPreset(
    camera: TurnableCamera,
    { head, presets, point }: Candidate,
    otherwise: string,
  ): Promise<Outcome> {
    const bearing = bearingDegrees([head.longitude, head.latitude], point);
    const facing = presetFacing(presets, bearing, head.widthDeg);
    if (facing === null) return refused(otherwise);
    const { preset, offDeg } = facing;
    await this.#parts.link.act(null, camera, { kind: 'call-preset', number: preset.number });
    this.#parts.heads.at(head, preset);
    return { turn: 'point-preset', reason: null, presetName: preset.name, offDeg };
  }

  async #record(
    viewer: Viewer,
    { purpose, incidentId }: Place,
    { head, point }: Candidate,
    turn: PtzTurn,
  ): Promise<void> {
    const { database, clock } = this.#parts;
    const bearingDeg = bearingDegrees([head.longitude, head.latitude], point);
    await database.write(asActor(viewer.userId, viewer.displayName), async (tx) => {
      await markTurned(tx, head, clock.now());
      tx.record({
        kind: 'camera-ptz.turned',
        areaCode: head.areaCode,
        subjectKind: 'camera',
        subjectId: head.cameraId,
        payload: {
          viewId: null,
          turn,
          preset: null,
          bearingDeg,
          purpose,
          incidentId,
        },
      });
    });
  }
}
