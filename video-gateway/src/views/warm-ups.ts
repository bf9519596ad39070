/**
 * Begins the pull of a camera that is going to be shown within half a minute, as a tour does with its next stop. No
 * byte leaves for the page and no look is opened: the ticket stays unspent, and its row opens when it is shown.
 */
import { DomainError, type Clock } from 'grid-data';
import type { GisLink } from '#link/gis-link.ts';
import type { RelayRegistry } from '#relay/relay-registry.ts';
import type { RelayState } from '#relay/relay-state.ts';
import type { Relay } from '#relay/relay.ts';
import type { RunningTickets } from '#tickets/running-tickets.ts';
import type { TicketVerifier } from '#tickets/verify-ticket.ts';

export type WarmUpParts = {
  tickets: Pick<TicketVerifier, 'readAs'>;
  running: RunningTickets;
  link: Pick<GisLink, 'resolveCamera'>;
  relays: RelayRegistry;
  clock: Clock;
};

/** A wall of tiles turns its page at once. */
const mostAtOnce = 128;
/** A camera that has not shown itself by then is told as it is: opening. */
const longestAnswerMs = 13_000;

export class WarmUps {
  readonly #parts: WarmUpParts;
  #held = 0;

  constructor(parts: WarmUpParts) {
    this.#parts = parts;
  }

  get held(): number {
    return this.#held;
  }

  /** Answers what the pull shows: once there are pictures, once there are none to be had, or after thirteen seconds. */
  async warm(ticketText: string, sessionId: string | null): Promise<RelayState> {
    const { tickets, running, link, relays, clock } = this.#parts;
    const ticket = tickets.readAs(sessionId, ticketText);
    if (ticket.recording !== undefined || ticket.turn !== undefined) {
      throw new DomainError('not-allowed', 'the ticket is for another door', {
        reason: 'ticket-for-recordings',
      });
    }
    if (this.#held >= mostAtOnce) {
      throw new DomainError('unavailable', 'too many cameras are warmed up', {
        reason: 'gateway-full',
      });
    }
    const source = await link.resolveCamera(ticket.cameraId);
    const letGo = running.hold(ticketText, ticket);
    const relay = relays.relayOf(ticket.cameraId, ticket.profile, source);
    const heldMs = ticket.startBefore * 1000 - clock.now().getTime();
    return this.#hold(relay, heldMs, letGo);
  }

  /** Held until the ticket can no longer be used; whoever has come to look by then keeps the pull. */
  #hold(relay: Relay, heldMs: number, letGo: () => void): Promise<RelayState> {
    this.#held += 1;
    return new Promise((resolve) => {
      const answer = setTimeout(() => resolve(relay.state), longestAnswerMs);
      let held = true;
      const release = () => {
        if (held) this.#held -= 1;
        held = false;
        letGo();
        leave();
      };
      const leave = relay.subscribe({
        onFragment: () => undefined,
        onState: (state) => {
          if (state.state === 'connecting') return;
          clearTimeout(answer);
          resolve(state);
          // What shows nothing is not tried on nobody's behalf; from outside the relay's own call.
          if (state.state !== 'live') setImmediate(release);
        },
      });
      setTimeout(release, heldMs).unref();
    });
  }
}
