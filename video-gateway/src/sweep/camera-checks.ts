/** Checks one camera where the pulls are: in its turn at the platform, and only on a line that people will not miss. */
import type { CameraSource } from 'grid-data';
import type { PlatformLines } from '#platforms/platform-pulls.ts';
import type { RelayRegistry } from '#relay/relay-registry.ts';
import type { Revealed } from '#relay/relay.ts';
import { checkCamera } from '#sweep/camera-check.ts';

export type CheckSubject = { cameraId: string; source: CameraSource };

export type CameraChecks = {
  /** Null where no line is to spare. */
  check(subject: CheckSubject, giveUp: AbortSignal): Promise<Revealed | null>;
};

export type LocalChecksParts = {
  relays: RelayRegistry;
  lines: () => readonly PlatformLines[];
  /** Between two checks at one platform. */
  gapMs: number;
};

/** Of a licence's lines a fifth, one at least, stays free for people. */
const shareKeptFree = 0.2;
const lineWaitMs = 1_000;

export class LocalChecks implements CameraChecks {
  readonly #parts: LocalChecksParts;
  readonly #nextAt = new Map<string, number>();

  constructor(parts: LocalChecksParts) {
    this.#parts = parts;
  }

  async check({ cameraId, source }: CheckSubject, giveUp: AbortSignal): Promise<Revealed | null> {
    if (source.kind === 'platform' && !(await this.#mayPull(source.platformId))) return null;
    return checkCamera(this.#parts.relays.relayOf(cameraId, 'sub', source), giveUp);
  }

  async #mayPull(platformId: string): Promise<boolean> {
    const now = Date.now();
    const at = Math.max(now, this.#nextAt.get(platformId) ?? 0);
    this.#nextAt.set(platformId, at + this.#parts.gapMs);
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    if (this.#hasLineToSpare(platformId)) return true;
    await new Promise((resolve) => setTimeout(resolve, lineWaitMs));
    return this.#hasLineToSpare(platformId);
  }

  #hasLineToSpare(platformId: string): boolean {
    const lines = this.#parts.lines().find((each) => each.platformId === platformId);
    if (lines === undefined) return false;
    if (lines.max === null) return true;
    const keptFree = Math.max(1, Math.ceil(lines.max * shareKeptFree));
    return lines.waiting === 0 && lines.inUse < lines.max - keptFree;
  }
}
