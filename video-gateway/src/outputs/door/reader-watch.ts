/**
 * What a viewer has not read yet waits somewhere, be it in a proxy that takes all at once: a ping among the pictures
 * comes back only once everything before it was read.
 */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** `position`: what had been written before it. */
type Mark = { word: Buffer; position: number; askedAtMs: number };

const markEveryMs = 1_000;
/** Slower lines are there, and whoever is later is behind. */
const lateAfterMs = 1_000;
const goneAfterMs = 15_000;

export class ReaderWatch {
  readonly #webSocket: WebSocket;
  readonly #socket: Socket;
  readonly #timer: NodeJS.Timeout;
  #asked: Mark | null = null;
  #markedAtMs = Number.NEGATIVE_INFINITY;
  #read = 0;

  /** `socket` lies under `webSocket`. */
  constructor(webSocket: WebSocket, socket: Socket) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#timer = setInterval(() => this.#lookAfter(), goneAfterMs);
    webSocket.on('pong', (word) => this.#hear(word));
    webSocket.once('close', () => clearInterval(this.#timer));
  }

  /** Bytes that wait: in our socket, and of a reader who is late all that it has not read. */
  waitingBytes(nowMs: number): number {
    const isLate = this.#asked !== null && nowMs - this.#asked.askedAtMs > lateAfterMs;
    return isLate ? this.#socket.bytesWritten - this.#read : this.#socket.writableLength;
  }

  /** Said after each write; one mark a second is enough. */
  wrote(nowMs: number): void {
    if (this.#asked === null && nowMs - this.#markedAtMs >= markEveryMs) this.#mark(nowMs);
  }

  #mark(nowMs: number): void {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    this.#markedAtMs = nowMs;
    // Not to be guessed: a reader who answers before it has read would be taken for a quick one.
    const word = randomBytes(8);
    this.#asked = { word, position: this.#socket.bytesWritten, askedAtMs: nowMs };
    this.#webSocket.ping(word);
  }

  #hear(word: Buffer): void {
    if (this.#asked?.word.equals(word) !== true) return;
    this.#read = this.#asked.position;
    this.#asked = null;
  }

  /** Ends a connection whose other end has gone without a word. */
  #lookAfter(): void {
    const nowMs = performance.now();
    if (this.#asked === null) this.#mark(nowMs);
    else if (nowMs - this.#asked.askedAtMs > goneAfterMs / 2) this.#webSocket.terminate();
  }
}
