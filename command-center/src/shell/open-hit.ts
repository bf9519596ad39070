/** What a click on the map or a hit of the search opens. */
import type { LonLat } from 'grid-data';
import { openDutyCard } from '#duty/duty-card-state.ts';
import { gisClient } from '#gis/client.ts';
import { AreaSummaryDocument } from '#gis/generated/graphql.ts';
import { thingKinds, type MapClick, type MapHit, type ThingKind } from '#map/engine.ts';
import { isGround } from '#map/nearest-first.ts';
import { flyToBox, flyToPlace } from '#map/map-host.ts';
import { mapModel, openCamera, select, selectArea } from '#map/map-model.ts';
import { drawState } from '#draw/draw-state.ts';
import type { SearchHit } from '#search/SearchPalette.tsx';
import { goTo, hallIsCovered } from './path.ts';

type SearchedIncident = { id: string; position: { longitude: number; latitude: number } };

export function openThing(kind: ThingKind, id: string, position: LonLat | null): void {
  if (kind === 'area') selectArea(id);
  else if (kind === 'camera') openCamera({ cameraId: id, basis: null, reason: null, position });
  else select({ kind, id, position });
}

export function openClick({ hits, position }: MapClick): void {
  // The globe hears its clicks besides; while something is drawn they are the drawing's.
  if (drawState.get().tool !== null) return;
  const things = hits.filter(({ kind }) => !isGround(kind));
  if (things.length > 0) {
    openNext(things);
    return;
  }
  const [ground] = hits;
  if (!ground) {
    select(null);
    return;
  }
  const { gridSystem } = ground.attributes;
  const id = ground.kind === 'grid-cell' ? `${String(gridSystem)}/${ground.id}` : ground.id;
  openThing(ground.kind, id, ground.kind === 'area' ? position : ground.position);
}

/** Things lie over one another: each further click on the spot opens the next of them, round and round. */
export function openNext(things: readonly MapHit[]): void {
  const { selection, openCameras } = mapModel.get();
  const isSelected = ({ kind, id }: MapHit) => selection?.kind === kind && selection.id === id;
  const isOpen = (thing: MapHit) =>
    isSelected(thing) ||
    (thing.kind === 'camera' && openCameras.some(({ cameraId }) => cameraId === thing.id));
  const from = things.findIndex(isSelected) + 1;
  const round = [...things.slice(from), ...things.slice(0, from)];
  const next = round.find((thing) => !isOpen(thing)) ?? things[0];
  if (next) openThing(next.kind, next.id, next.position);
}

export function openHit(hit: SearchHit): void {
  if (hallIsCovered()) goTo('/');
  const position: LonLat | null = hit.position
    ? [hit.position.longitude, hit.position.latitude]
    : null;
  if (hit.kind === 'person') {
    openPerson(hit.id, position);
    return;
  }
  if (hit.kind === 'area') void flyToArea(hit.id);
  else if (position) flyToPlace(position);
  const id = hit.kind === 'grid-cell' ? hit.id.replace(':', '/') : hit.id;
  if (isThing(hit.kind)) openThing(hit.kind, id, position);
}

/** Who walks is a unit of the map; who sits at a desk stands in the duty of that center. */
function openPerson(id: string, position: LonLat | null): void {
  const [kind, name = ''] = id.split(':');
  if (position) flyToPlace(position);
  if (kind === 'unit') openThing('unit', id.slice('unit:'.length), position);
  else openDutyCard(name);
}

/** From a page of its own back to the hall, with the case open and the map there. */
export function showIncident({ id, position }: SearchedIncident): void {
  const place = [position.longitude, position.latitude] as const;
  goTo('/');
  select({ kind: 'incident', id, position: place });
  flyToPlace(place);
}

/** From a page of its own to the map; a camera is pointed at and not looked through, for that asks for a reason. */
export function showOnMap(kind: ThingKind, id: string, position: LonLat): void {
  goTo('/');
  select({ kind, id, position });
  flyToPlace(position);
}

/** From a page of its own to the ground where nothing is to be chosen. */
export function showPlace(position: LonLat): void {
  goTo('/');
  flyToPlace(position);
}

/** From a page of its own to the desk, with the case open there. */
export function showCaseAtDesk({ id, position }: SearchedIncident): void {
  const place = [position.longitude, position.latitude] as const;
  goTo('/desk');
  select({ kind: 'incident', id, position: place });
  flyToPlace(place);
}

/** The same where only its name is known: the desk finds where it lies. */
export function showCaseById(id: string): void {
  goTo('/desk');
  select({ kind: 'incident', id, position: null });
}

/** Roads and waters are ground: the map goes there, and there is nothing to open. */
function isThing(kind: string): kind is ThingKind {
  return kind !== 'road' && thingKinds.some((known) => known === kind);
}

async function flyToArea(code: string): Promise<void> {
  // Its panels ask the same question and say so where it fails.
  const answer = await gisClient
    .query({ query: AreaSummaryDocument, variables: { code } })
    .catch(() => null);
  const bbox = answer?.data?.area?.bbox;
  if (bbox) flyToBox(bbox);
}
