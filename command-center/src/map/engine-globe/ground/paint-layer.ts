/** Paints the areas and lines of a declared layer onto the ground. */
import type { VectorTile } from '@mapbox/vector-tile';
import type { LayerPart, MapLayer, Symbol } from '../../layer.ts';
import { themeColor, themeScale } from '../../theme-colors.ts';
import { fits, styledBy } from '../styled-by.ts';
import { windowIn, type TileAddress } from './tile-address.ts';
import { beginTileCanvas, usePixels, useTileUnits, type TileCanvas } from './tile-canvas.ts';
import { pathsIn } from './tile-paths.ts';
import type { VectorTiles } from './vector-tiles.ts';

type Painted = Extract<Symbol, { kind: 'fill' | 'line' }>;

export function paintedParts(layer: MapLayer): (LayerPart & { symbol: Painted })[] {
  return layer.parts.filter(
    (part): part is LayerPart & { symbol: Painted } =>
      part.symbol.kind === 'fill' || part.symbol.kind === 'line',
  );
}

export async function paintLayer(
  tile: TileAddress,
  layer: MapLayer,
  tiles: VectorTiles,
): Promise<HTMLCanvasElement> {
  const { source } = layer;
  const maxZoom = source.kind === 'tiles' ? source.maxZoom : 0;
  const window = windowIn(tile, maxZoom);
  const canvas = beginTileCanvas(tile.z, window);
  const vectors =
    source.kind === 'tiles' && window.source.z >= source.minZoom
      ? await tiles.get(source.tiles, window.source)
      : null;
  for (const part of vectors ? paintedParts(layer) : []) {
    if (!vectors || tile.z < part.minZoom || tile.z > part.maxZoom) continue;
    paintPart(canvas, vectors, part);
  }
  return canvas.context.canvas;
}

function paintPart(
  canvas: TileCanvas,
  vectors: VectorTile,
  part: LayerPart & { symbol: Painted },
): void {
  const { context } = canvas;
  const { symbol } = part;
  const found = pathsIn(vectors, part.sourceLayer, canvas);
  if (!found) return;
  const pxPerUnit = useTileUnits(canvas, found.extent);
  context.globalAlpha = symbol.opacity;
  for (const { path, properties } of found.paths) {
    if (!fits(part, properties)) continue;
    const color = themeColor(styledBy(symbol.color, properties));
    if (symbol.kind === 'fill') {
      context.fillStyle = color;
      context.fill(path, 'evenodd');
    } else {
      const unitsPerPx = (symbol.widthPx * themeScale()) / pxPerUnit;
      context.strokeStyle = color;
      context.lineWidth = unitsPerPx;
      context.setLineDash(symbol.dashed ? [unitsPerPx * 3, unitsPerPx * 2] : []);
      context.stroke(path);
    }
  }
  usePixels(canvas);
}
