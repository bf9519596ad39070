/**
 * Where turned cameras look now, on the map: a cone where the bearing is known, else a ring and never a made-up cone;
 * both cut by houses and hills, and dashed where those have not been weighed.
 */
import type { HeadFieldsFragment } from '#gis/generated/graphql.ts';
import { cameraSights, sightOf, type CameraSight } from '#map/camera-sights.ts';
import { isDrawn, mapModel, setShape } from '#map/map-model.ts';
import { seenBetween } from '#map/sector-sight.ts';
import { turnedCameras } from '#map/turned-cameras.ts';
import { ptzState } from './ptz-news.ts';

const coneId = (cameraId: string): string => `head:${cameraId}`;
const ringId = (cameraId: string): string => `lost-head:${cameraId}`;
const cone = [
  { kind: 'fill', color: 'map-cone', opacity: 0.2 },
  { kind: 'line', color: 'map-cone', opacity: 0.9, widthPx: 1.2 },
] as const;
/** Through houses and hills: nobody has worked out yet what stands in its way. */
const uncutCone = [
  { kind: 'fill', color: 'map-cone', opacity: 0.1 },
  { kind: 'line', color: 'map-cone', opacity: 0.9, widthPx: 1.2, dashed: true },
] as const;
/** Only how far it may see: light, for it says little. */
const ring = [
  { kind: 'fill', color: 'map-cone', opacity: 0.05 },
  { kind: 'line', color: 'map-cone', opacity: 0.7, widthPx: 1.2, dashed: true },
] as const;

type Drawn = { head: HeadFieldsFragment; sight: CameraSight | null };

export function drawLiveCones(): () => void {
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  const draw = (): void => {
    const heads = isDrawn('cameras', mapModel.get()) ? ptzState.get().heads : {};
    const before = drawn;
    const now = new Map(
      Object.entries(heads).map(([id, head]) => [id, { head, sight: sightOf(id) }]),
    );
    const changed = [...now].filter(([id, each]) => !isSame(each, before.get(id)));
    if (changed.length === 0 && now.size === before.size) return;
    drawn = now; // first: a shape that is drawn changes the model, which asks again
    for (const [, each] of changed) drawHead(each);
    for (const id of before.keys()) if (!now.has(id)) forget(id);
    const ids = new Set(now.keys());
    const known = turnedCameras.get().ids;
    if (ids.size !== known.size || [...ids].some((id) => !known.has(id)))
      turnedCameras.set({ ids });
  };
  const stops = [ptzState, mapModel, cameraSights].map((store) => store.subscribe(draw));
  draw();
  return () => {
    for (const stop of stops) stop();
    for (const id of drawn.keys()) forget(id);
    turnedCameras.set({ ids: new Set() });
  };
}

function drawHead({ head, sight }: Drawn): void {
  const { longitude, latitude } = head.position;
  const { geometry, isCut } = seenBetween([longitude, latitude], head, sight);
  const isKnown = head.bearingDeg != null;
  const symbols = isCut ? cone : uncutCone;
  setShape(coneId(head.cameraId), isKnown ? geometry && { geometry, symbols } : null);
  setShape(ringId(head.cameraId), isKnown ? null : geometry && { geometry, symbols: ring });
}

function forget(cameraId: string): void {
  setShape(coneId(cameraId), null);
  setShape(ringId(cameraId), null);
}

function isSame(one: Drawn, other: Drawn | undefined): boolean {
  return one.head === other?.head && one.sight === other.sight;
}
