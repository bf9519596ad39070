/** Which cameras a rule opens for a place, and which it would have but for a reason that is said. */
import type { Duties } from '#access/duties.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import { refusalRule, type CameraService } from '#cameras/service.ts';
import type { Position } from '#within/within.ts';
import {
  distanceMeters,
  type EffectOutcome,
  type LinkageEffect,
  type OfferedCamera,
} from 'grid-data';

/** As many are ranked, so that the best permitted are among them wherever many stand that are not. */
const camerasRanked = 50;
const withinMeters = 3_000;
/** More than this many reasons nobody reads. */
const refusedNamed = 4;

type OpenCameras = LinkageEffect & { kind: 'open-cameras' };
export type SeenPlace = { position: Position | null; ground: ViewGround | null };
type OfferParts = {
  cameras: Pick<CameraService, 'nearest' | 'byId'>;
  duties: Pick<Duties, 'chargeableDuty'>;
};

/** The hall of an area: what it may open is charged to whoever is on duty there. */
export function hallOf(areaCode: string, rootCode: string): Viewer {
  return {
    ...systemViewer(),
    userId: 'hall',
    role: 'wall',
    areaCode: areaCode || rootCode,
    scopePrefix: areaCode,
  };
}

export function createOffer(parts: OfferParts) {
  return async (effect: OpenCameras, hall: Viewer, place: SeenPlace): Promise<EffectOutcome> => {
    const { kind, first } = effect;
    const { position, ground } = place;
    if (position === null || ground === null)
      return { kind, state: 'refused', refusal: 'no-place' };
    const ranked =
      effect.cameraIds.length === 0
        ? await parts.cameras.nearest(hall, { position, ground }, withinMeters, camerasRanked)
        : await named(parts, hall, { ids: effect.cameraIds, position, ground });
    const cameras = ranked.map(
      ({ camera, relation, distanceMeters: meters, refusal }): OfferedCamera => ({
        cameraId: camera.id,
        relation,
        distanceMeters: Math.round(meters),
        longitude: camera.longitude,
        latitude: camera.latitude,
        refusal,
      }),
    );
    const most = effect.cameraIds.length === 0 ? first : cameras.length;
    const openable = cameras.filter(({ refusal }) => refusal === null).slice(0, most);
    // Where nobody is on duty the windows open to say so, and show their pictures once somebody is.
    const awaited = cameras.filter(({ refusal }) => refusal === 'nobody-on-duty').slice(0, most);
    const others = cameras
      .filter(({ refusal }) => refusal !== null && refusal !== 'nobody-on-duty')
      .slice(0, refusedNamed);
    const shown = [...(openable.length > 0 ? openable : awaited), ...others];
    const refusal = openable.length > 0 ? null : (shown[0]?.refusal ?? 'no-camera');
    return { kind, state: refusal === null ? 'done' : 'refused', refusal, cameras: shown };
  };
}

async function named(
  { cameras, duties }: OfferParts,
  hall: Viewer,
  { ids, position, ground }: { ids: readonly string[]; position: Position; ground: ViewGround },
) {
  const present = (await duties.chargeableDuty(hall.areaCode)) !== null;
  const refusalOf = refusalRule(hall, ground, present);
  const rows = await cameras.byId(hall, ids);
  return rows.map((camera) => ({
    camera,
    relation: 'named',
    distanceMeters: distanceMeters(
      [camera.longitude, camera.latitude],
      [position.longitude, position.latitude],
    ),
    refusal: refusalOf(camera),
  }));
}
