/** A page with many tiles: plays over /play-many and remembers what each channel got. */
import { WebSocket } from 'ws';
import { proxied } from '#testing/fake-gis-server.ts';

export type ManyMessage = {
  type: string;
  channel: number | null;
  reason?: string | null;
  state?: string;
  viewId?: string;
  profile?: string;
  keyOnly?: boolean;
};
export type ManyFrame = { channel: number; flags: number; milliseconds: number; payload: Buffer };

export class ManyClient {
  readonly socket: WebSocket;
  readonly messages: ManyMessage[] = [];
  readonly frames: ManyFrame[] = [];
  closeCode: number | null = null;
  #watchers: (() => void)[] = [];

  constructor(port: number) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/play-many`, { headers: proxied() });
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.frames.push(readFrame(data));
      else this.messages.push(JSON.parse(String(data)) as ManyMessage);
      this.#wake();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  static async connected(port: number): Promise<ManyClient> {
    const client = new ManyClient(port);
    await new Promise((resolve) => client.socket.once('open', resolve));
    return client;
  }

  say(message: object): this {
    this.socket.send(JSON.stringify(message));
    return this;
  }

  of(channel: number): ManyFrame[] {
    return this.frames.filter((frame) => frame.channel === channel);
  }

  said(type: string, channel: number | null): ManyMessage | undefined {
    return this.messages.findLast((told) => told.type === type && told.channel === channel);
  }

  async until(condition: (client: this) => boolean): Promise<this> {
    while (!condition(this)) await new Promise<void>((resolve) => this.#watchers.push(resolve));
    return this;
  }

  #wake(): void {
    for (const wake of this.#watchers.splice(0)) wake();
  }
}

const readFrame = (data: Buffer): ManyFrame => ({
  channel: data.readUInt16BE(0),
  flags: data[2]!,
  milliseconds: data.readUInt32BE(4),
  payload: data.subarray(8),
});
