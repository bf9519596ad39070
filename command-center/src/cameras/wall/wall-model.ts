/** What a wall of pictures shows: kept outside the page, so that hall and wall hand it to each other. */
import { createStore, useStore } from '#ui/create-store.ts';
import type { LookBasis } from '#map/map-model.ts';

export type WallCamera = {
  cameraId: string;
  /** Null: the wall's purpose. */
  basis: LookBasis;
};

export type WallModel = {
  cameras: readonly WallCamera[];
  /** What the wall looks for where a camera has no basis of its own; null lets the wall ask. */
  purpose: string | null;
  /** The tile served first and in full. */
  focus: string | null;
  isLarge: boolean;
  showFigures: boolean;
};

/** As many as the gateway gives one page. */
export const mostWallCameras = 64;

export const wallModel = createStore<WallModel>({
  cameras: [],
  purpose: null,
  focus: null,
  isLarge: false,
  showFigures: false,
});

export function useWallModel<Part>(select: (model: WallModel) => Part): Part {
  return useStore(wallModel, select);
}

export function showOnWall(cameras: readonly WallCamera[], purpose: string | null): void {
  const known = new Map(cameras.map((camera) => [camera.cameraId, camera]));
  wallModel.set({
    cameras: [...known.values()].slice(0, mostWallCameras),
    purpose,
    focus: null,
    isLarge: false,
  });
}

export function takeFromWall(cameraId: string): void {
  wallModel.set(({ cameras, focus, isLarge }) => ({
    cameras: cameras.filter((camera) => camera.cameraId !== cameraId),
    focus: focus === cameraId ? null : focus,
    isLarge: focus === cameraId ? false : isLarge,
  }));
}

export function focusOnWall(cameraId: string | null): void {
  wallModel.set(({ isLarge }) => ({ focus: cameraId, isLarge: cameraId !== null && isLarge }));
}

/** Enlarges the tile, or puts it back among the others. */
export function enlargeOnWall(cameraId: string): void {
  wallModel.set(({ focus, isLarge }) => ({
    focus: cameraId,
    isLarge: !(isLarge && focus === cameraId),
  }));
}

export function moveFocus(step: number): void {
  wallModel.set(({ cameras, focus }) => {
    const at = cameras.findIndex(({ cameraId }) => cameraId === focus);
    const next = at < 0 ? (step > 0 ? 0 : cameras.length - 1) : at + step;
    return { focus: cameras[Math.max(0, Math.min(cameras.length - 1, next))]?.cameraId ?? null };
  });
}
