import { readFile } from 'node:fs/promises';
import type { UnitWalk } from './unit-walk.ts';
import type { RetryPause } from './retry-pause.ts';

const batchEveryMs = 1000;
const postTimeoutMs = 5000;
const maxPositionsPerPost = 2000;

export type PositionFeedParts = {
  gisServerUrl: string;
  internalKeyFile: string;
  walks: readonly UnitWalk[];
  signal: AbortSignal;
  retry: RetryPause;
};

/** Posts where every unit is, once a second, for as long as the city lives. */
export class PositionFeed {
  readonly #parts: PositionFeedParts;
  postedBatches = 0;
  lastFailure: string | null = null;

  constructor(parts: PositionFeedParts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const { signal, retry } = this.#parts;
    let last = Date.now();
    while (!signal.aborted) {
      const now = Date.now();
      try {
        await this.#post((now - last) / 1000, new Date(now).toISOString());
        this.postedBatches++;
        this.lastFailure = null;
        retry.reset();
      } catch (error) {
        this.lastFailure = error instanceof Error ? error.message : String(error);
        await retry.failed(signal);
      }
      last = now;
      await retry.wait(Math.max(0, batchEveryMs - (Date.now() - now)), signal);
    }
  }

  async #post(seconds: number, at: string): Promise<void> {
    const { gisServerUrl, internalKeyFile, walks, signal } = this.#parts;
    const positions = walks.map((walk) => ({ unitId: walk.id, ...walk.advance(seconds), at }));
    const key = (await readFile(internalKeyFile, 'utf8')).trim();
    for (let start = 0; start < positions.length; start += maxPositionsPerPost) {
      const answer = await fetch(`${gisServerUrl}/internal/positions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ positions: positions.slice(start, start + maxPositionsPerPost) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(postTimeoutMs)]),
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`positions answered with ${answer.status}`);
    }
  }
}
