/**
 * Follows one of our own units on duty from camera to camera: the picture of the next one is prepared while the present
 * one still sees the unit, and takes over when the unit leaves its sight. It knows no screen and asks nobody by itself.
 */
import { pointAt, type LonLat } from 'grid-data';
import { createStore, type Store } from '#ui/create-store.ts';
import type { UnitPlace } from '#units/use-moving-units.ts';

/** A camera as it stands to a place. */
export type CameraThere = {
  cameraId: string;
  name: string;
  sees: boolean;
  /** Permitted for the purpose of this following, and not offline. */
  usable: boolean;
  distanceMeters: number;
};

export type FollowState = {
  shown: CameraThere | null;
  before: CameraThere | null;
  next: CameraThere | null;
  /** Counts the handovers. */
  turn: number;
  /** Why nothing is shown, or that the unit is silent. */
  note: 'looking' | 'nobody-sees' | 'silent' | null;
};

export type FollowParts = {
  locate: () => UnitPlace | null;
  camerasAt: (place: LonLat) => Promise<readonly CameraThere[]>;
  /** Prepares the picture; false where it will not come. */
  warmUp: (cameraId: string) => Promise<boolean>;
};

/** How far ahead the next camera is looked for: what a pull needs to begin, and as much again. */
const aheadSeconds = 8;
/** A camera whose picture did not come is left alone for so long. */
const leftAloneMs = 60_000;

export class FollowRun {
  readonly store: Store<FollowState>;
  readonly #parts: FollowParts;
  readonly #dead = new Map<string, number>();
  #warm: string | null = null;
  #busy = false;
  #stopped = false;

  constructor(parts: FollowParts) {
    this.#parts = parts;
    this.store = createStore<FollowState>({
      shown: null,
      before: null,
      next: null,
      turn: 0,
      note: 'looking',
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  /** One look at where the unit is and who sees it; to be called every second or two. */
  async step(): Promise<void> {
    if (this.#busy || this.#stopped) return;
    this.#busy = true;
    try {
      await this.#follow();
    } finally {
      this.#busy = false;
    }
  }

  async #follow(): Promise<void> {
    const unit = this.#parts.locate();
    if (unit === null || !unit.fresh) {
      // What is on screen shows where it was: it stays, and the word beside it says that.
      this.store.set({ note: 'silent', next: null });
      return;
    }
    const ahead = pointAt(unit.position, unit.headingDeg, unit.speedMps * aheadSeconds);
    const [here, there] = await Promise.all([
      this.#parts.camerasAt(unit.position),
      this.#parts.camerasAt(ahead),
    ]);
    if (this.#stopped) return;
    const { shown } = this.store.get();
    const seesHere = shown !== null && holds(here, shown.cameraId);
    const seesAhead = shown !== null && holds(there, shown.cameraId);
    const next = seesHere && seesAhead ? null : this.#best(there, here, shown);
    this.store.set({ next });
    if (seesHere) {
      this.store.set({ note: null });
      // Only one that sees the unit already takes over early: a picture of an empty road helps nobody.
      const ready = next !== null && (await this.#prepare(next));
      if (ready && !seesAhead && holds(here, next.cameraId)) this.#handTo(next);
      return;
    }
    const now = this.#best(here, there, shown);
    if (now === null) this.#loseSight();
    else if (await this.#prepare(now)) this.#handTo(now);
  }

  /** Of those that see the place, one that sees the other place too before the nearest. */
  #best(
    at: readonly CameraThere[],
    also: readonly CameraThere[],
    shown: CameraThere | null,
  ): CameraThere | null {
    const able = at.filter(
      ({ cameraId, sees, usable }) =>
        sees && usable && cameraId !== shown?.cameraId && !this.#isDead(cameraId),
    );
    const [best] = able.toSorted(
      (a, b) =>
        Number(holds(also, b.cameraId)) - Number(holds(also, a.cameraId)) ||
        a.distanceMeters - b.distanceMeters,
    );
    return best ?? null;
  }

  async #prepare({ cameraId }: CameraThere): Promise<boolean> {
    if (this.#warm === cameraId) return true;
    const alive = await this.#parts.warmUp(cameraId);
    if (alive) this.#warm = cameraId;
    else this.#dead.set(cameraId, Date.now() + leftAloneMs);
    return alive && !this.#stopped;
  }

  #handTo(camera: CameraThere): void {
    const { shown, turn } = this.store.get();
    this.#warm = null;
    this.store.set({ shown: camera, before: shown, next: null, turn: turn + 1, note: null });
  }

  /** Nobody sees it: nothing is looked at, rather than a road on which it is no longer. */
  #loseSight(): void {
    const { shown, turn } = this.store.get();
    this.store.set({ note: 'nobody-sees', next: null });
    if (shown !== null) this.store.set({ shown: null, before: null, turn: turn + 1 });
  }

  #isDead(cameraId: string): boolean {
    return (this.#dead.get(cameraId) ?? 0) > Date.now();
  }
}

function holds(cameras: readonly CameraThere[], cameraId: string): boolean {
  return cameras.some((each) => each.cameraId === cameraId && each.sees && each.usable);
}
