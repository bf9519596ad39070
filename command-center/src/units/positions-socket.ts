/** The live channel of positions: asks for what is in view, comes back after a break. */
import type { PositionsFrame } from './positions.ts';
import type { Bounds } from '#map/engine.ts';

const firstWaitMs = 1000;
const longestWaitMs = 15_000;

export class PositionsSocket {
  #onFrame: (frame: PositionsFrame) => void;
  #socket: WebSocket | null = null;
  #bounds: Bounds | null = null;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(onFrame: (frame: PositionsFrame) => void) {
    this.#onFrame = onFrame;
    this.#open();
  }

  look(bounds: Bounds): void {
    this.#bounds = bounds;
    this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
  }

  #open(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/live/positions`);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#ask());
    socket.addEventListener('message', ({ data }) => {
      this.#attempt = 0;
      if (typeof data === 'string') this.#onFrame(JSON.parse(data) as PositionsFrame);
    });
    socket.addEventListener('close', () => this.#comeBack());
  }

  #ask(): void {
    if (!this.#bounds || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ bbox: this.#bounds }));
  }

  #comeBack(): void {
    if (this.#stopped) return;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#attempt);
    this.#attempt += 1;
    this.#retry = setTimeout(() => this.#open(), wait);
  }
}
