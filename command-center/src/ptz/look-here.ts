/** "All cameras that can, look here": from the place that was asked for on the map to what became of each camera. */
import type { LonLat } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { LookHereDocument, type LookHereMutation } from '#gis/generated/graphql.ts';
import { mapHost } from '#map/map-host.ts';
import { mapModel, openCamera } from '#map/map-model.ts';
import { markPlace } from '#map/place-mark.ts';
import { refusalOf } from '#session/refusal.ts';
import { createStore } from '#ui/create-store.ts';

export type LookBasisGiven = { incidentId: string } | { dutyPurpose: string };

type LookHereState = {
  /** Null where nobody asked. */
  point: LonLat | null;
  basis: LookBasisGiven | null;
  asking: boolean;
  results: LookHereMutation['lookHere'] | null;
  failure: string | null;
};

const nothing: LookHereState = {
  point: null,
  basis: null,
  asking: false,
  results: null,
  failure: null,
};
const withinMeters = 3_000;
/** As many pictures as an eye follows at once. */
const mostOpened = 4;

export const lookHereState = createStore<LookHereState>(nothing);

/** By a key: what is selected, else the middle of the map; the same key again puts the question away. */
export function toggleLookHere(): void {
  if (lookHereState.get().point !== null) return closeLookHere();
  const view = mapHost.get().engine?.view();
  const point = mapModel.get().selection?.position ?? (view && [view.longitude, view.latitude]);
  if (point) askLookHere([point[0], point[1]]);
}

export function askLookHere(point: LonLat): void {
  lookHereState.set({ ...nothing, point });
  markPlace('look-here', point);
}

export function closeLookHere(): void {
  lookHereState.set(nothing);
  markPlace('look-here', null);
}

export async function lookHere(basis: LookBasisGiven): Promise<void> {
  const { point } = lookHereState.get();
  if (point === null) return;
  lookHereState.set({ basis, asking: true, failure: null });
  const position = { longitude: point[0], latitude: point[1] };
  try {
    const { data } = await gisClient.mutate({
      mutation: LookHereDocument,
      variables: { position, basis, withinMeters },
    });
    const results = data?.lookHere ?? [];
    lookHereState.set({ results, asking: false });
    const turned = results.filter(({ turn }) => turn != null).slice(0, mostOpened);
    for (const { camera } of turned) openTurned(camera, basis);
  } catch (error) {
    lookHereState.set({ asking: false, failure: refusalOf(error).reason });
  }
}

export function openTurned(
  { id, position }: LookHereMutation['lookHere'][number]['camera'],
  basis: LookBasisGiven | null,
): void {
  const at: LonLat = [position.longitude, position.latitude];
  openCamera({ cameraId: id, basis, reason: null, position: at });
}
