/** A viewer: plays over the WebSocket and remembers what it got. */
import { WebSocket } from 'ws';
import { proxied } from '#testing/fake-gis-server.ts';

export type PlayMessage = {
  type: 'opened' | 'state' | 'config' | 'closed';
  state?: string;
  reason?: string | null;
  retryInMs?: number | null;
  mime?: string;
  epoch?: number;
  viewId?: string;
};

export class PlayClient {
  readonly socket: WebSocket;
  readonly messages: PlayMessage[] = [];
  readonly binary: Buffer[] = [];
  /** When each of them came, by performance.now(). */
  readonly arrivals: number[] = [];
  closeCode: number | null = null;
  #watchers: (() => void)[] = [];

  constructor(
    port: number,
    firstMessage: string | Buffer | null,
    { path = '/play', from = '127.0.0.1', sessionId = 'session-1' } = {},
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      localAddress: from,
      headers: proxied(sessionId),
    });
    this.socket.on('open', () => {
      if (firstMessage !== null) this.socket.send(firstMessage);
    });
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        this.binary.push(data);
        this.arrivals.push(performance.now());
      } else this.messages.push(JSON.parse(String(data)) as PlayMessage);
      this.#wake();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  static withTicket(port: number, ticket: string): PlayClient {
    return new PlayClient(port, JSON.stringify({ ticket }));
  }

  async until(condition: (client: this) => boolean): Promise<this> {
    while (!condition(this)) await new Promise<void>((resolve) => this.#watchers.push(resolve));
    return this;
  }

  said(type: PlayMessage['type'], state?: string): PlayMessage | undefined {
    return this.messages.findLast(
      (message) => message.type === type && (state === undefined || message.state === state),
    );
  }

  #wake(): void {
    for (const wake of this.#watchers.splice(0)) wake();
  }
}
