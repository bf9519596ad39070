/** One edge on the line, from its welcome to the end of the line: each of its commands, and nothing that outlives it. */
import type { Clock } from 'grid-data';
import type { Downward } from '#exchange/downward.ts';
import type { VideoLine } from '#exchange/video/exchange-dialler.ts';
import { ServedStreams } from '#exchange/video/served-streams.ts';
import type { ServedTurns } from '#exchange/video/served-turns.ts';
import type { TicketCheck } from '#exchange/video/ticket-check.ts';
import { videoHello, videoStatus } from '#exchange/video/video-status.ts';
import type { Upward } from '#exchange/upward.ts';
import { platformFailure } from '#platforms/platform-failure.ts';
import { reasonOf } from '#reason-of.ts';
import type { Platform } from '#platforms/platform.ts';
import type { CameraChecks } from '#sweep/camera-checks.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';
import type { SharedPulls } from '#video-side/shared-pulls.ts';

export type ServedEdgeParts = {
  line: VideoLine;
  video: LocalVideoSide;
  shared: SharedPulls;
  check: TicketCheck;
  checks: CameraChecks;
  turns: ServedTurns;
  clock: Clock;
  onError: (message: string) => void;
  onGone: () => void;
};

const statusEveryMs = 500;
/** Asked and not yet answered: more is not asked by an edge of ours. */
const maxAsks = 200;
const maxChecks = 16;

export class ServedEdge {
  readonly streams: ServedStreams;
  readonly #parts: ServedEdgeParts;
  readonly #asks = new Map<number, AbortController>();
  readonly #timer: NodeJS.Timeout;
  #checking = 0;
  #told = '';

  constructor(parts: ServedEdgeParts) {
    this.#parts = parts;
    const { line, video, onError } = parts;
    this.streams = new ServedStreams({
      ...parts,
      onFailure: ({ reason, message }) => {
        onError(`pull for the edge: ${reason}: ${message}`);
        this.#tellStatus();
      },
    });
    line.handle({
      onWord: (word) => this.#take(word),
      onFrame: () => {
        throw new RangeError('pictures do not go down');
      },
      onClose: () => this.#leave(),
    });
    line.say(videoHello(video));
    this.#tellStatus();
    this.#timer = setInterval(() => this.#tellStatus(), statusEveryMs);
  }

  say(word: Upward): void {
    this.#parts.line.say(word);
  }

  #take(word: Downward): void {
    switch (word.type) {
      case 'open-live':
      case 'open-recorded':
        return this.streams.open(word);
      case 'renew':
        return this.streams.renew(word.stream, word.ticket);
      case 'close':
        return this.streams.close(word.stream);
      case 'list-cameras':
        return this.#answer(word.id, async () => {
          const { cameras, next } = await this.#platform(word.platformId).listCameras(word.cursor);
          return { type: 'cameras', id: word.id, cameras: [...cameras], next };
        });
      case 'list-recordings':
        return this.#answer(word.id, () => this.#listRecordings(word));
      case 'check-camera':
        return this.#answer(word.id, (giveUp) => this.#checkCamera(word, giveUp));
      case 'give-up':
        return this.#asks.get(word.id)?.abort();
      case 'turn':
        return this.#parts.turns.take(word.order);
      case 'turn-noted':
        return this.#parts.turns.noted(word.moveId);
      case 'challenge':
      case 'welcome':
        throw new RangeError('a greeting in the middle');
    }
  }

  #answer(id: number, ask: (giveUp: AbortSignal) => Promise<Upward>): void {
    if (this.#asks.has(id)) throw new RangeError('an ask that is being answered');
    const giveUp = new AbortController();
    const isTooMuch = this.#asks.size >= maxAsks;
    this.#asks.set(id, giveUp);
    const answer = isTooMuch
      ? Promise.reject(platformFailure('platform-busy', 'the edge asks too much at once'))
      : ask(giveUp.signal);
    answer
      .catch((error: unknown): Upward => {
        this.#parts.onError(`asked by the edge: ${(error as Error).message}`);
        return { type: 'failed', id, reason: reasonOf(error) };
      })
      .then((word) => {
        this.#asks.delete(id);
        // What it has learned of its platform comes first.
        this.#tellStatus();
        this.say(word);
      })
      .catch((error: Error) => this.#parts.onError(`answering the edge: ${error.message}`));
  }

  async #listRecordings(word: Extract<Downward, { type: 'list-recordings' }>): Promise<Upward> {
    const { recordings } = this.#platform(word.platformId);
    this.#parts.check.recorded(word, word.span, word.ticket);
    if (recordings === null) throw platformFailure('no-recording', 'it keeps no recordings');
    const spans = await recordings.list(word.platformCameraId, word.span);
    const told = spans.map(({ fromMs, toMs }) => ({ fromMs, toMs }));
    return { type: 'recordings', id: word.id, spans: told };
  }

  async #checkCamera(
    { id, cameraId, source }: Extract<Downward, { type: 'check-camera' }>,
    giveUp: AbortSignal,
  ): Promise<Upward> {
    if (this.#checking >= maxChecks) return { type: 'checked', id, found: null };
    this.#checking += 1;
    try {
      const found = await this.#parts.checks.check({ cameraId, source }, giveUp);
      const told = found && { remark: found.remark, failure: found.failure?.reason ?? null };
      return { type: 'checked', id, found: told };
    } finally {
      this.#checking -= 1;
    }
  }

  #platform(platformId: string): Platform {
    const platform = this.#parts.video.platforms.find(({ id }) => id === platformId);
    if (platform !== undefined) return platform;
    throw platformFailure('platform-unknown', 'no such platform on this side');
  }

  #tellStatus(): void {
    const status = videoStatus(this.#parts.video, this.#parts.check.refused);
    const text = JSON.stringify(status);
    if (text === this.#told) return;
    this.#told = text;
    this.say(status);
  }

  #leave(): void {
    clearInterval(this.#timer);
    this.streams.closeAll();
    for (const giveUp of this.#asks.values()) giveUp.abort();
    this.#parts.turns.edgeGone();
    this.#parts.onGone();
  }
}
