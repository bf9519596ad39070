import { randomBytes } from 'node:crypto';
import type { RecordedTime } from '../recordings/recorder.ts';

const lifeMs = 5 * 60_000;

/** What a token opens: a live camera, or recorded stretches of one. */
export type StreamGrant = { cameraId: string; recorded: Recording | null };
export type Recording = { asked: RecordedTime; files: readonly RecordedTime[] };

/** Short-lived addresses: each token opens one camera once. */
export class StreamTokens {
  readonly #now: () => number;
  readonly #open = new Map<string, StreamGrant & { expiresAt: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  issue(cameraId: string, recorded: Recording | null = null): string {
    this.#dropExpired();
    const token = randomBytes(12).toString('base64url');
    this.#open.set(token, { cameraId, recorded, expiresAt: this.#now() + lifeMs });
    return token;
  }

  /** What the token opens, and never again. */
  redeem(token: string): StreamGrant | null {
    const grant = this.#open.get(token);
    this.#open.delete(token);
    return grant && grant.expiresAt > this.#now() ? grant : null;
  }

  get openCount(): number {
    return this.#open.size;
  }

  // Map keeps the order of issue, and all lives are equally long.
  #dropExpired(): void {
    for (const [token, grant] of this.#open) {
      if (grant.expiresAt > this.#now()) return;
      this.#open.delete(token);
    }
  }
}
