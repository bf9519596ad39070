import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { Clip } from '../media/clip.ts';
import { frameOf } from '../media/clip.ts';
import type { FrameTicker } from '../media/frame-ticker.ts';
import { unixMsOf } from '../media/timeline.ts';
import { configurationTag, frameTag } from './flv-video.ts';
import { PublishConnection } from './publish-connection.ts';

export type MobileCameraParts = {
  camera: SimulatedCamera;
  clip: Clip;
  ticker: FrameTicker;
  faults: FaultBoard;
  ingest: { port: number; publishKey: string | null };
};

const firstRetryMs = 500;
const maxRetryMs = 30_000;
// Starting anew keeps RTMP's 24-bit milliseconds from running over; a real handset drops out more often.
const longestPushMs = 4 * 3600_000;

/** A drone, body camera or temporary ball that pushes RTMP for as long as it is switched on. */
export class MobileCamera {
  readonly #parts: MobileCameraParts;
  readonly #stop = new AbortController();
  #pushing = false;
  #running: Promise<void> | null = null;

  constructor(parts: MobileCameraParts) {
    this.#parts = parts;
  }

  get isPushing(): boolean {
    return this.#pushing;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let retryMs = firstRetryMs;
    while (!this.#stop.signal.aborted) {
      try {
        if (!this.#isOff()) {
          await this.#push();
          retryMs = firstRetryMs;
        }
      } catch {
        // The ingest is down or refuses: tried again below, each time later, with jitter.
        retryMs = Math.min(retryMs * 2, maxRetryMs);
      }
      await this.#pause(retryMs * (0.5 + Math.random() / 2));
    }
  }

  async #push(): Promise<void> {
    const { camera, clip, ingest } = this.#parts;
    const query = ingest.publishKey === null ? '' : `?key=${encodeURIComponent(ingest.publishKey)}`;
    const streamName = `${camera.id}${query}`;
    const target = { host: '127.0.0.1', port: ingest.port, app: 'live', streamName };
    const connection = await PublishConnection.open(target, this.#stop.signal);
    connection.sendVideo(0, configurationTag(clip));
    this.#pushing = true;
    try {
      await this.#sendFrames(connection);
    } finally {
      this.#pushing = false;
      connection.close();
    }
  }

  #sendFrames(connection: PublishConnection): Promise<void> {
    const { clip, ticker, camera, faults } = this.#parts;
    let startedAt: number | null = null;
    let awaitsKey = true;
    return new Promise((resolve) => {
      const stopListening = ticker.listen((frameNumber) => {
        const at = unixMsOf(frameNumber);
        const isOver = startedAt !== null && at - startedAt > longestPushMs;
        if (!connection.isOpen || this.#stop.signal.aborted || this.#isOff() || isOver) {
          stopListening();
          resolve();
          return;
        }
        if (faults.isOn('stall', camera) || !connection.hasRoom) awaitsKey = true;
        else if (frameOf(clip, frameNumber).isKey) awaitsKey = false;
        if (awaitsKey) return;
        startedAt ??= at;
        connection.sendVideo(at - startedAt, frameTag(clip, frameNumber));
      });
    });
  }

  #isOff(): boolean {
    const { camera, faults } = this.#parts;
    return camera.state === 'offline' || faults.isOn('camera-offline', camera);
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stop.signal }).catch(() => {}); // aborted: the loop ends
  }
}
