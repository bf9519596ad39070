/** A scene as the designer has it in hand, until it is saved. */
import {
  cellAt,
  type Division,
  type WallContent,
  type WallPanel,
  type WallRect,
  type WallTile,
} from 'grid-data';
import type { SceneFieldsFragment } from '#gis/generated/graphql.ts';
import type { EngineKind, ViewState } from '#map/engine.ts';
import { viewpointOf } from '../desk/push-things.ts';

export type SceneDraft = {
  /** Null for a scene that is new. */
  id: string | null;
  /** Of the scene as it was opened; 0 for a new one. */
  version: number;
  name: string;
  tiles: readonly WallTile[];
};

export const newScene: SceneDraft = { id: null, version: 0, name: '', tiles: [] };

export function sceneDraftOf({ id, version, name, draft }: SceneFieldsFragment): SceneDraft {
  return { id, version, name, tiles: draft.tiles };
}

export function isSameScene(a: SceneDraft, b: SceneDraft): boolean {
  return a.name === b.name && JSON.stringify(a.tiles) === JSON.stringify(b.tiles);
}

export const contentOfDraft = ({ tiles }: SceneDraft): WallContent => ({ tiles: [...tiles] });

/** What can be put into a cell. */
export type Piece =
  | { kind: 'map' }
  | { kind: 'cameras' }
  | { kind: 'incident-cameras' }
  | { kind: 'panel'; panel: WallPanel };

/** What a new map shows: where the hall's own map looks, with its layers. */
export type MapNow = { view: ViewState; engine: EngineKind; layers: readonly string[] };

type Chosen = { cameraIds: readonly string[]; incidentId: string | null };

/** Null where there is nothing yet that the cell could show: no camera, no incident chosen. */
export function tileOf(
  piece: Piece,
  rect: WallRect,
  { map, chosen }: { map: MapNow | null; chosen: Chosen },
): WallTile | null {
  const id = `${piece.kind}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  switch (piece.kind) {
    case 'map': {
      if (map === null) return null;
      const { engine, layers, view } = map;
      const viewpoint = viewpointOf(view, rect);
      return { id, kind: 'map', rect, engine, layers: [...layers], viewpoint };
    }
    case 'cameras': {
      const cameras = chosen.cameraIds.map((cameraId) => ({ cameraId, incidentId: null }));
      return cameras.length === 0 ? null : { id, kind: 'cameras', rect, cameras };
    }
    case 'incident-cameras':
      return chosen.incidentId === null
        ? null
        : { id, kind: 'incident-cameras', rect, incidentId: chosen.incidentId, most: 4 };
    case 'panel':
      return { id, kind: 'panel', rect, panel: piece.panel };
  }
}

/** A whole screen where it is empty, else the cell under the hand. */
export function rectForNew(
  tiles: readonly WallTile[],
  screens: readonly WallRect[],
  where: { point: { xMm: number; yMm: number } | null; division: Division },
): WallRect | null {
  const isFree = (screen: WallRect) => !tiles.some((tile) => doShare(tile.rect, screen));
  const { point, division } = where;
  if (point === null) {
    const free = screens.find(isFree);
    if (free !== undefined) return free;
  }
  const at = point ?? { xMm: screens[0]?.leftMm ?? 0, yMm: screens[0]?.topMm ?? 0 };
  const whole = cellAt(at, screens, { columns: 1, rows: 1 });
  return whole !== null && isFree(whole) ? whole : cellAt(at, screens, division);
}

const doShare = (a: WallRect, b: WallRect): boolean =>
  a.leftMm < b.leftMm + b.widthMm - 1 &&
  b.leftMm < a.leftMm + a.widthMm - 1 &&
  a.topMm < b.topMm + b.heightMm - 1 &&
  b.topMm < a.topMm + a.heightMm - 1;

export function changeTile(
  draft: SceneDraft,
  id: string,
  change: (tile: WallTile) => WallTile,
): SceneDraft {
  return { ...draft, tiles: draft.tiles.map((tile) => (tile.id === id ? change(tile) : tile)) };
}

/** As much ground in a map as before, however wide it becomes. */
export function resized(tile: WallTile, rect: WallRect): WallTile {
  if (tile.kind !== 'map') return { ...tile, rect };
  const { viewpoint } = tile;
  const metersPerMm = (viewpoint.metersPerMm * tile.rect.widthMm) / rect.widthMm;
  return { ...tile, rect, viewpoint: { ...viewpoint, metersPerMm } };
}
