/**
 * Looks whether one camera shows anything, on nobody's behalf: through the same pull that a viewer would share, so
 * that a person who comes meanwhile finds it running. What it saw is a word; no picture leaves this process.
 */
import { DomainError } from 'grid-data';
import { isOneColour } from '#sweep/one-colour.ts';
import type { Relay, Revealed } from '#relay/relay.ts';

/** Opening, a group of pictures of ten seconds, and what the watch needs after it. */
const longestCheckMs = 25_000;
const lookEveryMs = 250;
/** Long enough for two groups of pictures where the camera sends a key picture each two seconds. */
const enoughMs = 9_000;

export async function checkCamera(relay: Relay, giveUp: AbortSignal): Promise<Revealed> {
  const watcher = new QuietViewer(relay);
  try {
    const found = await watcher.verdict(giveUp);
    const key = relay.lastKey;
    if (
      found.phase === 'live' &&
      found.remark === null &&
      key !== null &&
      (await isOneColour(key))
    ) {
      return { ...found, remark: 'picture-black' };
    }
    return found;
  } finally {
    watcher.leave();
  }
}

class QuietViewer {
  readonly #relay: Relay;
  readonly #leave: () => void;
  #failure: DomainError | null = null;
  #liveAt: number | null = null;

  constructor(relay: Relay) {
    this.#relay = relay;
    this.#leave = relay.subscribe({
      onFragment: () => undefined,
      onState: ({ state, reason }) => {
        if (state === 'live') this.#liveAt ??= performance.now();
        else if (state !== 'connecting' && reason !== null) {
          this.#failure = new DomainError('unavailable', 'found by the sweep', { reason });
        }
      },
    });
  }

  leave(): void {
    this.#leave();
    this.#relay.stopUnlessWatched();
  }

  async verdict(giveUp: AbortSignal): Promise<Revealed> {
    const beganAt = performance.now();
    for (;;) {
      if (this.#failure !== null) return failed(this.#failure);
      const now = performance.now();
      const { isJudged, remark } = this.#relay.pictures;
      const enough = this.#liveAt !== null && (isJudged || now - this.#liveAt > enoughMs);
      if (enough || (this.#liveAt !== null && remark !== null)) {
        return { phase: 'live', remark, judged: true, failure: null };
      }
      if (giveUp.aborted || now - beganAt > longestCheckMs) return failed(silent());
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}

const failed = (failure: DomainError): Revealed => ({ phase: 'failed', remark: null, failure });

const silent = (): DomainError =>
  new DomainError('unavailable', 'the camera gives no picture in time', { reason: 'no-frames' });
