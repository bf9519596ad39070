/** All running pulls, one per camera and profile. */
import { streamProfiles, type CameraSource, type Clock, type StreamProfile } from 'grid-data';
import { Relay, type RelayCounters, type Revealed } from '#relay/relay.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type CameraKey = { cameraId: string; profile: StreamProfile };

export type RelayRegistryOptions = {
  clock: Clock;
  idleStopMs: number;
  open: (key: CameraKey, handlers: SourceHandlers) => Promise<Source>;
  onRevealed: (cameraId: string, revealed: Revealed) => void;
};

export class RelayRegistry {
  readonly #options: RelayRegistryOptions;
  readonly #relays = new Map<string, Relay>();
  readonly #finished: RelayCounters = { units: 0, bytes: 0, reconnects: 0, keys: 0, lost: 0 };

  constructor(options: RelayRegistryOptions) {
    this.#options = options;
  }

  /** The source tells whether profiles differ: a camera imported with one address has one stream. */
  relayOf(cameraId: string, asked: StreamProfile, source: CameraSource): Relay {
    const profile = source.kind === 'direct' ? 'main' : asked;
    const name = `${profile}/${cameraId}`;
    const running = this.#relays.get(name);
    if (running !== undefined) return running;
    const relay: Relay = new Relay({
      clock: this.#options.clock,
      idleStopMs: this.#options.idleStopMs,
      open: (handlers) => this.#options.open({ cameraId, profile }, handlers),
      onStopped: () => this.#forget(name, relay),
      onRevealed: (revealed) => this.#options.onRevealed(cameraId, revealed),
    });
    this.#relays.set(name, relay);
    return relay;
  }

  /** The pulls of a camera that show something now, in whichever profile. */
  liveOf(cameraId: string): Relay | null {
    return (
      streamProfiles
        .map((profile) => this.#relays.get(`${profile}/${cameraId}`))
        .find((relay) => relay?.phase === 'live') ?? null
    );
  }

  get relays(): readonly Relay[] {
    return [...this.#relays.values()];
  }

  /** Sums over running and finished pulls, so that the figures only grow. */
  totals(): RelayCounters {
    const sum = { ...this.#finished };
    for (const { counters } of this.#relays.values()) add(sum, counters);
    return sum;
  }

  stop(): void {
    for (const relay of this.relays) relay.stop();
  }

  #forget(name: string, relay: Relay): void {
    if (this.#relays.get(name) !== relay) return;
    this.#relays.delete(name);
    add(this.#finished, relay.counters);
  }
}

function add(sum: RelayCounters, counters: RelayCounters): void {
  sum.units += counters.units;
  sum.bytes += counters.bytes;
  sum.reconnects += counters.reconnects;
  sum.keys += counters.keys;
  sum.lost += counters.lost;
}
