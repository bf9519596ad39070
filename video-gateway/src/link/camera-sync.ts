/** Tells gis-server what cameras each platform lists: at start, every five minutes and when the link is back. */
import { randomUUID } from 'node:crypto';
import { DomainError, type Clock, type PlatformCamera } from 'grid-data';
import type { GisLink } from '#link/gis-link.ts';
import { cameraPages } from '#platforms/camera-pages.ts';
import type { VideoPlatform } from '#video-side/video-side.ts';

export type CameraSyncParts = {
  link: GisLink;
  platforms: readonly VideoPlatform[];
  clock: Clock;
  onError: (message: string) => void;
};

const periodMs = 5 * 60_000;
/** A platform that failed is asked again sooner. */
const retryMs = 15_000;

export class CameraSync {
  readonly #parts: CameraSyncParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<string>();
  readonly #told = new Map<string, string>();
  #stopped = false;

  constructor(parts: CameraSyncParts) {
    this.#parts = parts;
  }

  /** Every platform, now. */
  run(): void {
    for (const platform of this.#parts.platforms) void this.#sync(platform);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #sync(platform: VideoPlatform): Promise<void> {
    if (this.#running.has(platform.id) || this.#stopped) return;
    this.#running.add(platform.id);
    clearTimeout(this.#timers.get(platform.id));
    let nextMs = periodMs;
    try {
      if (this.#parts.link.isUp) await this.#send(platform);
    } catch (error) {
      nextMs = retryMs;
      const reason = error instanceof DomainError ? error.reason : String(error);
      this.#parts.onError(`camera list of ${platform.id}: ${reason}`);
    }
    this.#tellState(platform);
    this.#running.delete(platform.id);
    if (this.#stopped) return;
    this.#timers.set(
      platform.id,
      setTimeout(() => void this.#sync(platform), nextMs),
    );
  }

  /** A pull may learn first that a platform is down, or back. */
  tellChanges(): void {
    for (const platform of this.#parts.platforms) {
      if (this.#told.get(platform.id) !== wordsOf(platform)) this.#tellState(platform);
    }
  }

  #tellState(platform: VideoPlatform): void {
    this.#told.set(platform.id, wordsOf(platform));
    const at = this.#parts.clock.now().toISOString();
    this.#parts.link.tell({
      type: 'platform-state',
      platformId: platform.id,
      ...platform.health(),
      at,
    });
  }

  /** One page stays in hand, so that the last one can be marked. */
  async #send(platform: VideoPlatform): Promise<void> {
    const listingId = randomUUID();
    const send = (cameras: readonly PlatformCamera[], last: boolean) =>
      this.#parts.link.request({
        type: 'cameras',
        platformId: platform.id,
        platformName: platform.name,
        owner: platform.owner,
        datum: platform.datum,
        listingId,
        last,
        cameras: [...cameras],
      });
    let held: readonly PlatformCamera[] | null = null;
    for await (const page of cameraPages(platform)) {
      if (held !== null) await send(held, false);
      held = page;
    }
    await send(held ?? [], true);
  }
}

/** State and reason: a platform that refused us and one that we spare both count as refused. */
function wordsOf(platform: VideoPlatform): string {
  const { state, reason } = platform.health();
  return `${state} ${reason ?? ''}`;
}
