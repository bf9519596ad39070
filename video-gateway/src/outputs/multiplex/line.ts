/** The one socket that all channels of a page share. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { ReaderWatch } from '#outputs/door/reader-watch.ts';
import { frameHead, type ChannelHeader } from '#outputs/multiplex/channel-frame.ts';
import { LineLoad, type Load } from '#outputs/multiplex/line-load.ts';

/** After a revocation nothing may linger: a line that does not take the word in this time is cut. */
const lastWordMs = 500;

export class Line {
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #reader: ReaderWatch;
  readonly #load = new LineLoad();
  #focus: number | null = null;

  constructor(webSocket: WebSocket, { socket, reader }: { socket: Duplex; reader: ReaderWatch }) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#reader = reader;
  }

  focusOn(channel: number | null): void {
    this.#focus = channel;
  }

  isInFocus(channel: number): boolean {
    return channel === this.#focus;
  }

  offer(bytes: number, nowMs: number): void {
    this.#load.offer(bytes, nowMs);
  }

  load(nowMs: number): Load {
    return this.#load.measure(this.#reader.waitingBytes(nowMs), nowMs);
  }

  /** `joining`: part of what a tile is given at its begin, which may take its time. */
  write(header: ChannelHeader, payload: readonly Buffer[], joining: boolean): void {
    if (!this.#isOpen()) return;
    const payloadBytes = payload.reduce((sum, { length }) => sum + length, 0);
    const head = frameHead(header, payloadBytes);
    this.#socket.cork();
    this.#socket.write(head);
    for (const piece of payload) this.#socket.write(piece);
    this.#socket.uncork();
    this.#load.handed(head.length + payloadBytes, joining);
    this.#reader.wrote(performance.now());
  }

  together(act: () => void): void {
    this.#socket.cork();
    act();
    this.#socket.uncork();
  }

  tell(message: object): void {
    if (this.#isOpen()) this.#webSocket.send(JSON.stringify(message));
  }

  /** Must leave with all that lies before it, or the whole line is cut. */
  tellLast(message: object): void {
    if (!this.#isOpen()) return;
    const timer = setTimeout(() => this.#webSocket.terminate(), lastWordMs);
    this.#webSocket.send(JSON.stringify(message), () => clearTimeout(timer));
  }

  #isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN;
  }
}
