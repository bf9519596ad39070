import { coarseBinsTile, fineBinsTile } from './bins-tile.ts';
import type { PointLayer } from './point-layer.ts';
import { singlePointsTile } from './single-points-tile.ts';
import type { TileAddress } from './tile-address.ts';
import { VisibleRows, type PointFilter } from './visible-rows.ts';

/** A heavier tile stalls the page that decodes it. */
const maxTileBytes = 500_000;

/** One tile of a point layer as one viewer may see it; null where it is empty. */
export function pointTile(
  layer: PointLayer,
  tile: TileAddress,
  filter: PointFilter,
): Uint8Array | null {
  const rows = new VisibleRows(layer, tile, filter);
  if (tile.z < layer.words.spec.singlesFromZoom) return coarseBinsTile(rows);
  const singles = singlePointsTile(rows, maxTileBytes);
  return singles === 'too-heavy' ? fineBinsTile(rows) : singles;
}
