/** Where the video side knocks: a door of its own, on which nothing else is served, and one guest at a time. */
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EdgeExchangeConfig } from '#exchange/exchange-config.ts';
import type { Downward } from '#exchange/downward.ts';
import { ExchangeLine } from '#exchange/exchange-line.ts';
import { newNonce, proofOf, proves } from '#exchange/handshake.ts';
import { maxFrameBytes } from '#exchange/unit-frame.ts';
import { upward, type Upward } from '#exchange/upward.ts';

export type EdgeLine = ExchangeLine<Upward, Downward>;

export type ExchangeDoorParts = {
  config: EdgeExchangeConfig;
  onError: (message: string) => void;
  onLine: (line: EdgeLine) => void;
};

const handshakeMs = 5_000;
/** Guests who have shown nothing yet: the video side needs a moment, who holds a place needs it for ever. */
const maxWaiting = 32;

export class ExchangeDoor {
  readonly #parts: ExchangeDoorParts;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
  });
  /** The oldest first. */
  readonly #waiting = new Set<EdgeLine>();

  constructor(parts: ExchangeDoorParts) {
    this.#parts = parts;
    const { tls } = parts.config;
    const refuse = (_: unknown, answer: { writeHead(n: number): { end(): void } }) =>
      answer.writeHead(404).end();
    this.#server =
      tls === null
        ? createPlainServer(refuse)
        : createTlsServer({ cert: tls.cert, key: tls.key }, refuse);
    this.#server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (request.url !== '/exchange') socket.destroy();
      else this.#sockets.handleUpgrade(request, socket, head, (guest) => this.#ask(guest));
    });
    this.#server.on('error', (error) => parts.onError(`video exchange: ${error.message}`));
  }

  listen(): Promise<void> {
    const { port, bind } = this.#parts.config;
    return new Promise((resolve) => this.#server.listen(port, bind, resolve));
  }

  /** 0 before it listens. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): void {
    for (const guest of this.#sockets.clients) guest.terminate();
    this.#sockets.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #ask(guest: WebSocket): void {
    const { config, onError, onLine } = this.#parts;
    const line: EdgeLine = new ExchangeLine(guest, upward, onError);
    const nonce = newNonce();
    this.#waiting.add(line);
    const [oldest] = this.#waiting;
    // Whoever fills the places loses them first; the video side has shown its key long before its turn comes.
    if (this.#waiting.size > maxWaiting) oldest?.end();
    const settle = () => {
      this.#waiting.delete(line);
      clearTimeout(timer);
    };
    const timer = setTimeout(() => line.end(), handshakeMs);
    const refuse = () => {
      throw new RangeError('a guest does not show that it has the key');
    };
    line.handle({
      onWord: (word) => {
        if (word.type !== 'answer') return refuse();
        const nonces = { edge: nonce, video: word.nonce };
        if (!proves(word.proof, 'video', config.key, nonces)) return refuse();
        settle();
        line.say({ type: 'welcome', proof: proofOf('edge', config.key, nonces) });
        onLine(line);
      },
      onFrame: refuse,
      onClose: settle,
    });
    line.say({ type: 'challenge', nonce });
  }
}
