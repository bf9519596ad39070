import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { Geometry, Position } from 'geojson';
import { tileExtent } from '#engine/mvt-point-writer.ts';
import type { TileAddress } from '#engine/tile-address.ts';
import { toWorld, worldUnits } from '#engine/web-mercator.ts';
import type { ShapeFeature } from './shape-feature.ts';

/** Shapes are cut with this zoom's detail, half a metre; clients stretch the tiles beyond it. */
export const shapeMaxZoom = 14;

// geojson-vt's own types name files without endings, which Node's resolution reads as `any`.
export type CutFeature = { id?: number | string };
type Cutter = { getTile(z: number, x: number, y: number): { features: CutFeature[] } | null };

/** Tile units beyond a tile's edge that its shapes may reach, so that outlines do not end at the edge. */
const buffer = 64;

export type Bounds = { west: number; south: number; east: number; north: number };

/**
 * Shapes of one neighbourhood, cut by geojson-vt when first asked for: cutting a whole county's houses at once would hold
 * the event loop for half a second.
 */
export class ShapeGroup {
  /** Kept until they are cut; the cutter has its own copy then. */
  #features: { number: number; feature: ShapeFeature }[] = [];
  #bounds: Bounds = { west: Infinity, south: -Infinity, east: -Infinity, north: Infinity };
  #cutter: Cutter | null = null;

  add(number: number, feature: ShapeFeature, bounds: Bounds): void {
    this.#features.push({ number, feature });
    this.#bounds = {
      west: Math.min(this.#bounds.west, bounds.west),
      north: Math.min(this.#bounds.north, bounds.north),
      east: Math.max(this.#bounds.east, bounds.east),
      south: Math.max(this.#bounds.south, bounds.south),
    };
  }

  get bounds(): Bounds {
    return this.#bounds;
  }

  /** The parts that lie in a tile, each with the number of its feature as `id`. */
  cut({ z, x, y }: TileAddress): readonly CutFeature[] {
    const side = worldUnits / 2 ** z;
    const margin = (side / tileExtent) * buffer;
    const { west, south, east, north } = this.#bounds;
    if (east < x * side - margin || west > (x + 1) * side + margin) return [];
    if (south < y * side - margin || north > (y + 1) * side + margin) return [];
    this.#cutter ??= this.#makeCutter();
    return this.#cutter.getTile(z, x, y)?.features ?? [];
  }

  #makeCutter(): Cutter {
    const features = this.#features.map(({ number, feature }) => ({
      type: 'Feature' as const,
      id: number,
      geometry: feature.geometry,
      properties: { ...feature.attributes },
    }));
    this.#features = [];
    return new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: shapeMaxZoom, indexMaxZoom: 5, extent: tileExtent, tolerance: 3, buffer },
    );
  }
}

/** Bounds in world units, y growing southward. */
export function boundsOf(geometry: Geometry): Bounds {
  const bounds = { west: Infinity, south: -Infinity, east: -Infinity, north: Infinity };
  for (const [longitude, latitude] of positionsOf(geometry)) {
    const { x, y } = toWorld(longitude as number, latitude as number);
    bounds.west = Math.min(bounds.west, x);
    bounds.east = Math.max(bounds.east, x);
    bounds.north = Math.min(bounds.north, y);
    bounds.south = Math.max(bounds.south, y);
  }
  return bounds;
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
  }
}
