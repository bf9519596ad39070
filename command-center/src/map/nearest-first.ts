/** Which of the things under a pointer was meant: the nearest, where marks overlap too. */
import type { MapHit, ScreenPoint, ThingKind } from './engine.ts';
import type { LonLat } from 'grid-data';
import { allLayers } from './layers/all-layers.ts';

/** They lie under the pointer wherever it is: no distance tells them apart. */
const ground: readonly ThingKind[] = ['area', 'grid-cell'];
export const isGround = (kind: ThingKind): boolean => ground.includes(kind);

/** No hand tells apart what differs by less, CSS pixels: then what is drawn on top is meant. */
const alikePx = 3;

type Project = (position: LonLat) => ScreenPoint | null;

/** Things before the ground they stand on; the ground stays in its order. */
export function nearestFirst(
  hits: readonly MapHit[],
  pointer: ScreenPoint,
  project: Project,
): MapHit[] {
  const things = hits
    .filter(({ kind }) => !isGround(kind))
    .map((hit) => ({ hit, awayPx: distancePx(project(hit.position), pointer) }))
    .sort((a, b) => a.awayPx - b.awayPx);
  const reachPx = (things[0]?.awayPx ?? 0) + alikePx;
  const alike = things.filter(({ awayPx }) => awayPx <= reachPx);
  const farther = things.slice(alike.length);
  alike.sort((a, b) => drawnAt(b.hit.kind) - drawnAt(a.hit.kind));
  return [
    ...[...alike, ...farther].map(({ hit }) => hit),
    ...hits.filter(({ kind }) => isGround(kind)),
  ];
}

function distancePx(place: ScreenPoint | null, pointer: ScreenPoint): number {
  return place ? Math.hypot(place.x - pointer.x, place.y - pointer.y) : Infinity;
}

function drawnAt(kind: ThingKind): number {
  return allLayers.findLastIndex(({ click }) => click === kind);
}
