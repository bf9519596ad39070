/**
 * One pull of a camera for all who want it on this side: looks for the edge and a check of our own share it, as they
 * share a relay where both sides are one process. It ends with the last of them.
 */
import type { DomainError } from 'grid-data';
import type { AccessUnit } from '#media/access-unit.ts';
import { asFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';
import type { LiveAsk } from '#video-side/video-side.ts';

type OpenLive = (ask: LiveAsk, handlers: SourceHandlers) => Promise<Source>;
/** Whoever joins a running pull begins with a picture that decoding may start with. */
type Taker = { handlers: SourceHandlers; hasBegun: boolean };

/** Ten seconds of a camera of 6 Mbit/s; who joins a longer group waits for the next. */
const largestGroupBytes = 8 * 1024 * 1024;

export class SharedPulls {
  readonly #open: OpenLive;
  readonly #pulls = new Map<string, SharedPull>();

  constructor(open: OpenLive) {
    this.#open = open;
  }

  async open(ask: LiveAsk, handlers: SourceHandlers): Promise<Source> {
    const name = JSON.stringify([ask.cameraId, ask.profile, ask.source]);
    let pull = this.#pulls.get(name);
    if (pull === undefined) {
      pull = new SharedPull(ask, this.#open, (over) => {
        if (this.#pulls.get(name) === over) this.#pulls.delete(name);
      });
      this.#pulls.set(name, pull);
    }
    return pull.join(handlers);
  }
}

class SharedPull {
  readonly #takers = new Set<Taker>();
  readonly #source: Promise<Source>;
  readonly #onOver: (over: SharedPull) => void;
  #group: RunningGroup | null;
  #isNew = true;

  constructor(ask: LiveAsk, open: OpenLive, onOver: (over: SharedPull) => void) {
    this.#onOver = onOver;
    // A viewer may come while we check. Looks find each other at the edge: for them nothing need be kept.
    this.#group = ask.ticket === null ? new RunningGroup() : null;
    const handlers: SourceHandlers = {
      onUnit: (unit) => this.#take(unit),
      onLost: (packets) => {
        for (const taker of this.#takers) taker.handlers.onLost?.(packets);
      },
      onEnd: (failure) => this.#end(failure),
    };
    // Not at once: whoever asked has yet to join.
    this.#source = Promise.resolve().then(() => open(ask, handlers));
    this.#source.catch(() => this.#over());
  }

  async join(handlers: SourceHandlers): Promise<Source> {
    const taker: Taker = { handlers, hasBegun: this.#isNew };
    this.#isNew = false;
    this.#takers.add(taker);
    try {
      await this.#source;
    } catch (error) {
      throw asFailure(error, 'broken-stream');
    }
    this.#catchUp(taker);
    return { close: () => this.#leave(taker) };
  }

  #catchUp(taker: Taker): void {
    if (taker.hasBegun || !this.#takers.has(taker)) return;
    for (const unit of this.#group?.units ?? []) {
      taker.hasBegun = true;
      taker.handlers.onUnit(unit);
    }
    // The edge asks once for all its viewers: nobody else is to come.
    this.#group = null;
  }

  #take(unit: AccessUnit): void {
    this.#group?.push(unit);
    for (const taker of this.#takers) {
      taker.hasBegun ||= unit.track === 'video' && unit.key;
      if (taker.hasBegun) taker.handlers.onUnit(unit);
    }
  }

  #leave(taker: Taker): void {
    if (!this.#takers.delete(taker) || this.#takers.size > 0) return;
    this.#over();
    this.#source.then(
      (source) => source.close(),
      () => undefined, // it never came up: nothing is left to close
    );
  }

  #end(failure: DomainError): void {
    const takers = [...this.#takers];
    this.#takers.clear();
    this.#over();
    for (const { handlers } of takers) handlers.onEnd(failure);
  }

  #over(): void {
    this.#group = null;
    this.#onOver(this);
  }
}

/** All since the last picture that decoding may start with. */
class RunningGroup {
  units: AccessUnit[] = [];
  #bytes = 0;

  push(unit: AccessUnit): void {
    const begins = unit.track === 'video' && unit.key;
    if (begins) this.#clear();
    else if (this.units.length === 0) return;
    this.#bytes += unit.data.length;
    this.units.push(unit);
    if (this.#bytes > largestGroupBytes) this.#clear();
  }

  #clear(): void {
    this.units = [];
    this.#bytes = 0;
  }
}
