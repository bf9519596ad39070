/** A ticket asked for ahead of its look, and the pull that is begun with it: the look itself begins when it is shown. */
import type { StreamProfile } from 'grid-data';
import type { ViewBasisInput } from '#gis/generated/graphql.ts';
import { askForTicket } from '#video/open-ticket.ts';
import { holdWarmTicket } from '#video/warm-tickets-held.ts';

/** Whether a picture will be there when it is asked for, else why not. */
export async function warmUp(
  cameraId: string,
  basis: ViewBasisInput,
  profile: StreamProfile,
): Promise<{ alive: boolean; reason: string | null }> {
  const askedAt = Date.now();
  const answer = await askForTicket(cameraId, basis, profile);
  if (!answer.granted) return { alive: false, reason: answer.reason };
  const response = await fetch('/video/views/warm', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: answer.ticket.ticket }),
  }).catch(() => null);
  // Without the gateway's word the look is tried all the same: its tile says what is wrong.
  if (response?.ok !== true) return { alive: true, reason: null };
  const { state, reason } = (await response.json()) as { state: string; reason: string | null };
  // Still connecting after all that time is nothing to wait for before everybody's eyes.
  if (state !== 'live') return { alive: false, reason: reason ?? 'no-frames' };
  holdWarmTicket([cameraId, basis, profile], answer, askedAt);
  return { alive: true, reason: null };
}
