/**
 * Runs one tour: prepares the next stops before their turn, leaves out what is dead, stands still while an alarm or a
 * hand holds it and goes on with the time that was left. It knows no screen: what it shows is its state.
 */
import { warmUpSeconds } from 'grid-data';
import { createStore, type Store } from '#ui/create-store.ts';

export type TourStop = { cameraId: string; dwellSeconds: number; refusal: string | null };
export type Tour = {
  id: string;
  name: string;
  purpose: string;
  tiles: number;
  stops: readonly TourStop[];
};

/** An alarm holds before a hand does: acknowledging it must not undo the hand. */
export type Hold = 'alarm' | 'hand' | 'hidden';

export type TourState = {
  tour: Tour;
  /** Indexes of the stops on screen; empty while the first are prepared or none is alive. */
  shown: readonly number[];
  /** What was on screen before, which stays until the new picture moves. */
  before: readonly number[];
  /** Counts the turns, so that the same camera twice in a row is two looks. */
  turn: number;
  holds: readonly Hold[];
  /** Date.now() of the next turn; null while held. */
  turnsAt: number | null;
  leftMs: number;
  /** Stops left out of this round, with the reason. */
  skipped: ReadonlyMap<number, string>;
};

export type WarmUp = (
  cameraId: string,
  purpose: string,
) => Promise<{ alive: boolean; reason: string | null }>;

/** A camera that was dead is tried again in its turn after this. */
const triedAgainAfterMs = 60_000;
const retryMs = 5_000;

export class TourRun {
  readonly store: Store<TourState>;
  readonly #warmUp: WarmUp;
  readonly #deadUntil = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #prepared: readonly number[] | null = null;
  #preparing: Promise<readonly number[]> | null = null;
  #stopped = false;

  constructor(tour: Tour, warmUp: WarmUp) {
    this.#warmUp = warmUp;
    this.store = createStore<TourState>({
      tour,
      shown: [],
      before: [],
      turn: 0,
      holds: [],
      turnsAt: null,
      leftMs: 0,
      skipped: new Map(),
    });
    void this.#turn(0);
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  hold(by: Hold): void {
    const { holds, turnsAt } = this.store.get();
    if (holds.includes(by)) return;
    this.#clear();
    const leftMs = turnsAt === null ? this.store.get().leftMs : Math.max(0, turnsAt - Date.now());
    this.store.set({ holds: [...holds, by], leftMs, turnsAt: null });
  }

  release(by: Hold): void {
    const holds = this.store.get().holds.filter((each) => each !== by);
    if (holds.length === this.store.get().holds.length) return;
    this.store.set({ holds });
    if (holds.length === 0 && !this.#stopped) this.#schedule(this.store.get().leftMs);
  }

  /** One page on, or back, now. */
  step(pages: 1 | -1): void {
    const { tour, shown } = this.store.get();
    const from = pages === 1 ? this.#after(shown) : (shown[0] ?? 0) - tour.tiles;
    this.#prepared = null;
    void this.#turn(wrap(from, tour.stops.length));
  }

  async #turn(from: number): Promise<void> {
    this.#clear();
    const next = this.#prepared ?? (await this.#prepare(from));
    this.#prepared = null;
    if (this.#stopped) return;
    const { turn, tour, shown } = this.store.get();
    if (next.length > 0) this.store.set({ shown: next, before: shown, turn: turn + 1 });
    const dwellMs = 1000 * Math.max(0, ...next.map((i) => tour.stops[i]!.dwellSeconds));
    this.#schedule(next.length > 0 ? dwellMs : retryMs);
  }

  #schedule(inMs: number): void {
    this.#clear();
    const { holds } = this.store.get();
    if (holds.length > 0) {
      this.store.set({ leftMs: inMs, turnsAt: null });
      return;
    }
    this.store.set({ turnsAt: Date.now() + inMs, leftMs: inMs });
    const warmInMs = inMs - warmUpSeconds * 1000;
    if (warmInMs > 0) this.#timer = setTimeout(() => this.#warmThenTurn(inMs - warmInMs), warmInMs);
    else this.#warmThenTurn(inMs);
  }

  #warmThenTurn(inMs: number): void {
    const from = this.#after(this.store.get().shown);
    // A hold in between keeps what is warm: should it last, the gateway lets go by itself.
    if (this.#prepared === null && this.#preparing === null) {
      this.#preparing = this.#prepare(from).finally(() => {
        this.#preparing = null;
      });
      void this.#preparing.then((ready) => (this.#prepared = ready));
    }
    this.#timer = setTimeout(() => void this.#turnWhenReady(from), inMs);
  }

  async #turnWhenReady(from: number): Promise<void> {
    await this.#preparing;
    if (!this.#stopped && this.store.get().holds.length === 0) await this.#turn(from);
  }

  /** As many living stops as fit on the screen, from a place on and round once; each is warmed up. */
  async #prepare(from: number): Promise<readonly number[]> {
    const { tour } = this.store.get();
    const alive: number[] = [];
    for (let tried = 0; tried < tour.stops.length && alive.length < tour.tiles;) {
      const missing = tour.tiles - alive.length;
      const candidates = Array.from(
        { length: Math.min(missing, tour.stops.length - tried) },
        (_, i) => wrap(from + tried + i, tour.stops.length),
      );
      tried += candidates.length;
      const answers = await Promise.all(candidates.map((index) => this.#try(index)));
      alive.push(...candidates.filter((_, i) => answers[i]));
      if (this.#stopped) break;
    }
    return alive;
  }

  async #try(index: number): Promise<boolean> {
    const { tour } = this.store.get();
    const stop = tour.stops[index]!;
    if (stop.refusal !== null) return this.#skip(index, stop.refusal);
    if ((this.#deadUntil.get(index) ?? 0) > Date.now()) return false;
    const { alive, reason } = await this.#warmUp(stop.cameraId, tour.purpose);
    if (!alive) {
      this.#deadUntil.set(index, Date.now() + triedAgainAfterMs);
      return this.#skip(index, reason ?? 'unavailable');
    }
    const skipped = new Map(this.store.get().skipped);
    if (skipped.delete(index)) this.store.set({ skipped });
    return true;
  }

  #skip(index: number, reason: string): false {
    const { skipped } = this.store.get();
    if (skipped.get(index) !== reason) {
      this.store.set({ skipped: new Map(skipped).set(index, reason) });
    }
    return false;
  }

  #after(shown: readonly number[]): number {
    const last = shown.at(-1);
    return last === undefined ? 0 : wrap(last + 1, this.store.get().tour.stops.length);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const wrap = (index: number, length: number): number => ((index % length) + length) % length;
