/** Paints the base map of one tile: land, hills, water, roads and footprints. */
import type { VectorTile } from '@mapbox/vector-tile';
import type { GroundLayer, GroundStyle } from './ground-style.ts';
import { paintHillShade, shadeGridSize } from './hill-shade.ts';
import type { Relief } from './relief.ts';
import { placeOf, windowIn, type TileAddress } from './tile-address.ts';
import {
  beginTileCanvas,
  picturePx,
  usePixels,
  useTileUnits,
  type TileCanvas,
} from './tile-canvas.ts';
import { pathsIn } from './tile-paths.ts';
import type { VectorTiles } from './vector-tiles.ts';

const baseMaxZoom = 14;

export type GroundSources = { tiles: VectorTiles; relief: Relief };

export async function paintGround(
  tile: TileAddress,
  style: GroundStyle,
  sources: GroundSources,
): Promise<HTMLCanvasElement> {
  const window = windowIn(tile, baseMaxZoom);
  const [vectors, heights] = await Promise.all([
    sources.tiles.get('base', window.source),
    style.shade ? sources.relief.grid(tile, shadeGridSize) : null,
  ]);
  const canvas = beginTileCanvas(tile.z, window);
  canvas.context.fillStyle = style.ground;
  canvas.context.fillRect(0, 0, picturePx, picturePx);
  const [land, above] = split(style.layers);
  if (vectors) for (const layer of land) paintLayer(canvas, vectors, layer);
  if (style.shade && heights) {
    const detail = { meters: sideMeters(tile), tones: style.shade };
    paintHillShade(canvas.context, heights, detail);
  }
  if (vectors) for (const layer of above) paintLayer(canvas, vectors, layer);
  return canvas.context.canvas;
}

/** Hills lie over the land and under everything that is built or flows. */
function split(layers: readonly GroundLayer[]): [GroundLayer[], GroundLayer[]] {
  return [
    layers.filter((layer) => layer.sourceLayer === 'land-use'),
    layers.filter((layer) => layer.sourceLayer !== 'land-use'),
  ];
}

function paintLayer(canvas: TileCanvas, vectors: VectorTile, layer: GroundLayer): void {
  const { context, zoom } = canvas;
  if (zoom < layer.minZoom || zoom >= layer.maxZoom) return;
  const found = pathsIn(vectors, layer.sourceLayer, canvas);
  if (!found || found.paths.length === 0) return;
  const globals = { zoom };
  const pxPerUnit = useTileUnits(canvas, found.extent);
  for (const feature of found.paths) {
    if (!layer.filter.filter(globals, feature as never)) continue;
    const color = String(layer.color.evaluate(globals, feature as never));
    if (layer.paints === 'fill') {
      context.fillStyle = color;
      context.fill(feature.path, 'evenodd');
    } else {
      context.strokeStyle = color;
      const widthPx = Number(layer.width?.evaluate(globals, feature as never) ?? 1);
      context.lineWidth = widthPx / pxPerUnit;
      context.stroke(feature.path);
    }
  }
  usePixels(canvas);
}

function sideMeters({ z, x, y }: TileAddress): number {
  const [, latitude] = placeOf(z, x + 0.5, y + 0.5);
  return (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / 2 ** z;
}
