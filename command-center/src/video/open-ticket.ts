/** Asks gis-server for the permission to start one picture once. */
import type { StreamProfile } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { OpenCameraViewDocument, type ViewBasisInput } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { ticketSource } from '#video/ticket-source.ts';
import { takeWarmTicket } from '#video/warm-tickets-held.ts';
import type { TicketAnswer } from '#video/player/picture-state.ts';

/** What was asked for ahead is used up first. */
export function openTicket(
  cameraId: string,
  basis: ViewBasisInput,
  profile: StreamProfile,
): Promise<TicketAnswer> {
  const warm = takeWarmTicket(cameraId, basis, profile);
  return warm === null ? askForTicket(cameraId, basis, profile) : Promise.resolve(warm);
}

export async function askForTicket(
  cameraId: string,
  basis: ViewBasisInput,
  profile: StreamProfile,
): Promise<TicketAnswer> {
  const own = ticketSource();
  if (own !== null) return own(cameraId, basis, profile);
  try {
    const { data } = await gisClient.mutate({
      mutation: OpenCameraViewDocument,
      variables: { cameraId, basis, profile },
      // A ticket is good for one start: it must never come from a cache or stay in one.
      fetchPolicy: 'no-cache',
    });
    return data
      ? { granted: true, ticket: data.openCameraView }
      : { granted: false, reason: 'unavailable' };
  } catch (error) {
    const { reason } = refusalOf(error);
    return { granted: false, reason: reason === 'unreachable' ? 'server-unreachable' : reason };
  }
}
