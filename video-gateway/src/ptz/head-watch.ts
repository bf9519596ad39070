/** Reads where heads look while they turn, tells each change, and knows when one has come to rest. */
import type { Clock, HeadPosition, PtzReport, TurnableCamera } from 'grid-data';
import type { PlatformHeadPosition } from '#platforms/platform.ts';

type HeadReport = Extract<PtzReport, { type: 'ptz-head' }>;

const readEveryMs = 400;
/** A head that is told to turn may take a moment before it does. */
const readsAtRest = 3;
const restWithin = { degrees: 0.3, zoom: 0.02 };

/** How it ended for a head that was told to stop; `unknown` where its platform does not tell where it looks. */
export type Rest = 'rests' | 'turns' | 'unknown';

type Watched = {
  last: HeadPosition | null;
  /** Reads in a row that told the same. */
  same: number;
  /** Turned by hand: it does not rest before it is told to stop. */
  isHeld: boolean;
  waiting: Set<(rest: Rest) => void>;
};

export class HeadWatch {
  readonly #clock: Clock;
  readonly #tell: (report: HeadReport) => void;
  readonly #watched = new Map<string, Watched>();
  #stopped = false;

  constructor(clock: Clock, tell: (report: HeadReport) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  stop(): void {
    this.#stopped = true;
    for (const { waiting } of this.#watched.values()) for (const wake of waiting) wake('unknown');
  }

  /** Until it rests; `isHeld` for as long as somebody turns it by hand. */
  follow(camera: TurnableCamera, position: PlatformHeadPosition, isHeld: boolean): void {
    const known = this.#watched.get(camera.cameraId);
    if (known !== undefined) {
      Object.assign(known, { isHeld, same: 0 });
      return;
    }
    const watched: Watched = { last: null, same: 0, isHeld, waiting: new Set() };
    this.#watched.set(camera.cameraId, watched);
    void this.#read(camera, position, watched);
  }

  /** Whether it stands still within so long. */
  comesToRest({ cameraId }: TurnableCamera, withinMs: number): Promise<Rest> {
    const watched = this.#watched.get(cameraId);
    if (watched === undefined) return Promise.resolve('rests');
    return new Promise((resolve) => {
      const settle = (rest: Rest) => {
        clearTimeout(timer);
        watched.waiting.delete(settle);
        resolve(rest);
      };
      const timer = setTimeout(() => settle('turns'), withinMs);
      watched.waiting.add(settle);
    });
  }

  async #read(
    camera: TurnableCamera,
    position: PlatformHeadPosition,
    watched: Watched,
  ): Promise<void> {
    const { cameraId, platformCameraId } = camera;
    while (!this.#stopped) {
      let now: HeadPosition;
      try {
        now = await position.read(platformCameraId);
      } catch {
        // Each call that fails counts against the platform, and the next stop must still go through.
        break;
      }
      const rests = watched.last !== null && isSame(watched.last, now);
      watched.same = rests ? watched.same + 1 : 0;
      watched.last = now;
      if (!rests) this.#tellOf(cameraId, now);
      if (watched.same >= 1 && !watched.isHeld) for (const wake of watched.waiting) wake('rests');
      if (watched.same >= readsAtRest && !watched.isHeld) break;
      await new Promise((resolve) => setTimeout(resolve, readEveryMs));
    }
    this.#watched.delete(cameraId);
    for (const wake of watched.waiting) wake('unknown');
  }

  #tellOf(cameraId: string, position: HeadPosition): void {
    const at = this.#clock.now().toISOString();
    this.#tell({ type: 'ptz-head', cameraId, position, at });
  }
}

function isSame(before: HeadPosition, now: HeadPosition): boolean {
  return (
    Math.abs(before.panDeg - now.panDeg) < restWithin.degrees &&
    Math.abs(before.tiltDeg - now.tiltDeg) < restWithin.degrees &&
    Math.abs(before.zoom - now.zoom) < restWithin.zoom
  );
}
