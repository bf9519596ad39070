/** What lies under a screen point, as things of the city. */
import { Cartesian2, type Scene } from '@cesium/engine';
import type { LonLat } from 'grid-data';
import type { MapHit, ScreenPoint } from '../../engine.ts';
import type { MapLayer } from '../../layer.ts';
import { nearestFirst } from '../../nearest-first.ts';
import { tilePosition } from '../ground/tile-address.ts';
import type { VectorTiles } from '../ground/vector-tiles.ts';
import { paintedParts } from '../ground/paint-layer.ts';
import { fits } from '../styled-by.ts';
import type { MarkThing } from './mark-layer.ts';
import type { MovingMarks } from './moving-marks.ts';

/** As wide as a fingertip misses, CSS pixels. */
const tolerancePx = 9;
const mostHits = 12;

export type Picked = { hits: MapHit[]; bin: MarkThing | null };

type Marks = { moving: MovingMarks; project: (position: LonLat) => ScreenPoint | null };

export function pickMarks(scene: Scene, point: ScreenPoint, { moving, project }: Marks): Picked {
  const at = new Cartesian2(point.x, point.y);
  const found: unknown[] = scene.drillPick(at, mostHits, tolerancePx, tolerancePx);
  const picked: Picked = { hits: [], bin: null };
  for (const { id } of found as { id?: MarkThing | { unit: string } }[]) {
    if (id === undefined) continue;
    if ('unit' in id) {
      const thing = moving.thing(id.unit);
      if (thing)
        picked.hits.push({ kind: 'unit', id: id.unit, position: thing.position, attributes: {} });
    } else if (id.bin) picked.bin ??= id;
    else if (id.layer.click !== null && !picked.hits.some((hit) => hit.id === id.id)) {
      const { position, attributes } = id;
      picked.hits.push({ kind: id.layer.click, id: id.id, position, attributes });
    }
  }
  return { ...picked, hits: nearestFirst(picked.hits, point, project) };
}

type Search = { position: LonLat; zoom: number; tiles: VectorTiles };

/** Areas and cells that hold a place, topmost first: they are painted into the ground, so their tiles are asked. */
export async function areasHolding(layers: readonly MapLayer[], search: Search): Promise<MapHit[]> {
  const found = await Promise.all(layers.toReversed().map((layer) => fillsHolding(layer, search)));
  return found.flat();
}

async function fillsHolding(layer: MapLayer, { position, zoom, tiles }: Search): Promise<MapHit[]> {
  const { source, click } = layer;
  const fills = paintedParts(layer).filter(({ symbol }) => symbol.kind === 'fill');
  if (click === null || source.kind !== 'tiles' || fills.length === 0) return [];
  const z = Math.min(source.maxZoom, Math.floor(zoom));
  if (z < source.minZoom) return [];
  const place = tilePosition(position[0], position[1], z);
  const tile = { z, x: Math.floor(place.x), y: Math.floor(place.y) };
  const vectors = await tiles.get(source.tiles, tile);
  const hits: MapHit[] = [];
  for (const part of fills) {
    const features = vectors?.layers[part.sourceLayer];
    for (let i = 0; i < (features?.length ?? 0); i += 1) {
      const feature = features?.feature(i);
      if (!feature || !fits(part, feature.properties)) continue;
      const { extent, properties: attributes } = feature;
      const at = { x: (place.x - tile.x) * extent, y: (place.y - tile.y) * extent };
      if (!holds(feature.loadGeometry(), at)) continue;
      const named = layer.idAttribute === 'featureId' ? feature.id : attributes[layer.idAttribute];
      hits.push({ kind: click, id: String(named), position, attributes });
    }
  }
  return hits;
}

type Point = { x: number; y: number };

/** Even-odd over all rings, so that holes are holes. */
export function holds(rings: readonly (readonly Point[])[], { x, y }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [a, b] = [ring[i], ring[j]];
      if (!a || !b) continue;
      const crosses = a.y > y !== b.y > y;
      if (crosses && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
  }
  return inside;
}
