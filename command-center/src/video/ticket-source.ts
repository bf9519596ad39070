/** Who gives this page its tickets, where it is not a person who may ask for them: the device of a screen has its own way. */
import type { StreamProfile } from 'grid-data';
import type { ViewBasisInput } from '#gis/generated/graphql.ts';
import type { TicketAnswer } from '#video/player/picture-state.ts';

export type TicketSource = (
  cameraId: string,
  basis: ViewBasisInput,
  profile: StreamProfile,
) => Promise<TicketAnswer>;

let source: TicketSource | null = null;

export function setTicketSource(next: TicketSource | null): void {
  source = next;
}

export function ticketSource(): TicketSource | null {
  return source;
}
