/** One camera's recordings in one video element: says to the gateway what is wanted, and holds to the clock it is given. */
import { correctionFor } from './drift.ts';
import { readPlaybackMessage, type PlaybackMessage, type Stretch } from './playback-message.ts';
import { RecordedBuffer } from './recorded-buffer.ts';
import { RecordedSound } from './recorded-sound.ts';

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

/** `waiting`: nothing has come yet, or was never recorded; sound is recorded for single speed alone. */
export type SoundState = 'off' | 'waiting' | 'heard' | 'other-speed' | 'unplayable';

/** First byte of a binary frame that holds sound. */
const soundTrack = 1;

/** So much must be there before the clock runs, in real time. */
const leadSeconds = 0.3;

export class RecordedPlayer {
  recordings: readonly Stretch[] = [];
  speeds: readonly number[] = [];
  /** Whether the request grants it. */
  mayBeHeard = false;
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
  /** Null while nobody listens. */
  #sound: RecordedSound | null = null;

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
      if (typeof data !== 'string') this.#take(new Uint8Array(data, 1), new Uint8Array(data)[0]);
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
    this.#sound?.clear();
    this.#video.currentTime = this.#secondsAt(atMs);
    this.state = { state: 'pulled' };
    this.#say({ type: 'play', generation: this.#generation, atMs: Math.round(atMs), speed });
  }

  /** Sound is a choice: what nobody listens to is not sent. */
  listen(on: boolean): void {
    if (on === (this.#sound !== null) || (on && !this.mayBeHeard)) return;
    this.#sound?.stop();
    this.#sound = on ? new RecordedSound() : null;
    this.#say({ type: 'listen', on });
  }

  hearing(atMs: number): SoundState {
    if (this.#sound === null) return 'off';
    if (this.#sound.failure !== null) return 'unplayable';
    if (this.#speed !== 1) return 'other-speed';
    return this.#sound.has(this.#secondsAt(atMs)) ? 'heard' : 'waiting';
  }

  /** Lets the gateway rest; the picture stands. */
  rest(): void {
    this.#video.pause();
    this.#sound?.follow(0, false);
    if (this.state.state !== 'pulled') return;
    this.#generation += 1;
    this.#say({ type: 'pause', generation: this.#generation });
  }

  /** Whether the picture of a moment is there, with enough behind it to go on; a tile without one waits for nothing. */
  isReady(atMs: number): boolean {
    if (this.state.state !== 'pulled') return this.state.state !== 'opening';
    const at = this.#secondsAt(atMs);
    const until = this.#buffer.bufferedUntil(at);
    return until !== null && until - at >= leadSeconds * this.#speed;
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
    this.#sound?.follow(at, runs && speed === 1);
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
    this.#sound?.stop();
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
        this.mayBeHeard = message.sound;
        return this.#become({ state: 'pulled' });
      case 'config':
        if (this.#heard === this.#generation) this.#buffer.begin(message.mime);
        return;
      case 'sound':
        if (this.#heard === this.#generation) this.#sound?.begin(message.mime);
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

  #take(bytes: Uint8Array<ArrayBuffer>, track: number | undefined): void {
    if (this.#heard !== this.#generation) return;
    if (track === soundTrack) this.#sound?.append(bytes);
    else this.#buffer.append(bytes);
  }

  #say(word: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(word));
  }

  #close(reason: string): void {
    if (this.state.state === 'closed') return;
    // What was shown on a right that has ended must not stand on the screen.
    this.#buffer.clear();
    this.#sound?.stop();
    this.#sound = null;
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
