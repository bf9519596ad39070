import type { StreamTicket } from 'grid-data';

type Place = { platformId: string | null; platformCameraId: string | null };

/** Binds a ticket to what its camera's platform calls it: a video side of its own reads it again there. */
export function ticketSource({
  platformId,
  platformCameraId,
}: Place): Pick<StreamTicket, 'source'> {
  if (platformId === null || platformCameraId === null) return {};
  return { source: { platformId, platformCameraId } };
}
