/** A running picture without a browser: the ticket, the WebSocket, what it says and how much of it comes. */
import { WebSocket } from 'ws';
import type { SessionClient } from './session-client.ts';

export type Ticket = { viewId: string; ticket: string };
export type Told = { type: string; state?: string; reason?: string | null; viewId?: string };

export async function ticketFor(
  client: SessionClient,
  cameraId: string,
  dutyPurpose: string,
): Promise<Ticket> {
  const answer = await client.get<{ openCameraView: Ticket }>(
    'mutation ($id: ID!, $purpose: String!) { openCameraView(cameraId: $id, basis: { dutyPurpose: $purpose }) { viewId ticket } }',
    { id: cameraId, purpose: dutyPurpose },
  );
  return answer.openCameraView;
}

export class Picture {
  readonly told: Told[] = [];
  fragments = 0;
  closeCode: number | null = null;
  closeReason = '';
  readonly #socket: WebSocket;

  /** `firstMessage` is what is said first, nothing where it is undefined; `cookie` of whom the ticket was made for. */
  constructor(url: string, firstMessage?: string | Buffer, cookie = '') {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/video/play`, {
      perMessageDeflate: false,
      headers: { cookie },
    });
    this.#socket.on('open', () => {
      if (firstMessage !== undefined) this.#socket.send(firstMessage);
    });
    this.#socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.fragments += 1;
      else this.told.push(JSON.parse(String(data)) as Told);
    });
    this.#socket.on('error', () => undefined); // the close that follows tells what is asked about here
    this.#socket.on('close', (code, reason) => {
      this.closeCode = code;
      this.closeReason = String(reason);
    });
  }

  static withTicket({ url, cookie }: SessionClient, ticket: string): Picture {
    return new Picture(url, JSON.stringify({ ticket }), cookie);
  }

  /** The latest state and its reason, such as "stalled no-frames". */
  get state(): string {
    const last = this.told.findLast(({ type }) => type === 'state');
    return last === undefined ? '' : `${last.state}${last.reason ? ` ${last.reason}` : ''}`;
  }

  /** Whether it ever said so: what a camera that does not answer says passes on to the next attempt's words. */
  said(state: string, reason: string): boolean {
    return this.told.some((one) => one.state === state && one.reason === reason);
  }

  close(): void {
    this.#socket.terminate();
  }
}
