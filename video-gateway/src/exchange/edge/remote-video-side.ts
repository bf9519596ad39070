/** The video side as another process on another network: it dials in, and everything is asked over that one line. */
import type { EdgeExchangeConfig } from '#exchange/exchange-config.ts';
import { ExchangeDoor, type EdgeLine } from '#exchange/edge/exchange-door.ts';
import { linkDown, saidByVideoSide } from '#exchange/edge/link-failure.ts';
import { PendingAsks } from '#exchange/edge/pending-asks.ts';
import { RemotePlatforms } from '#exchange/edge/remote-platforms.ts';
import { RemoteStreams } from '#exchange/edge/remote-streams.ts';
import { RemoteTurns } from '#exchange/edge/remote-turns.ts';
import type { Upward } from '#exchange/upward.ts';
import type { Revealed } from '#relay/relay.ts';
import type { CameraChecks } from '#sweep/camera-checks.ts';
import type { RunningTickets } from '#tickets/running-tickets.ts';
import type {
  ExchangeFigures,
  IngestState,
  LiveAsk,
  PtzRegister,
  VideoSide,
  VideoSideEvents,
} from '#video-side/video-side.ts';
import type { RecordedAsk, RecordedHandlers } from '#video-side/open-recorded.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type RemoteVideoSideParts = {
  config: EdgeExchangeConfig;
  running: RunningTickets;
  onError: (message: string) => void;
};

export class RemoteVideoSide implements VideoSide {
  readonly #door: ExchangeDoor;
  readonly #certificateEndsAtMs: number | null;
  readonly #asks = new PendingAsks();
  readonly #streams = new RemoteStreams();
  readonly #platforms: RemotePlatforms;
  #turns: RemoteTurns | null = null;
  #events: VideoSideEvents | null = null;
  /** Once the video side has said hello on it. */
  #line: EdgeLine | null = null;
  #isNew = false;
  #ingest: IngestState = { state: 'off', pid: null };
  #receivedBytes = 0;
  #breaks = 0;
  #refused = 0;

  constructor({ config, running, onError }: RemoteVideoSideParts) {
    this.#certificateEndsAtMs = config.tls?.endsAtMs ?? null;
    this.#door = new ExchangeDoor({ config, onError, onLine: (line) => this.#welcome(line) });
    this.#platforms = new RemotePlatforms({ asks: this.#asks, line: () => this.#line });
    running.onHeld((cameraId, ticket) => this.#streams.renew(cameraId, ticket));
  }

  get platforms() {
    return this.#platforms.list;
  }

  get ingest(): IngestState {
    return this.#ingest;
  }

  get exchange(): ExchangeFigures {
    return {
      isUp: this.#line !== null,
      streams: this.#streams.count,
      receivedBytes: this.#receivedBytes + (this.#line?.receivedBytes ?? 0),
      leftOut: this.#streams.leftOut,
      refused: this.#refused,
      breaks: this.#breaks,
      certificateEndsAtMs: this.#certificateEndsAtMs,
    };
  }

  /** Where the video side is to dial. */
  get port(): number {
    return this.#door.port;
  }

  async openLive(
    { cameraId, profile, source, ticket }: LiveAsk,
    handlers: SourceHandlers,
  ): Promise<Source> {
    if (this.#line === null) throw linkDown();
    // The last look has just ended: nothing is pulled on nobody's behalf.
    if (ticket === null) throw saidByVideoSide('video-side-refuses');
    const opening = { type: 'open-live', cameraId, profile, source, ticket } as const;
    return this.#streams.open(opening, handlers);
  }

  openRecorded(asked: RecordedAsk, handlers: RecordedHandlers): Promise<Source> {
    const { camera, stretch, fromMs, speed, copies } = asked;
    const { fromMs: begins, toMs } = stretch;
    // Whether sound comes with it is read from the ticket there, not taken from us.
    const span = { fromMs: begins, toMs };
    return this.#streams.open(
      { type: 'open-recorded', ...camera, stretch: span, fromMs, speed, ...(copies && { copies }) },
      handlers,
    );
  }

  lines() {
    return this.#platforms.lines();
  }

  checks(): CameraChecks {
    return {
      check: async ({ cameraId, source }, giveUp) => {
        const ask = { type: 'check-camera', cameraId, source } as const;
        const answer = await this.#asks.ask(this.#line, ask, giveUp);
        if (answer.type !== 'checked') throw new RangeError('an answer to something else');
        return answer.found && revealed(answer.found);
      },
    };
  }

  turns(register: PtzRegister): RemoteTurns {
    this.#turns = new RemoteTurns({
      ...register,
      platforms: this.platforms,
      isUp: () => this.#line !== null,
      say: (word) => this.#line?.say(word),
    });
    return this.#turns;
  }

  start(events: VideoSideEvents): void {
    this.#events = events;
    void this.#door.listen();
  }

  async stop(): Promise<void> {
    this.#door.close();
  }

  /** The newest guest that shows the key is the video side: the one before may be half dead. */
  #welcome(line: EdgeLine): void {
    line.handle({
      onWord: (word) => this.#take(line, word),
      onFrame: (frame) => {
        if (line === this.#line) this.#streams.takeFrame(frame);
      },
      onClose: () => this.#lose(line),
    });
  }

  #take(line: EdgeLine, word: Upward): void {
    if (word.type === 'hello') return this.#begin(line, word);
    if (line !== this.#line) return;
    if ('stream' in word) return this.#streams.take(word);
    switch (word.type) {
      case 'status':
        this.#platforms.takeStatus(word.platforms);
        this.#ingest = { state: word.ingest, pid: null };
        this.#refused = word.refused;
        return this.#tellState();
      case 'turned':
        return this.#turns?.told(word.report);
      case 'depth':
        return this.#events?.onDepth(word.depth);
      case 'answer':
        throw new RangeError('a proof that nobody asked for');
      default:
        return this.#asks.answer(word);
    }
  }

  #begin(line: EdgeLine, { platforms }: Extract<Upward, { type: 'hello' }>): void {
    const before = this.#line;
    if (before !== null) {
      this.#lose(before);
      before.end();
    }
    this.#line = line;
    this.#streams.useLine(line);
    this.#platforms.take(platforms);
    this.#isNew = true;
  }

  /** What it has is worth telling once it has said how that does. */
  #tellState(): void {
    if (this.#isNew) this.#events?.onUp();
    else this.#events?.onState();
    this.#isNew = false;
  }

  #lose(line: EdgeLine): void {
    if (line !== this.#line) return;
    this.#line = null;
    this.#breaks += 1;
    this.#receivedBytes += line.receivedBytes;
    this.#ingest = { state: 'off', pid: null };
    this.#asks.dropAll();
    this.#streams.dropAll();
    this.#events?.onState();
  }
}

type Found = NonNullable<Extract<Upward, { type: 'checked' }>['found']>;

function revealed({ remark, failure }: Found): Revealed {
  return failure === null
    ? { phase: 'live', remark, judged: true, failure: null }
    : { phase: 'failed', remark: null, failure: saidByVideoSide(failure) };
}
