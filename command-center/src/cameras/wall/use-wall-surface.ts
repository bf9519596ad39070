/** The one canvas under all tiles of a wall, as large as its room. */
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { TilePlace } from '#video/wall/tile-place.ts';
import { profileFor } from '#video/wall/tile-place.ts';
import { wallEngine, type WallSurface } from '#video/wall/wall-engine.ts';
import type { Box } from './lay-out.ts';

export const WallSurfaceContext = createContext<WallSurface | null>(null);

export function useWallSurface() {
  const room = useRef<HTMLDivElement>(null);
  /** Undefined until it is known whether there can be one. */
  const [surface, setSurface] = useState<WallSurface | null | undefined>(undefined);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const canvas = document.createElement('canvas');
    canvas.dataset['wallCanvas'] = '';
    element.prepend(canvas);
    const ground = getComputedStyle(document.body).backgroundColor;
    const made = hasTransfer(canvas) ? wallEngine().surface(canvas, ground) : null;
    const fit = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize({ width, height });
      made?.resize(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    setSurface(made);
    return () => {
      observer.disconnect();
      made?.close();
      canvas.remove();
    };
  }, []);
  return { room, surface, size };
}

/** A browser without it shows each tile in an element of its own. */
const hasTransfer = (canvas: HTMLCanvasElement): boolean =>
  typeof canvas.transferControlToOffscreen === 'function';

/** The place of one tile in it, moved as the layout changes. */
export function useTilePlace(box: Box, inFocus: boolean): TilePlace {
  const surface = useContext(WallSurfaceContext);
  const place = useMemo<TilePlace>(() => {
    if (surface === null) return { tile: null, needTile: () => null, close: () => {} };
    const tile = wallEngine().tile();
    return { tile, needTile: () => tile, close: () => wallEngine().release(tile) };
  }, [surface]);
  useEffect(() => () => place.close(), [place]);
  const { x, y, width, height } = box;
  useEffect(() => {
    if (surface === null || place.tile === null) return;
    const device = (length: number) => Math.round(length * devicePixelRatio);
    place.tile.place(surface, {
      x: device(x),
      y: device(y),
      width: device(width),
      height: device(height),
    });
  }, [surface, place, x, y, width, height]);
  useEffect(() => {
    place.tile?.profile(inFocus ? 'main' : profileFor(width * devicePixelRatio));
  }, [place, inFocus, width]);
  useEffect(() => {
    if (inFocus) wallEngine().focus(place.tile);
  }, [place, inFocus]);
  return place;
}
