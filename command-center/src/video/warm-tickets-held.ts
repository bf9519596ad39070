/** Tickets asked for ahead of their looks, each for its look alone and once. */
import type { StreamProfile } from 'grid-data';
import type { ViewBasisInput } from '#gis/generated/graphql.ts';
import type { TicketAnswer } from '#video/player/picture-state.ts';

/** Below the 30 s in which a ticket starts anything: its way to the gateway takes time too. */
const heldMs = 25_000;
const held = new Map<string, { answer: TicketAnswer; until: number }>();

const keyOf = (cameraId: string, basis: ViewBasisInput, profile: StreamProfile): string =>
  JSON.stringify([cameraId, basis.dutyPurpose ?? null, basis.incidentId ?? null, profile]);

export function holdWarmTicket(
  [cameraId, basis, profile]: readonly [string, ViewBasisInput, StreamProfile],
  answer: TicketAnswer,
  askedAt: number,
): void {
  held.set(keyOf(cameraId, basis, profile), { answer, until: askedAt + heldMs });
}

/** Null where nothing was asked for ahead, or too long ago. */
export function takeWarmTicket(
  cameraId: string,
  basis: ViewBasisInput,
  profile: StreamProfile,
): TicketAnswer | null {
  const key = keyOf(cameraId, basis, profile);
  const found = held.get(key);
  held.delete(key);
  return found && found.until > Date.now() ? found.answer : null;
}
