/** An edge as a test tells it to be, before a real pull side: knows the key or not, and keeps all that comes up. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Downward } from '#exchange/downward.ts';
import { newNonce, proofOf } from '#exchange/handshake.ts';
import { upward, type Upward } from '#exchange/upward.ts';

type Said<T extends Upward['type']> = Extract<Upward, { type: T }>;

export class ScriptedEdge {
  readonly words: Upward[] = [];
  readonly frames: Buffer[] = [];
  /** Every byte that came up, as text where it is text. */
  readonly raw: string[] = [];
  /** Connections ever taken. */
  taken = 0;
  readonly #server: WebSocketServer;
  readonly #key: string;
  #socket: WebSocket | null = null;
  #watchers: (() => void)[] = [];

  constructor(key: string) {
    this.#key = key;
    this.#server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    this.#server.on('connection', (socket) => this.#serve(socket));
  }

  async listen(): Promise<this> {
    if (this.#server.address() === null) await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/exchange`;
  }

  get isUp(): boolean {
    return this.#socket?.readyState === 1;
  }

  say(word: Downward): void {
    this.sayRaw(JSON.stringify(word));
  }

  sayRaw(data: string | Buffer): void {
    this.#socket?.send(data);
  }

  hangUp(): void {
    this.#socket?.terminate();
  }

  /** The first word, past or to come, that fits. */
  async heard<T extends Upward['type']>(
    type: T,
    fits: (word: Said<T>) => boolean = () => true,
  ): Promise<Said<T>> {
    for (;;) {
      const found = this.words.find(
        (word): word is Said<T> => word.type === type && fits(word as Said<T>),
      );
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: WebSocket): void {
    this.taken += 1;
    this.#socket = socket;
    const nonce = newNonce();
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        this.frames.push(data);
        this.raw.push(data.toString('latin1'));
      } else this.#take(socket, nonce, data.toString());
      for (const wake of this.#watchers.splice(0)) wake();
    });
    const challenge: Downward = { type: 'challenge', nonce };
    socket.send(JSON.stringify(challenge));
  }

  #take(socket: WebSocket, nonce: string, text: string): void {
    this.raw.push(text);
    const word = upward.parse(JSON.parse(text));
    this.words.push(word);
    if (word.type !== 'answer') return;
    const proof = proofOf('edge', this.#key, { edge: nonce, video: word.nonce });
    const welcome: Downward = { type: 'welcome', proof };
    socket.send(JSON.stringify(welcome));
  }
}
