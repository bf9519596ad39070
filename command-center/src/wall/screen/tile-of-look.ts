/** Which tile of the scene a look belongs to: the server charges it to the tile's incident, so no other will do. */
import type { WallTile } from 'grid-data';
import type { ViewBasisInput } from '#gis/generated/graphql.ts';

export function tileOfLook(
  tiles: readonly WallTile[],
  cameraId: string,
  basis: ViewBasisInput,
): WallTile | null {
  const incidentId = basis.incidentId ?? null;
  const isOf = (tile: WallTile): boolean => {
    if (tile.kind === 'incident-cameras') return tile.incidentId === incidentId;
    if (tile.kind !== 'cameras') return false;
    return tile.cameras.some((own) => own.cameraId === cameraId && own.incidentId === incidentId);
  };
  return tiles.find(isOf) ?? null;
}
