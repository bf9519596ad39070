/** The platforms as the video side told them; they stay known while the link is down, as not to be reached. */
import type { PendingAsks } from '#exchange/edge/pending-asks.ts';
import type { EdgeLine } from '#exchange/edge/exchange-door.ts';
import type { PlatformStatus, Upward } from '#exchange/upward.ts';
import type { PlatformLines } from '#platforms/platform-pulls.ts';
import { noTrouble, type PlatformHealth, type PlatformTrouble } from '#platforms/platform.ts';
import type { VideoPlatform, VideoRecordings } from '#video-side/video-side.ts';

type Listed = Extract<Upward, { type: 'hello' }>['platforms'][number];

export type RemotePlatformsParts = { asks: PendingAsks; line: () => EdgeLine | null };

export class RemotePlatforms {
  readonly list: VideoPlatform[] = [];
  readonly #parts: RemotePlatformsParts;
  readonly #status = new Map<string, PlatformStatus>();

  constructor(parts: RemotePlatformsParts) {
    this.#parts = parts;
  }

  take(listed: readonly Listed[]): void {
    this.list.splice(0, this.list.length, ...listed.map((one) => this.#platform(one)));
  }

  takeStatus(status: readonly PlatformStatus[]): void {
    this.#status.clear();
    for (const one of status) this.#status.set(one.platformId, one);
  }

  lines(): readonly PlatformLines[] {
    return this.list.map(({ id: platformId }) => {
      const { inUse = 0, waiting = 0, max = null } = this.#status.get(platformId) ?? {};
      return { platformId, inUse, waiting, max };
    });
  }

  #platform({ speeds, ...facts }: Listed): VideoPlatform {
    const { id: platformId } = facts;
    return {
      ...facts,
      listCameras: async (cursor) => {
        const answer = await this.#parts.asks.ask(this.#parts.line(), {
          type: 'list-cameras',
          platformId,
          cursor,
        });
        if (answer.type !== 'cameras') throw new RangeError('an answer to something else');
        return { cameras: answer.cameras, next: answer.next };
      },
      recordings: speeds === null ? null : this.#recordings(platformId, speeds),
      health: () => this.#health(platformId),
      trouble: () => this.#trouble(platformId),
    };
  }

  #recordings(platformId: string, speeds: readonly number[]): VideoRecordings {
    return {
      speeds,
      list: async (platformCameraId, span, ticket) => {
        const answer = await this.#parts.asks.ask(this.#parts.line(), {
          type: 'list-recordings',
          platformId,
          platformCameraId,
          span: { fromMs: span.fromMs, toMs: span.toMs },
          ticket,
        });
        if (answer.type !== 'recordings') throw new RangeError('an answer to something else');
        return answer.spans;
      },
    };
  }

  #health(platformId: string): PlatformHealth {
    const status = this.#status.get(platformId);
    if (this.#parts.line() === null || status === undefined) {
      return { state: 'unreachable', reason: 'video-link-down' };
    }
    return { state: status.state, reason: status.reason };
  }

  #trouble(platformId: string): PlatformTrouble {
    const status = this.#status.get(platformId);
    if (status === undefined) return noTrouble;
    const { sparedUntilMs, loginPausedUntilMs, lastFailure } = status;
    const message = 'its words are in the log of the video side';
    return {
      sparedUntilMs,
      loginPausedUntilMs,
      lastFailure: lastFailure && { ...lastFailure, message },
    };
  }
}
