/** Where turned cameras look now, on the map: a cone where the bearing is known, else a ring and never a made-up cone. */
import type { HeadFieldsFragment } from '#gis/generated/graphql.ts';
import { isDrawn, mapModel, setShape } from '#map/map-model.ts';
import { turnedCameras } from '#map/turned-cameras.ts';
import { viewCone } from '#map/view-cones.ts';
import { ptzState } from './ptz-news.ts';

const coneId = (cameraId: string): string => `head:${cameraId}`;
const ringId = (cameraId: string): string => `lost-head:${cameraId}`;
const cone = [
  { kind: 'fill', color: 'map-cone', opacity: 0.2 },
  { kind: 'line', color: 'map-cone', opacity: 0.9, widthPx: 1.2 },
] as const;
/** Only how far it may see: light, for it says little. */
const ring = [
  { kind: 'fill', color: 'map-cone', opacity: 0.05 },
  { kind: 'line', color: 'map-cone', opacity: 0.7, widthPx: 1.2, dashed: true },
] as const;

export function drawLiveCones(): () => void {
  let drawn: Readonly<Record<string, HeadFieldsFragment>> = {};
  const draw = (): void => {
    const heads = isDrawn('cameras', mapModel.get()) ? ptzState.get().heads : {};
    const before = drawn;
    if (sameHeads(before, heads)) return;
    drawn = heads; // first: a shape that is drawn changes the model, which asks again
    for (const [id, head] of Object.entries(heads)) if (before[id] !== head) drawHead(head);
    const ids = new Set(Object.keys(heads));
    for (const id of Object.keys(before)) if (!ids.has(id)) forget(id);
    const known = turnedCameras.get().ids;
    const isSame = ids.size === known.size && [...ids].every((id) => known.has(id));
    if (!isSame) turnedCameras.set({ ids });
  };
  const stops = [ptzState.subscribe(draw), mapModel.subscribe(draw)];
  draw();
  return () => {
    for (const stop of stops) stop();
    for (const id of Object.keys(drawn)) forget(id);
    turnedCameras.set({ ids: new Set() });
  };
}

export function coneOfHead({ position, bearingDeg, widthDeg, rangeMeters }: HeadFieldsFragment) {
  const at = [position.longitude, position.latitude] as const;
  return viewCone(at, { bearingDeg, widthDeg, rangeMeters })?.geometry ?? null;
}

function drawHead(head: HeadFieldsFragment): void {
  const geometry = coneOfHead(head);
  const isKnown = head.bearingDeg != null;
  setShape(coneId(head.cameraId), isKnown ? geometry && { geometry, symbols: cone } : null);
  setShape(ringId(head.cameraId), isKnown ? null : geometry && { geometry, symbols: ring });
}

function forget(cameraId: string): void {
  setShape(coneId(cameraId), null);
  setShape(ringId(cameraId), null);
}

function sameHeads(
  a: Readonly<Record<string, HeadFieldsFragment>>,
  b: Readonly<Record<string, HeadFieldsFragment>>,
): boolean {
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
}
