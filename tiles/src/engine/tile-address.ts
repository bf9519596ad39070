import { DomainError } from 'grid-data';
import { worldBits, type WorldPoint } from './web-mercator.ts';

export type TileAddress = { z: number; x: number; y: number };

/** Beyond this zoom clients stretch the tiles they have; a tile's unit is then 1.9 cm. */
export const maxTileZoom = 18;

/** The address, or an error that says which part is wrong. */
export function checkTileAddress(address: TileAddress, zooms: { from: number; to: number }): void {
  const { z, x, y } = address;
  if (![z, x, y].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    throw new DomainError('invalid-input', 'z, x and y of a tile are whole numbers from 0 on', {
      reason: 'tile-address-not-a-number',
      details: { z, x, y },
    });
  }
  if (z > maxTileZoom || x >= 2 ** z || y >= 2 ** z) {
    throw new DomainError('invalid-input', `there is no tile ${z}/${x}/${y}`, {
      reason: 'tile-address-out-of-range',
      details: { z, x, y, maxZoom: maxTileZoom },
    });
  }
  if (z < zooms.from || z > zooms.to) {
    throw new DomainError('not-found', `this layer has zooms ${zooms.from} to ${zooms.to}`, {
      reason: 'zoom-not-served',
      details: { z, ...zooms },
    });
  }
}

/** The tile of a zoom that a place lies in. */
export function tileAt(place: WorldPoint, z: number): TileAddress {
  return { z, x: place.x >>> (worldBits - z), y: place.y >>> (worldBits - z) };
}
