/** One person's look through one camera, live. */
import type { StreamProfile, StreamTicket } from 'grid-data';
import type { Relay } from '#relay/relay.ts';
import { Look, type LookParts } from '#views/look.ts';

export class View extends Look {
  /** The pull of the same camera in another profile. */
  readonly relayAs: (profile: StreamProfile) => Relay;
  #relay: Relay | null = null;

  constructor(
    ticket: StreamTicket,
    { relayAs, ...parts }: LookParts & { relayAs: (profile: StreamProfile) => Relay },
  ) {
    super(ticket, parts);
    this.relayAs = relayAs;
  }

  /** Who asks for it watches it: a look that ends before leaves none behind, for a pull ends with its last viewer. */
  get relay(): Relay {
    this.#relay ??= this.relayAs(this.ticket.profile);
    return this.#relay;
  }
}
