/** A viewer of recordings: says play and pause, and remembers what it got since its last word. */
import { WebSocket } from 'ws';
import { proxied } from '#testing/fake-gis-server.ts';

export type PlaybackMessage = {
  type: 'opened' | 'config' | 'sound' | 'playing' | 'paused' | 'gap' | 'failed' | 'closed';
  generation?: number;
  reason?: string;
  atMs?: number;
  nextMs?: number | null;
  recordings?: { fromMs: number; toMs: number }[];
  speeds?: number[];
  sound?: boolean;
  mime?: string;
};

const ticksPerMs = 90;

export class PlaybackClient {
  readonly socket: WebSocket;
  readonly messages: PlaybackMessage[] = [];
  /** Milliseconds into the window at which each picture of this generation stands. */
  times: number[] = [];
  bytes: Buffer[] = [];
  /** What was heard since it last began to listen. */
  sounds: Buffer[] = [];
  #generation = 0;
  #watchers: (() => void)[] = [];

  constructor(port: number, ticket: string) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/playback`, { headers: proxied() });
    this.socket.on('open', () => this.socket.send(JSON.stringify({ ticket })));
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.#take(data);
      else this.messages.push(JSON.parse(String(data)) as PlaybackMessage);
      for (const wake of this.#watchers.splice(0)) wake();
    });
  }

  play(atMs: number, speed = 1): void {
    this.#begin();
    this.#say({ type: 'play', generation: this.#generation, atMs, speed });
  }

  pause(): void {
    this.#begin();
    this.#say({ type: 'pause', generation: this.#generation });
  }

  listen(on: boolean): void {
    this.sounds = [];
    this.#say({ type: 'listen', on });
  }

  /** The newest message of this kind about the last word said. */
  said(type: PlaybackMessage['type']): PlaybackMessage | undefined {
    return this.messages.findLast(
      (message) =>
        message.type === type &&
        (message.generation === undefined || message.generation === this.#generation),
    );
  }

  async until(condition: (client: this) => boolean): Promise<this> {
    while (!condition(this)) await new Promise<void>((resolve) => this.#watchers.push(resolve));
    return this;
  }

  #begin(): void {
    this.#generation += 1;
    this.times = [];
  }

  #say(word: object): void {
    this.socket.send(JSON.stringify(word));
  }

  #take(frame: Buffer): void {
    const data = frame.subarray(1);
    if (frame[0] === 1) return void this.sounds.push(data);
    this.bytes.push(data);
    const at = data.indexOf('tfdt');
    // What comes before the gateway has heard the last word belongs to the one before.
    if (at < 0 || this.said('playing') === undefined) return;
    this.times.push(Number(data.readBigUInt64BE(at + 8)) / ticksPerMs);
  }
}
