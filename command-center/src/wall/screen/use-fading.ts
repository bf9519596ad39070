/** Tiles that leave stay for as long as they fade: a scene changes by fade, never by flicker. */
import { useEffect, useState } from 'react';
import type { WallTile } from 'grid-data';

export type FadingTile = { tile: WallTile; isLeaving: boolean };

export const fadeMs = 250;

/** The map is the page's one: it never leaves beside another. */
const isSame = (a: WallTile, b: WallTile): boolean =>
  a.kind === 'map' ? b.kind === 'map' : a.id === b.id;

export function useFading(tiles: readonly WallTile[]): FadingTile[] {
  const [shown, setShown] = useState(tiles);
  const [before, setBefore] = useState<readonly WallTile[]>([]);
  if (shown !== tiles) {
    setBefore(shown.filter((tile) => !tiles.some((each) => isSame(each, tile))));
    setShown(tiles);
  }
  useEffect(() => {
    if (before.length === 0) return;
    const timer = setTimeout(() => setBefore([]), fadeMs);
    return () => clearTimeout(timer);
  }, [before]);
  return [
    ...before.map((tile) => ({ tile, isLeaving: true })),
    ...tiles.map((tile) => ({ tile, isLeaving: false })),
  ];
}
