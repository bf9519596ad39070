/** One person's look, live or recorded, from the granted ticket to its end: counted, timed and ended once. */
import type { Clock, StreamTicket, ViewTransport } from 'grid-data';

export type ViewEnd = {
  viewId: string;
  at: string;
  firstFrameAt: string | null;
  reason: string;
  bytes: number;
  frames: number;
};

export type LookParts = {
  transport: ViewTransport;
  clock: Clock;
  onEnd: (end: ViewEnd) => void;
};

export class Look {
  readonly ticket: StreamTicket;
  readonly transport: ViewTransport;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  readonly #onEnd: (end: ViewEnd) => void;
  #onClose: (reason: string) => void = () => undefined;
  #firstFrameAt: string | null = null;
  #bytes = 0;
  #frames = 0;
  #closed = false;

  constructor(ticket: StreamTicket, parts: LookParts) {
    this.ticket = ticket;
    this.transport = parts.transport;
    this.#clock = parts.clock;
    this.#onEnd = parts.onEnd;
    this.#timer = setTimeout(() => this.close('view-time-over'), ticket.maxViewSeconds * 1000);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** The output says how it lets go of its viewer. */
  onClose(act: (reason: string) => void): void {
    this.#onClose = act;
  }

  /** Counts what was handed to the viewer. */
  served(bytes: number, frames: number): void {
    this.#bytes += bytes;
    this.#frames += frames;
    if (frames > 0) this.#firstFrameAt ??= this.#clock.now().toISOString();
  }

  close(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#onClose(reason);
    this.#onEnd({
      viewId: this.ticket.viewId,
      at: this.#clock.now().toISOString(),
      firstFrameAt: this.#firstFrameAt,
      reason,
      bytes: this.#bytes,
      frames: this.#frames,
    });
  }
}
