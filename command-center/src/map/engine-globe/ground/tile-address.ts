/** Web-mercator tiles: which hold a place, and which part of a coarser tile a finer one is. */
export type TileAddress = { z: number; x: number; y: number };

export const tileKey = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`;

/** Fractional tile coordinates of a place. */
export function tilePosition(
  longitude: number,
  latitude: number,
  z: number,
): { x: number; y: number } {
  const count = 2 ** z;
  const sin = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * count,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * count,
  };
}

export function placeOf(z: number, x: number, y: number): readonly [number, number] {
  const count = 2 ** z;
  const n = Math.PI * (1 - (2 * y) / count);
  return [(x / count) * 360 - 180, (Math.atan(Math.sinh(n)) * 180) / Math.PI];
}

export type Window = { source: TileAddress; left: number; top: number; size: number };

/** The tile at most `maxZoom` fine that holds a tile, and where in it (0 to 1) that tile lies. */
export function windowIn({ z, x, y }: TileAddress, maxZoom: number): Window {
  const deeper = Math.max(0, z - maxZoom);
  const size = 1 / 2 ** deeper;
  const source = { z: z - deeper, x: Math.floor(x * size), y: Math.floor(y * size) };
  return { source, left: x * size - source.x, top: y * size - source.y, size };
}

/** Tiles of one zoom that a circle on the ground touches, nearest first, at most `limit`. */
export function tilesAround(
  centre: readonly [number, number],
  radiusMeters: number,
  { z, limit }: { z: number; limit: number },
): TileAddress[] {
  const middle = tilePosition(centre[0], centre[1], z);
  const metersPerTile = (40_075_016.686 * Math.cos((centre[1] * Math.PI) / 180)) / 2 ** z;
  const reach = radiusMeters / metersPerTile;
  const count = 2 ** z;
  const tiles: { tile: TileAddress; away: number }[] = [];
  // Rings outwards until the limit is far exceeded, so that a wide view does not list the world.
  const cells = Math.min(Math.ceil(reach), Math.ceil(Math.sqrt(limit)));
  for (let dy = -cells; dy <= cells; dy += 1) {
    for (let dx = -cells; dx <= cells; dx += 1) {
      const [x, y] = [Math.floor(middle.x) + dx, Math.floor(middle.y) + dy];
      if (y < 0 || y >= count || x < 0 || x >= count) continue;
      const gapX = Math.max(x - middle.x, 0, middle.x - x - 1);
      const gapY = Math.max(y - middle.y, 0, middle.y - y - 1);
      const away = Math.hypot(gapX, gapY);
      if (away <= reach) tiles.push({ tile: { z, x, y }, away });
    }
  }
  tiles.sort((a, b) => a.away - b.away);
  return tiles.slice(0, limit).map(({ tile }) => tile);
}

/** The finest relief tile that holds a tile. */
export function reliefTileOf(tile: TileAddress): TileAddress {
  return windowIn(tile, 13).source;
}
