/**
 * Checks the cameras that nobody watches, few at a time and never on the last lines of a licence. A check is no look
 * by a person: nothing is shown or kept but a word on the camera, and each round stands in the journal as the system's.
 */
import { healthOfFailure, healthOfRemark, type CameraHealth, type Clock } from 'grid-data';
import type { CameraStates } from '#link/camera-states.ts';
import type { GisLink } from '#link/gis-link.ts';
import type { RelayRegistry } from '#relay/relay-registry.ts';
import type { Revealed } from '#relay/relay.ts';
import type { CameraChecks, CheckSubject } from '#sweep/camera-checks.ts';

export type SweepLimits = {
  /** Whether it goes round by itself; what a person asks for is checked all the same. */
  on: boolean;
  atOnce: number;
  roundMs: number;
  /** Between two checks at one platform. */
  gapMs: number;
};

type Result = { found: Map<CameraHealth, number>; unknown: number; skipped: number };

export type SweepParts = {
  link: GisLink;
  relays: RelayRegistry;
  checks: CameraChecks;
  states: Pick<CameraStates, 'checked'>;
  clock: Clock;
  limits: SweepLimits;
  onError: (message: string) => void;
};

/** What was checked, by anybody, within this time is not checked again. */
const freshMs = 10 * 60_000;
const longestRound = 60;

export class CameraSweep {
  readonly #parts: SweepParts;
  readonly #stopping = new AbortController();
  readonly #asked: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  checking = 0;

  constructor(parts: SweepParts) {
    this.#parts = parts;
  }

  get isOn(): boolean {
    return this.#parts.limits.on;
  }

  get atOnce(): number {
    return this.#parts.limits.atOnce;
  }

  start(): void {
    if (!this.#parts.limits.on) return;
    this.#timer = setInterval(() => this.#begin(() => this.#round()), this.#parts.limits.roundMs);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
  }

  /** Somebody wants to know now: before the round, within the same limits. */
  check(cameraIds: readonly string[]): void {
    this.#asked.push(...cameraIds.filter((id) => !this.#asked.includes(id)));
    this.#begin(() => this.#checkAll([]));
  }

  #begin(work: () => Promise<void>): void {
    if (this.#stopping.signal.aborted || this.#running !== null) return;
    this.#running = work()
      .catch((error: unknown) => {
        const said = error instanceof Error ? error.message : String(error);
        this.#parts.onError(`sweep: ${said}`);
      })
      .finally(() => {
        this.#running = null;
        if (this.#asked.length > 0) this.#begin(() => this.#checkAll([]));
      });
  }

  /** What a person waits for goes before the round's. */
  async #askedNext(): Promise<CheckSubject | undefined> {
    const cameraId = this.#asked.shift();
    if (cameraId === undefined) return undefined;
    return { cameraId, source: await this.#parts.link.resolveCamera(cameraId) };
  }

  async #round(): Promise<void> {
    const { link, clock } = this.#parts;
    if (!link.isUp) return;
    const startedAt = clock.now();
    const answer = await link.request({
      type: 'cameras-to-check',
      checkedBefore: new Date(startedAt.getTime() - freshMs).toISOString(),
      limit: longestRound,
    });
    if (answer.type !== 'cameras-to-check-answer' || answer.cameras.length === 0) return;
    await this.#checkAll(answer.cameras, startedAt);
  }

  async #checkAll(
    subjects: readonly CheckSubject[],
    startedAt = this.#parts.clock.now(),
  ): Promise<void> {
    const { limits, link, clock } = this.#parts;
    const result: Result = { found: new Map(), unknown: 0, skipped: 0 };
    const waiting = [...subjects];
    const work = async () => {
      while (!this.#stopping.signal.aborted) {
        const next = (await this.#askedNext()) ?? waiting.shift();
        if (next === undefined) return;
        await this.#checkOne(next, result);
      }
    };
    await Promise.all(Array.from({ length: limits.atOnce }, work));
    await link.request({
      type: 'cameras-swept',
      startedAt: startedAt.toISOString(),
      endedAt: clock.now().toISOString(),
      found: Object.fromEntries(result.found),
      unknown: result.unknown,
      skipped: result.skipped,
    });
  }

  async #checkOne(subject: CheckSubject, result: Result): Promise<void> {
    const { relays, states, checks } = this.#parts;
    const { cameraId } = subject;
    const running = relays.liveOf(cameraId);
    if (running !== null) {
      // Somebody looks: what their pull sees is said again, for the camera's last check is that moment.
      const { isJudged, remark } = running.pictures;
      states.checked(cameraId, { phase: 'live', remark, judged: isJudged, failure: null });
      result.skipped += 1;
      return;
    }
    this.checking += 1;
    try {
      const found = await checks.check(subject, this.#stopping.signal);
      if (this.#stopping.signal.aborted) return;
      if (found === null) {
        result.skipped += 1;
        return;
      }
      states.checked(cameraId, found);
      count(found, result);
    } finally {
      this.checking -= 1;
    }
  }
}

function count({ failure, remark }: Revealed, result: Result): void {
  const health = failure === null ? healthOfRemark(remark) : healthOfFailure(failure.reason);
  if (health === null) result.unknown += 1;
  else result.found.set(health, (result.found.get(health) ?? 0) + 1);
}
