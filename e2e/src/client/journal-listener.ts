/** The journal as any subscriber hears it, over graphql-transport-ws. */
import { WebSocket } from 'ws';
import type { SessionClient } from './session-client.ts';

export type HeardRow = { seq: number; kind: string; areaCode: string | null; subjectId: string };

const query = 'subscription { journal { seq kind areaCode subjectId } }';

export class JournalListener {
  readonly rows: HeardRow[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Resolves once the subscription stands: its first heartbeat has come. */
  static async open({ url, cookie }: SessionClient): Promise<JournalListener> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie, origin: url },
    });
    const listener = new JournalListener(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code, reason) =>
        reject(new Error(`closed: ${code} ${String(reason)}`)),
      );
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('message', (data: Buffer) => listener.#take(String(data), resolve));
    });
    return listener;
  }

  #take(message: string, stands: () => void): void {
    const { type, payload } = JSON.parse(message) as {
      type: string;
      payload?: { data?: { journal: HeardRow } };
    };
    if (type === 'connection_ack')
      this.#socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    const row = payload?.data?.journal;
    if (type !== 'next' || row === undefined) return;
    if (row.kind === 'heartbeat') stands();
    else this.rows.push(row);
  }

  hasHeardOf(subjectId: string): boolean {
    return this.rows.some((row) => row.subjectId === subjectId);
  }

  close(): void {
    this.#socket.terminate();
  }
}
