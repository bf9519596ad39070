/** From how the window was opened to the look that is asked for, with the question in between where one is due. */
import { useCallback, useMemo, useState } from 'react';
import type { CameraWindowQuery } from '#gis/generated/graphql.ts';
import type { LookBasis } from '#map/map-model.ts';
import type { LookRequest } from '#video/use-live-picture.ts';
import { keptPurpose } from './kept-purposes.ts';
import { offerPurposes, type PurposeOffer } from './offered-purposes.ts';

type Opened = {
  cameraId: string;
  basis: LookBasis;
  camera: CameraWindowQuery['camera'] | null;
  /** What the viewer's duty may state; null until it is known. */
  dutyPurposes: readonly string[] | null;
};

type Look = {
  /** Null while it is not yet known what may be stated, or where nothing has to be. */
  offer: PurposeOffer | null;
  look: LookRequest | null;
  choose: (purpose: string) => void;
  /** 破窗查看: the reason that was written, and when; null for all other looks. */
  glass: { reason: string; at: number } | null;
  breakGlass: (reason: string) => void;
};

export function useLookRequest({ cameraId, basis, camera, dutyPurposes }: Opened): Look {
  const [openedAt] = useState(() => performance.now());
  const [chosen, setChosen] = useState<{ purpose: string; at: number } | null>(null);
  // Read once: a look that runs must not end because the purpose would no longer be kept for another.
  const [kept] = useState(() => keptPurpose(cameraId));
  const [glass, setGlass] = useState<{ reason: string; at: number } | null>(null);
  const offer = useMemo(
    () =>
      basis === null && camera && dutyPurposes
        ? offerPurposes(camera.purposes, dutyPurposes)
        : null,
    [basis, camera, dutyPurposes],
  );
  // Only what the look is made of decides whether it is a new one: a refetched camera must not restart the picture.
  const ofIncident = basis !== null && 'incidentId' in basis ? basis : null;
  const incidentId = ofIncident?.incidentId ?? null;
  const linkageFiringId = ofIncident?.linkageFiringId ?? null;
  const stated = basis !== null && 'dutyPurpose' in basis ? basis.dutyPurpose : null;
  const dutyPurpose = stated ?? chosen?.purpose ?? purposeWithoutAsking(offer, kept);
  const clickedAt = chosen?.at ?? openedAt;
  const look = useMemo<LookRequest | null>(() => {
    if (glass !== null) {
      return { cameraId, basis: { breakGlassReason: glass.reason }, clickedAt: glass.at };
    }
    if (incidentId !== null) return { cameraId, basis: { incidentId, linkageFiringId }, clickedAt };
    return dutyPurpose === null ? null : { cameraId, basis: { dutyPurpose }, clickedAt };
  }, [cameraId, glass, incidentId, linkageFiringId, dutyPurpose, clickedAt]);
  const choose = useCallback(
    (purpose: string) => setChosen({ purpose, at: performance.now() }),
    [],
  );
  const breakGlass = useCallback(
    (reason: string) => setGlass({ reason, at: performance.now() }),
    [],
  );
  return { offer, look, choose, glass, breakGlass };
}

/** The only one there is, or the one stated before the window showed the past. */
function purposeWithoutAsking(offer: PurposeOffer | null, kept: string | null): string | null {
  if (offer?.kind === 'one') return offer.purpose;
  return offer?.kind === 'choose' && kept !== null && offer.purposes.includes(kept) ? kept : null;
}
