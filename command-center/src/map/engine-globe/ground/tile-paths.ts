/** Features of a tile as paths, made once: a tile is painted many times, at each finer level a part of it. */
import type { VectorTile, VectorTileLayer } from '@mapbox/vector-tile';
import type { Attributes } from '../styled-by.ts';
import type { TileCanvas } from './tile-canvas.ts';

type Box = { left: number; top: number; right: number; bottom: number };

export type TilePath = {
  type: 0 | 1 | 2 | 3;
  properties: Attributes;
  path: Path2D;
  /** In tile units, 0 to extent. */
  box: Box;
};

type LayerPaths = { extent: number; paths: TilePath[] };

const known = new WeakMap<VectorTile, Map<string, LayerPaths | null>>();

/** What of a layer touches the window of a picture, with a margin for the width of lines. */
export function pathsIn(
  vectors: VectorTile,
  sourceLayer: string,
  { window }: TileCanvas,
): { extent: number; paths: readonly TilePath[] } | null {
  const all = layerPaths(vectors, sourceLayer);
  if (all === null || window.size === 1) return all;
  const { extent } = all;
  const margin = extent * window.size * 0.05;
  const seen: Box = {
    left: window.left * extent - margin,
    top: window.top * extent - margin,
    right: (window.left + window.size) * extent + margin,
    bottom: (window.top + window.size) * extent + margin,
  };
  return { extent, paths: all.paths.filter(({ box }) => touches(box, seen)) };
}

function layerPaths(vectors: VectorTile, sourceLayer: string): LayerPaths | null {
  const layers = known.get(vectors) ?? new Map<string, LayerPaths | null>();
  known.set(vectors, layers);
  const before = layers.get(sourceLayer);
  if (before !== undefined) return before;
  const layer = vectors.layers[sourceLayer];
  const paths = layer ? { extent: layer.extent, paths: readPaths(layer) } : null;
  layers.set(sourceLayer, paths);
  return paths;
}

function readPaths(layer: VectorTileLayer): TilePath[] {
  return Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    const path = new Path2D();
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const ring of feature.loadGeometry()) {
      ring.forEach(({ x, y }, index) => {
        if (index === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      });
      if (feature.type === 3) path.closePath();
    }
    return { type: feature.type, properties: feature.properties, path, box };
  });
}

const touches = (a: Box, b: Box): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
