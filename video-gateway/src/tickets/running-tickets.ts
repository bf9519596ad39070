/** The tickets of looks that run or are about to: what a command to the video side rests on. */
import type { Clock, StreamTicket } from 'grid-data';
import { overAtSeconds } from '#tickets/verify-ticket.ts';

type Held = { text: string; ticket: StreamTicket };
type Listener = (cameraId: string, text: string) => void;

export class RunningTickets {
  readonly #clock: Clock;
  readonly #held = new Set<Held>();
  #onHeld: Listener = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Told of each ticket: a pull that runs may go on as long as the newest allows. */
  onHeld(act: Listener): void {
    this.#onHeld = act;
  }

  /** Answers the way to let it go. */
  hold(text: string, ticket: StreamTicket): () => void {
    const held = { text, ticket };
    this.#held.add(held);
    this.#onHeld(ticket.cameraId, text);
    return () => this.#held.delete(held);
  }

  /** The one that allows most, of those that still allow anything. */
  forCamera(cameraId: string): string | null {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    let best: Held | null = null;
    for (const held of this.#held) {
      if (held.ticket.cameraId !== cameraId || overAtSeconds(held.ticket) < now) continue;
      if (best === null || overAtSeconds(held.ticket) > overAtSeconds(best.ticket)) best = held;
    }
    return best?.text ?? null;
  }
}
