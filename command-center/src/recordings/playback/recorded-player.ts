/** One camera's recordings in one video element: says to the gateway what is wanted, and holds to the clock it is given. */
import { correctionFor } from './drift.ts';
import { readPlaybackMessage, type PlaybackMessage, type Stretch } from './playback-message.ts';
import { RecordedBuffer } from './recorded-buffer.ts';

export type TileState =
  | { state: 'opening' }
  /** Pictures come, or came until the page was paused. */
  | { state: 'pulled' }
  | { state: 'gap'; nextMs: number | null }
  | { state: 'failed'; reason: string }
  | { state: 'closed'; reason: string };

export type PlayerWiring = {
  windowFromMs: number;
  /** The ticket that opens the recordings. */
  ticket: string;
  changed(): void;
};

/** So much must be there before the clock runs, in real time. */
const leadSeconds = 0.3;

export class RecordedPlayer {
  recordings: readonly Stretch[] = [];
  speeds: readonly number[] = [];
  state: TileState = { state: 'opening' };
  /** How far this tile is from the clock, milliseconds of recorded time; null where it shows nothing. */
  driftMs: number | null = null;
  readonly #video: HTMLVideoElement;
  readonly #wiring: PlayerWiring;
  readonly #buffer: RecordedBuffer;
  readonly #socket: WebSocket;
  #generation = 0;
  /** The generation that the gateway speaks of now: bytes of an older one are dropped. */
  #heard = 0;
  #speed = 1;

  constructor(video: HTMLVideoElement, wiring: PlayerWiring) {
    this.#video = video;
    this.#wiring = wiring;
    this.#buffer = new RecordedBuffer(video, (reason) => this.#become({ state: 'failed', reason }));
    const { protocol, host } = location;
    this.#socket = new WebSocket(`${protocol.replace('http', 'ws')}//${host}/video/playback`);
    this.#socket.binaryType = 'arraybuffer';
    const { ticket } = wiring;
    this.#socket.addEventListener('open', () => this.#socket.send(JSON.stringify({ ticket })));
    this.#socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data !== 'string') this.#take(new Uint8Array(data));
      else this.#hear(readPlaybackMessage(data));
    });
    this.#socket.addEventListener('close', () => this.#close('register-unavailable'));
  }

  get isOpen(): boolean {
    return this.state.state !== 'opening' && this.state.state !== 'closed';
  }

  /** Asks for the recording from a moment on; what was buffered is of no use any more. */
  play(atMs: number, speed: number): void {
    if (!this.isOpen) return;
    this.#generation += 1;
    this.#speed = speed;
    this.#buffer.clear();
    this.#video.currentTime = this.#secondsAt(atMs);
    this.state = { state: 'pulled' };
    this.#say({ type: 'play', generation: this.#generation, atMs: Math.round(atMs), speed });
  }

  /** Lets the gateway rest; the picture stands. */
  rest(): void {
    this.#video.pause();
    if (this.state.state !== 'pulled') return;
    this.#generation += 1;
    this.#say({ type: 'pause', generation: this.#generation });
  }

  /** Whether the picture of a moment is there, with enough behind it to go on; a tile without one waits for nothing. */
  isReady(atMs: number): boolean {
    if (this.state.state !== 'pulled') return this.state.state !== 'opening';
    const at = this.#secondsAt(atMs);
    const until = this.#buffer.bufferedUntil(at);
    return until !== null && until - at >= leadSeconds * Math.min(1, this.#speed);
  }

  has(atMs: number): boolean {
    return this.#buffer.bufferedUntil(this.#secondsAt(atMs)) !== null;
  }

  /** Called several times a second: brings the picture to the clock. */
  follow(atMs: number, speed: number, runs: boolean): void {
    this.driftMs = null;
    // What was sent before a gap or a fault is shown to its end.
    if (!this.isOpen) return;
    const at = this.#secondsAt(atMs);
    this.#buffer.trim(at);
    if (this.#buffer.bufferedUntil(at) === null) return this.#video.pause();
    const driftMs = (this.#video.currentTime - at) * 1000;
    const { rate, jump } = correctionFor(driftMs, speed);
    if (jump) this.#video.currentTime = at;
    this.driftMs = jump ? null : driftMs;
    if (this.#video.playbackRate !== rate) this.#video.playbackRate = rate;
    if (!runs) this.#video.pause();
    // A browser may refuse a play() that a pause() overtakes; the next call says it again.
    else if (this.#video.paused) this.#video.play().catch(() => undefined);
  }

  stop(): void {
    this.#socket.close();
    this.#video.pause();
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  #hear(message: PlaybackMessage | null): void {
    if (message === null) return;
    switch (message.type) {
      case 'opened':
        this.recordings = message.recordings;
        this.speeds = message.speeds;
        return this.#become({ state: 'pulled' });
      case 'config':
        if (this.#heard === this.#generation) this.#buffer.begin(message.mime);
        return;
      case 'playing':
      case 'paused':
        this.#heard = message.generation;
        return;
      case 'gap':
        this.#heard = message.generation;
        if (message.generation !== this.#generation) return;
        return this.#become({ state: 'gap', nextMs: message.nextMs });
      case 'failed':
        if (message.generation !== this.#generation) return;
        return this.#become({ state: 'failed', reason: message.reason });
      case 'closed':
        return this.#close(message.reason);
    }
  }

  #take(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#heard === this.#generation) this.#buffer.append(bytes);
  }

  #say(word: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(word));
  }

  #close(reason: string): void {
    if (this.state.state === 'closed') return;
    // What was shown on a right that has ended must not stand on the screen.
    this.#buffer.clear();
    this.#become({ state: 'closed', reason });
  }

  #become(state: TileState): void {
    this.state = state;
    this.#wiring.changed();
  }

  #secondsAt(atMs: number): number {
    return Math.max(0, (atMs - this.#wiring.windowFromMs) / 1000);
  }
}
