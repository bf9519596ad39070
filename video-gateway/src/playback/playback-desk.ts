/** Where a ticket for recordings becomes a look at them. */
import { DomainError, type Clock, type RecordingPermit } from 'grid-data';
import type { ClosingRows } from '#link/closing-rows.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import { reasonOf } from '#reason-of.ts';
import type { RecordedCamera } from '#video-side/open-recorded.ts';
import type { VideoPlatform, VideoRecordings, VideoSide } from '#video-side/video-side.ts';
import type { Admitted, ViewAdmission, Visitor } from '#views/view-admission.ts';
import { Look, type ViewEnd } from '#views/look.ts';

export type PlaybackDeskParts = {
  admission: ViewAdmission;
  video: Pick<VideoSide, 'platforms' | 'openRecorded'>;
  closingRows: ClosingRows;
  clock: Clock;
};

/** A look at recordings with what is known of them. */
export type RecordedLook = {
  look: Look;
  camera: RecordedCamera;
  window: TimeSpan;
  recordings: readonly TimeSpan[];
  speeds: readonly number[];
};

/** Each may hold a line of a platform's licence of its own. */
const maxLooks = 200;

export class PlaybackDesk {
  readonly video: PlaybackDeskParts['video'];
  readonly #parts: PlaybackDeskParts;
  readonly #looks = new Map<string, Look>();

  constructor(parts: PlaybackDeskParts) {
    this.#parts = parts;
    this.video = parts.video;
  }

  get count(): number {
    return this.#looks.size;
  }

  /** Throws a DomainError whose reason tells why not. */
  async open(ticketText: string, visiting: Omit<Visitor, 'transport'>): Promise<RecordedLook> {
    const { admission } = this.#parts;
    if (this.#looks.size >= maxLooks) {
      throw new DomainError('unavailable', 'too many play recordings', { reason: 'gateway-full' });
    }
    const visitor = { transport: 'recorded-fmp4', ...visiting } as const;
    const { look, source } = await admission.admit(ticketText, visitor, (admitted) => ({
      look: this.#begin(admitted),
      source: admitted.source,
    }));
    try {
      const { fromMs, toMs } = look.ticket.recording as RecordingPermit;
      const window = { fromMs, toMs };
      const { platform, camera } = recordedCamera(this.video.platforms, source, ticketText);
      const { list, speeds } = platform.recordings;
      return {
        look,
        camera,
        window,
        speeds,
        recordings: await list(camera.platformCameraId, window, ticketText),
      };
    } catch (error) {
      look.close(reasonOf(error));
      throw error;
    }
  }

  revoke(viewIds: readonly string[], reason: string): void {
    for (const viewId of viewIds) this.#looks.get(viewId)?.close(reason);
  }

  closeAll(reason: string): void {
    for (const look of this.#looks.values()) look.close(reason);
  }

  #begin({ ticket, release }: Admitted): Look {
    const { clock, closingRows } = this.#parts;
    const onEnd = (end: ViewEnd) => {
      this.#looks.delete(end.viewId);
      release();
      closingRows.add(end);
    };
    const look = new Look(ticket, { transport: 'recorded-fmp4', clock, onEnd });
    this.#looks.set(ticket.viewId, look);
    return look;
  }
}

export type RecordingPlatform = VideoPlatform & { recordings: VideoRecordings };

/** The platform that keeps a camera's recordings; a camera with an address of its own has none. */
export function recordedCamera(
  platforms: readonly VideoPlatform[],
  source: Admitted['source'],
  ticket: string,
): { platform: RecordingPlatform; camera: RecordedCamera } {
  const platform =
    source.kind === 'platform' ? platforms.find(({ id }) => id === source.platformId) : undefined;
  if (source.kind !== 'platform' || platform === undefined || platform.recordings === null) {
    throw new DomainError('not-found', 'nobody keeps recordings of this camera', {
      reason: 'recordings-not-kept',
    });
  }
  const { platformId, platformCameraId } = source;
  return {
    platform: platform as RecordingPlatform,
    camera: { platformId, platformCameraId, ticket },
  };
}
