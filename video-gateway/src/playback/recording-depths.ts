/**
 * Asks the platforms, one camera at a time and at a low rate, how far back its recordings reach. Nobody waits for it,
 * and no recorder notices.
 */
import { askedDaysBack, type Clock, type FromGateway } from 'grid-data';
import { cameraPages } from '#platforms/camera-pages.ts';
import type { Platform, PlatformRecordings } from '#platforms/platform.ts';
import { reasonOf } from '#reason-of.ts';

type Depth = Extract<FromGateway, { type: 'recording-depth' }>;

export type RecordingDepthsParts = {
  platforms: readonly Platform[];
  clock: Clock;
  tell(depth: Depth): void;
  onError(message: string): void;
  /** Between two cameras. */
  paceMs?: number;
};

/** A county's five hundred cameras in about three hours. */
const usualPaceMs = 20_000;
/** Behind the last camera, before the first is asked again. */
const restMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

export class RecordingDepths {
  readonly #parts: RecordingDepthsParts;
  #timer: NodeJS.Timeout | null = null;
  #wake: () => void = () => undefined;
  #stopped = false;

  constructor(parts: RecordingDepthsParts) {
    this.#parts = parts;
  }

  start(): void {
    for (const platform of this.#parts.platforms) {
      if (platform.recordings !== null) void this.#follow(platform, platform.recordings);
    }
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#wake();
  }

  async #follow(platform: Platform, recordings: PlatformRecordings): Promise<void> {
    const { paceMs = usualPaceMs, onError } = this.#parts;
    while (!this.#stopped) {
      try {
        for await (const page of cameraPages(platform)) {
          for (const { platformCameraId } of page) {
            await this.#pause(paceMs);
            if (this.#stopped) return;
            await this.#ask(platform.id, platformCameraId, recordings);
          }
        }
      } catch (error) {
        onError(`recordings of ${platform.id}: ${reasonOf(error)}`);
      }
      await this.#pause(Math.min(restMs, paceMs * 30));
    }
  }

  async #ask(
    platformId: string,
    platformCameraId: string,
    recordings: PlatformRecordings,
  ): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    const told = { type: 'recording-depth', platformId, platformCameraId } as const;
    const at = new Date(now).toISOString();
    try {
      const oldestMs = await oldestOf(recordings, platformCameraId, now);
      const oldestAt = oldestMs === null ? null : new Date(oldestMs).toISOString();
      this.#parts.tell({ ...told, oldestAt, failure: null, at });
    } catch (error) {
      this.#parts.tell({ ...told, oldestAt: null, failure: reasonOf(error), at });
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, ms);
      this.#timer.unref();
    });
  }
}

/** One day at a time, the farthest first: a whole month's list would cost the recorder more than it tells. */
async function oldestOf(
  recordings: PlatformRecordings,
  platformCameraId: string,
  now: number,
): Promise<number | null> {
  for (const days of askedDaysBack) {
    const fromMs = now - days * dayMs;
    const [first] = await recordings.list(platformCameraId, { fromMs, toMs: fromMs + dayMs });
    if (first !== undefined) return first.fromMs;
  }
  return null;
}
