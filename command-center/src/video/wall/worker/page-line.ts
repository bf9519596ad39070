/** The page's one WebSocket to the gateway: opened with the first tile, given up with the last. */
import type { StreamProfile } from 'grid-data';
import { readChannelFrame, type ChannelFrame } from './channel-frame.ts';
import { readLineMessage, type LineMessage } from './line-message.ts';

export type LineEvents = {
  onFrame(frame: ChannelFrame): void;
  onMessage(message: LineMessage): void;
  /** The socket is gone, and every channel with it. */
  onBroken(reason: 'socket-failed' | 'socket-silent'): void;
};

export type PageWords =
  | {
      type: 'open';
      channel: number;
      ticket: string;
      profile: StreamProfile;
      keyOnly: boolean;
      sound: boolean;
    }
  | { type: 'close'; channel: number }
  | { type: 'priority'; channel: number | null }
  | { type: 'profile'; channel: number; profile: StreamProfile }
  | { type: 'key-only'; channel: number; on: boolean }
  | { type: 'sound'; channel: number; on: boolean };

const openWithinMs = 8_000;

export class PageLine {
  readonly #address: string;
  readonly #events: LineEvents;
  #socket: WebSocket | null = null;
  #waiting: PageWords[] = [];
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, events: LineEvents) {
    this.#address = address;
    this.#events = events;
  }

  say(words: PageWords): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(words));
    else if (this.#socket !== null) this.#waiting.push(words);
    // Only a tile that opens is a reason for a connection.
    else if (words.type === 'open') {
      this.#waiting = [words];
      this.#connect();
    }
  }

  close(): void {
    this.#drop();
  }

  #connect(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    this.#deadline = setTimeout(() => this.#break('socket-silent'), openWithinMs);
    socket.addEventListener('open', () => {
      clearTimeout(this.#deadline);
      for (const words of this.#waiting.splice(0)) socket.send(JSON.stringify(words));
    });
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#receive(data);
    });
    socket.addEventListener('close', () => {
      if (socket === this.#socket) this.#break('socket-failed');
    });
  }

  #receive(data: unknown): void {
    if (typeof data === 'string') {
      const message = readLineMessage(data);
      if (message !== null) this.#events.onMessage(message);
    } else if (data instanceof ArrayBuffer) {
      const frame = readChannelFrame(data);
      if (frame !== null) this.#events.onFrame(frame);
    }
  }

  #break(reason: 'socket-failed' | 'socket-silent'): void {
    this.#drop();
    this.#events.onBroken(reason);
  }

  #drop(): void {
    clearTimeout(this.#deadline);
    const socket = this.#socket;
    this.#socket = null;
    this.#waiting = [];
    socket?.close();
  }
}
