/** Tickets for the pictures of a screen: only of what its showing holds, and charged to who is on duty at its center. */
import type { Viewer } from '#access/viewer.ts';
import type { CameraViews } from '#camera-views/camera-views.ts';
import { dutyPurposes } from '#camera-views/view-decision.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError, type ScreenTicketAnswer, type StreamProfile, type WallTile } from 'grid-data';
import { guestsAt } from '../guests.ts';
import { currentShowings } from '../showing-queries.ts';

export type LookAsked = { tileId: string; cameraId: string; profile: StreamProfile };

type Parts = {
  database: Database;
  cameraViews: CameraViews;
  cameras: Pick<CameraService, 'byId'>;
};

export class ScreenLooks {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async ticketFor(viewer: Viewer, asked: LookAsked): Promise<ScreenTicketAnswer> {
    const { cameraId, profile } = asked;
    try {
      const basis = await this.#basisOf(viewer, asked);
      const { cameraViews } = this.#parts;
      const ticket = await cameraViews.openCameraView(viewer, { cameraId, basis, profile });
      const { viewId, purpose, chargedTo, maxViewSeconds } = ticket;
      return {
        granted: true,
        ticket: { viewId, ticket: ticket.ticket, purpose, chargedTo, maxViewSeconds },
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { granted: false, reason: error.reason };
    }
  }

  async #basisOf(viewer: Viewer, { tileId, cameraId }: LookAsked) {
    const { database, cameras } = this.#parts;
    const [guests, [showing]] = await database.inScope(viewer, async (db) => [
      await guestsAt(db, viewer, viewer.areaCode),
      await currentShowings(db, viewer, [viewer.screenId ?? '']),
    ]);
    if (guests !== null) {
      throw new DomainError('not-allowed', 'guests stand in the hall', {
        reason: 'guests-present',
      });
    }
    const tile = showing?.content.tiles.find(({ id }) => id === tileId);
    const place = tile && placeIn(tile, cameraId);
    if (!place) {
      throw new DomainError('not-allowed', 'the scene of this screen does not hold that camera', {
        reason: 'not-in-scene',
      });
    }
    if (place.incidentId !== null) return { incidentId: place.incidentId };
    const [camera] = await cameras.byId(viewer, [cameraId]);
    if (camera === undefined) throw new DomainError('not-found', 'no such camera');
    const filed = dutyPurposes(viewer).find((each) => camera.purposes.some((own) => own === each));
    return { dutyPurpose: filed ?? dutyPurposes(viewer)[0] ?? '' };
  }
}

/** The case that a tile shows the camera for; undefined where the tile does not show it. */
function placeIn(tile: WallTile, cameraId: string): { incidentId: string | null } | undefined {
  if (tile.kind === 'incident-cameras') return { incidentId: tile.incidentId };
  if (tile.kind !== 'cameras') return undefined;
  return tile.cameras.find((camera) => camera.cameraId === cameraId);
}
