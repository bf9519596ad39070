/**
 * Pictures of a camera a fifth of a second at a time: the bytes of a batch are put together once and leave in one
 * write for each viewer. Four times the viewers of one write a picture, for 160 ms at most.
 */
import { fragmentFrame } from '#outputs/websocket-frame.ts';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import type { RelayState } from '#relay/relay-state.ts';
import type { Relay } from '#relay/relay.ts';

export type Batch = {
  fragments: readonly [Fragment, ...Fragment[]];
  /** All of them as WebSocket messages, one behind the other. */
  frames: Buffer;
  /** What back-pressure judges. */
  key: boolean;
  bytes: Buffer;
  durationSeconds: number;
};

export type BatchSubscriber = {
  onBatch(batch: Batch): void;
  onState(state: RelayState): void;
};

const batchMs = 200;

class Batches {
  readonly #relay: Relay;
  readonly #subscribers = new Set<BatchSubscriber>();
  readonly #leave: () => void;
  #pending: Fragment[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(relay: Relay) {
    this.#relay = relay;
    this.#leave = relay.subscribe({
      onFragment: (fragment) => this.#take(fragment),
      onState: (state) => {
        this.#flush();
        for (const subscriber of this.#subscribers) subscriber.onState(state);
      },
    });
    this.#flush();
  }

  join(subscriber: BatchSubscriber): () => void {
    // What waits is part of the group that a joining viewer is given, and must not come to it twice.
    this.#flush();
    const group: Fragment[] = [];
    const { onState } = subscriber;
    this.#relay.subscribe({ onState, onFragment: (fragment) => group.push(fragment) })();
    const batch = batchOf(group);
    if (batch !== null) subscriber.onBatch(batch);
    this.#subscribers.add(subscriber);
    return () => {
      this.#subscribers.delete(subscriber);
      if (this.#subscribers.size > 0) return;
      running.delete(this.#relay);
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#leave();
    };
  }

  /** A batch begins with the key picture, so that who skips can begin with the batch. */
  #take(fragment: Fragment): void {
    if (fragment.key) this.#flush();
    this.#pending.push(fragment);
    this.#timer ??= setTimeout(() => this.#flush(), batchMs);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = batchOf(this.#pending);
    this.#pending = [];
    if (batch === null) return;
    for (const subscriber of this.#subscribers) subscriber.onBatch(batch);
  }
}

const running = new Map<Relay, Batches>();

/** Like the relay's own: state and running group of pictures at once. Picture alone. */
export function subscribeBatched(relay: Relay, subscriber: BatchSubscriber): () => void {
  const known = running.get(relay) ?? new Batches(relay);
  running.set(relay, known);
  return known.join(subscriber);
}

function batchOf(fragments: readonly Fragment[]): Batch | null {
  const [first, ...rest] = fragments;
  if (first === undefined) return null;
  const frames = Buffer.concat(fragments.map(fragmentFrame));
  const durationSeconds = fragments.reduce((sum, one) => sum + one.durationSeconds, 0);
  return { fragments: [first, ...rest], frames, key: first.key, bytes: frames, durationSeconds };
}
