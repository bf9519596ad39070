/** Signs each order to turn a camera, so that no gateway turns one of its own accord. */
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import type { Clock, TurnableCamera, TurnPermit } from 'grid-data';
import { randomUUID } from 'node:crypto';

export type SignTurn = (camera: TurnableCamera, act: TurnPermit['act']) => string;

const startWithinSeconds = 30;
/** Whoever turns a camera stands in the journal; the gateway need not know. */
const signedBy = 'gis-server';

export function turnPermits(signer: Pick<TicketSigner, 'sign'>, clock: Clock): SignTurn {
  return ({ cameraId, ...source }, act) => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000);
    return signer.sign({
      version: 1,
      viewId: randomUUID(),
      cameraId,
      profile: 'sub',
      userId: signedBy,
      sessionId: signedBy,
      purpose: 'ptz',
      issuedAt,
      startBefore: issuedAt + startWithinSeconds,
      maxViewSeconds: 1,
      source,
      turn: { act },
    });
  };
}
