import type { Clock } from 'grid-data';
import type { Viewer } from './viewer.ts';

type Remembered = { viewer: Viewer; endsAt: Date; checkedAt: number; touchedAt: number };

/** A change of rights drops the entry at once (rights-watch.ts); this is for what another process changed. */
const rememberMs = 20_000;

/** Viewers of recent requests, so that a map's tiles do not each ask the database who asks. */
export class SessionCache {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Remembered>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(idHash: string): Viewer | null {
    const entry = this.#entries.get(idHash);
    const now = this.#clock.now();
    if (entry === undefined) return null;
    if (entry.endsAt <= now || now.getTime() - entry.checkedAt > rememberMs) {
      this.#entries.delete(idHash);
      return null;
    }
    return entry.viewer;
  }

  put(idHash: string, viewer: Viewer, life: { endsAt: Date; touchedAt: Date }): void {
    const checkedAt = this.#clock.now().getTime();
    const touchedAt = life.touchedAt.getTime();
    this.#entries.set(idHash, { viewer, endsAt: life.endsAt, checkedAt, touchedAt });
  }

  isToTouch(idHash: string, afterSeconds: number): boolean {
    const entry = this.#entries.get(idHash);
    const now = this.#clock.now().getTime();
    return entry !== undefined && now - entry.touchedAt > afterSeconds * 1000;
  }

  touched(idHash: string): void {
    const entry = this.#entries.get(idHash);
    if (entry !== undefined) entry.touchedAt = this.#clock.now().getTime();
  }

  forget({ sessionId, userId }: { sessionId?: string; userId?: string }): void {
    for (const [idHash, { viewer }] of this.#entries) {
      if (idHash === sessionId || viewer.userId === userId) this.#entries.delete(idHash);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
