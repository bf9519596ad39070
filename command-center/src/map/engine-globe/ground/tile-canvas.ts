/** One picture of the ground under construction: its context, and how tile coordinates fall on it. */
import type { Window } from './tile-address.ts';

export const picturePx = 512;

export type TileCanvas = {
  context: CanvasRenderingContext2D;
  /** Zoom by the 512 px tiles of the flat map. */
  zoom: number;
  window: Window;
};

export function beginTileCanvas(zoom: number, window: Window): TileCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = picturePx;
  canvas.height = picturePx;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas for the ground');
  context.lineJoin = 'round';
  context.lineCap = 'round';
  return { context, zoom, window };
}

/** Lets paths in tile units fall on the picture; answers how many pixels one of those units is. */
export function useTileUnits({ context, window }: TileCanvas, extent: number): number {
  const scale = picturePx / (extent * window.size);
  context.setTransform(
    scale,
    0,
    0,
    scale,
    -window.left * extent * scale,
    -window.top * extent * scale,
  );
  return scale;
}

export function usePixels({ context }: TileCanvas): void {
  context.resetTransform();
}
