/**
 * One turn by hand, from its start to a stop that was answered. The stop does not wait for anybody: it comes when the
 * page says so, when the page falls silent, when the look ends or the process does; and again until it is obeyed.
 */
import { deadManMs, type HeadTrouble, type PtzMoveEnd, type PtzOrder } from 'grid-data';
import type { PlatformPtz } from '#platforms/platform.ts';
import type { HeadWatch, Rest } from '#ptz/head-watch.ts';
import { reasonOf } from '#reason-of.ts';

export type MoveOrder = Extract<PtzOrder, { type: 'ptz-move' }>;

export type HandTurnParts = {
  ptz: PlatformPtz;
  watch: HeadWatch;
  /** Whether the look it rests on still runs. */
  isLooking: () => boolean;
  onTrouble: (trouble: HeadTrouble, attempts: number) => void;
};

const firstRetryMs = 300;
const largestRetryMs = 5_000;
const attemptsBeforeAlarm = 3;
/** A platform answers before the camera obeys, and some cameras lose a word: a second one costs nothing. */
const secondStopMs = 400;
const restWithinMs = 2_000;
/** A head that turns on after so many answered stops is broken, or turned by somebody else whom we must not hold up. */
const stopsWithoutEffect = 12;
const stopsInQuickRow = 5;
const largestPauseMs = 30_000;

export class HandTurn {
  readonly order: MoveOrder;
  readonly #parts: HandTurnParts;
  #deadMan: NodeJS.Timeout;
  #started: Promise<void> = Promise.resolve();
  #end: PtzMoveEnd | null = null;
  /** Taken up by the next turn of the same camera, whose motion a late stop would break. */
  #isSucceeded = false;
  #stop: Promise<void> | null = null;
  readonly #answered = Promise.withResolvers<void>();
  readonly #settled = Promise.withResolvers<void>();

  constructor(order: MoveOrder, parts: HandTurnParts) {
    this.order = order;
    this.#parts = parts;
    this.#deadMan = this.#armDeadMan();
  }

  /** When the platform has answered the stop, however long that takes. */
  get ended(): Promise<void> {
    return this.#answered.promise;
  }

  /** When no further stop of it can come. */
  get settled(): Promise<void> {
    return this.#settled.promise;
  }

  get end(): PtzMoveEnd | null {
    return this.#end;
  }

  /** Why it does not turn; null where it does. */
  async start(): Promise<string | null> {
    if (this.#end !== null) return this.#end;
    const { camera } = this.order;
    this.#started = this.#tellPlatform('start');
    try {
      await this.#started;
    } catch (error) {
      // The word may have come through although its answer did not.
      void this.stop('platform-refused');
      return reasonOf(error);
    }
    const { position } = this.#parts.ptz;
    if (position !== null) this.#parts.watch.follow(camera, position, this.#end === null);
    return null;
  }

  /** The page is still there. */
  keep(): void {
    if (this.#end !== null) return;
    if (!this.#parts.isLooking()) void this.stop('look-ended');
    else {
      clearTimeout(this.#deadMan);
      this.#deadMan = this.#armDeadMan();
    }
  }

  stop(end: PtzMoveEnd): Promise<void> {
    this.#end ??= end;
    clearTimeout(this.#deadMan);
    return (this.#stop ??= this.#stopUntilAnswered());
  }

  succeeded(): void {
    this.#isSucceeded = true;
  }

  #armDeadMan(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.stop(this.#parts.isLooking() ? 'dead-man' : 'look-ended');
    }, deadManMs);
  }

  async #stopUntilAnswered(): Promise<void> {
    await this.#started.catch(() => undefined); // a stop must not overtake its start
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#tellPlatform('stop');
        this.#answered.resolve();
        void this.#makeSure().finally(() => this.#settled.resolve());
        return;
      } catch {
        // Told in words once it lasts; a platform that is away comes back.
        if (attempt === attemptsBeforeAlarm) this.#parts.onTrouble('stop-unanswered', attempt);
      }
      await pause(Math.min(largestRetryMs, firstRetryMs * 2 ** Math.min(attempt - 1, 8)));
    }
  }

  /** An answer is not yet a camera that stands still. */
  async #makeSure(): Promise<void> {
    let withoutEffect = 0;
    for (let attempt = 2; !this.#isSucceeded; attempt += 1) {
      const rest = await this.#rest();
      if (rest === 'rests' || this.#isSucceeded) return;
      if (rest === 'turns') {
        withoutEffect += 1;
        if (withoutEffect === 1) this.#parts.onTrouble('still-turning', attempt);
        if (withoutEffect === stopsWithoutEffect) {
          this.#parts.onTrouble('stop-given-up', attempt - 1);
          return;
        }
        await pause(pauseAfter(withoutEffect));
        if (this.#isSucceeded) return;
      }
      const answered = await this.#tellPlatform('stop').then(
        () => true,
        () => false, // tried again at once: the camera may still be turning
      );
      if (answered && rest === 'unknown') return;
      if (!answered)
        await pause(Math.min(largestRetryMs, firstRetryMs * 2 ** Math.min(attempt, 8)));
    }
  }

  /** Takes a while, whatever the answer: the next stop follows it at once. */
  async #rest(): Promise<Rest> {
    const { ptz, watch } = this.#parts;
    const { camera } = this.order;
    if (ptz.position !== null) {
      watch.follow(camera, ptz.position, false);
      const rest = await watch.comesToRest(camera, restWithinMs);
      if (rest !== 'unknown') return rest;
    }
    await pause(secondStopMs);
    return 'unknown';
  }

  #tellPlatform(action: 'start' | 'stop'): Promise<void> {
    const { camera, command, speed } = this.order;
    return this.#parts.ptz.move(camera.platformCameraId, command, speed, action);
  }
}

const pauseAfter = (stops: number): number =>
  stops < stopsInQuickRow ? 0 : Math.min(largestPauseMs, 1_000 * 2 ** (stops - stopsInQuickRow));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
