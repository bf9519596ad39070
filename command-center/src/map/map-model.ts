/** What the map and all panels agree on. Capabilities do not call each other: they meet here and in the URL. */
import type { LonLat } from 'grid-data';
import { createStore, useStore } from '#ui/create-store.ts';
import type { EngineKind, MapShape, ThingKind, ViewState } from './engine.ts';

export type Selection = { kind: ThingKind; id: string; position: LonLat | null };

/** Why somebody looks through a camera; null lets the window ask. What a rule's firing opens is charged to who is on duty. */
export type LookBasis =
  | { incidentId: string; linkageFiringId?: string }
  | { dutyPurpose: string }
  | null;

/** A camera window: what it shows, why, and where it has been dragged to (CSS pixels; null: in its column). */
export type OpenCamera = {
  cameraId: string;
  basis: LookBasis;
  /** Set when it was opened for an incident: how the camera stands to it. */
  reason: { relation: string; distanceMeters: number } | null;
  position: LonLat | null;
  draggedTo: { x: number; y: number } | null;
};

export type MapModel = {
  view: ViewState | null;
  engineKind: EngineKind;
  /** The area that panels are about; null is the viewer's own. */
  areaCode: string | null;
  selection: Selection | null;
  shownLayers: readonly string[];
  /** Not drawn for the time being, whatever is chosen: what is live while the past shows. */
  withheldLayers: readonly string[];
  /** Newest last. */
  openCameras: readonly OpenCamera[];
  /** The window that was asked for again; another object each time, so that the hall hears of it. */
  broughtForward: { cameraId: string } | null;
  shapes: readonly MapShape[];
};

export const mostOpenCameras = 6;

export const mapModel = createStore<MapModel>({
  view: null,
  engineKind: 'flat',
  areaCode: null,
  selection: null,
  shownLayers: [],
  withheldLayers: [],
  openCameras: [],
  broughtForward: null,
  shapes: [],
});

export function useMapModel<Part>(select: (model: MapModel) => Part): Part {
  return useStore(mapModel, select);
}

export function select(selection: Selection | null): void {
  mapModel.set({ selection });
}

export function selectArea(areaCode: string | null): void {
  mapModel.set({ areaCode });
}

/** Opens, or brings forward what is open already; the oldest window gives way when the column is full. */
export function openCamera(camera: Omit<OpenCamera, 'draggedTo'>): void {
  mapModel.set(({ openCameras }) => {
    const before = openCameras.find((open) => open.cameraId === camera.cameraId);
    if (before && goesOnLooking(before.basis, camera.basis)) {
      return { broughtForward: { cameraId: camera.cameraId } };
    }
    const others = openCameras.filter((open) => open.cameraId !== camera.cameraId);
    const kept = others.slice(Math.max(0, others.length + 1 - mostOpenCameras));
    return { openCameras: [...kept, { ...camera, draggedTo: before?.draggedTo ?? null }] };
  });
}

/** A look has one basis: only where none was stated yet, or a rule has a newer incident, does another take its place. */
function goesOnLooking(before: LookBasis, asked: LookBasis): boolean {
  if (asked === null) return true;
  return before !== null && !('incidentId' in asked && asked.linkageFiringId !== undefined);
}

export function closeCamera(cameraId: string): void {
  mapModel.set(({ openCameras }) => ({
    openCameras: openCameras.filter((open) => open.cameraId !== cameraId),
  }));
}

export function dragCamera(cameraId: string, draggedTo: OpenCamera['draggedTo']): void {
  mapModel.set(({ openCameras }) => ({
    openCameras: openCameras.map((open) =>
      open.cameraId === cameraId ? { ...open, draggedTo } : open,
    ),
  }));
}

export function isDrawn(
  layerId: string,
  { shownLayers, withheldLayers }: Pick<MapModel, 'shownLayers' | 'withheldLayers'>,
): boolean {
  return shownLayers.includes(layerId) && !withheldLayers.includes(layerId);
}

export function toggleLayer(layerId: string): void {
  mapModel.set(({ shownLayers }) => ({
    shownLayers: shownLayers.includes(layerId)
      ? shownLayers.filter((id) => id !== layerId)
      : [...shownLayers, layerId],
  }));
}

export function switchEngine(): void {
  mapModel.set(({ engineKind }) => ({ engineKind: engineKind === 'flat' ? 'globe' : 'flat' }));
}

/** Draws or replaces one shape by its id; null takes it away. */
export function setShape(id: string, shape: Omit<MapShape, 'id'> | null): void {
  replaceShapes([id], shape ? [{ id, ...shape }] : []);
}

/** As many shapes as belong together, drawn at once. */
export function replaceShapes(ids: readonly string[], drawn: readonly MapShape[]): void {
  mapModel.set(({ shapes }) => {
    const others = shapes.filter(({ id }) => !ids.includes(id));
    // To take away what is not there changes nothing, and nobody need hear of it.
    const unchanged = drawn.length === 0 && others.length === shapes.length;
    return unchanged ? {} : { shapes: [...others, ...drawn] };
  });
}
