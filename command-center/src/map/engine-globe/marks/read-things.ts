/** The point things that a layer's tiles hold, each once. */
import type { VectorTile } from '@mapbox/vector-tile';
import type { MapLayer } from '../../layer.ts';
import { placeOf, type TileAddress } from '../ground/tile-address.ts';
import type { MarkThing } from './mark-layer.ts';

export type LoadedTile = { tile: TileAddress; vectors: VectorTile };
type HeightAt = (longitude: number, latitude: number) => number;

const pageSourceLayer = 'page';

const pointKinds: readonly string[] = ['icon', 'dot', 'bin', 'label', 'view-cone'];

export function hasMarks(layer: MapLayer): boolean {
  return layer.parts.some((part) => pointKinds.includes(part.symbol.kind));
}

export function readThings(
  layer: MapLayer,
  tiles: readonly LoadedTile[],
  heightAt: HeightAt,
): MarkThing[] {
  const sourceLayers = new Map<string, boolean>();
  for (const part of layer.parts) {
    if (pointKinds.includes(part.symbol.kind))
      sourceLayers.set(part.sourceLayer, part.symbol.kind === 'bin');
  }
  const things: MarkThing[] = [];
  const seen = new Set<string>();
  for (const { tile, vectors } of tiles) {
    for (const [sourceLayer, bin] of sourceLayers) {
      const features = vectors.layers[sourceLayer];
      for (let i = 0; i < (features?.length ?? 0); i += 1) {
        const feature = features?.feature(i);
        const place = feature && pointIn(feature.loadGeometry()[0]?.[0], feature.extent, tile);
        if (!feature || !place) continue;
        const id = idOf(layer, feature.id, feature.properties);
        const key = `${sourceLayer}/${bin ? place.join('/') : id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const heightMeters = heightAt(place[0], place[1]);
        const { properties: attributes } = feature;
        things.push({ layer, id, position: place, heightMeters, attributes, sourceLayer, bin });
      }
    }
  }
  return things;
}

/** The same of points that the page feeds. */
export function pageThings(
  layer: MapLayer,
  points: GeoJSON.FeatureCollection<GeoJSON.Point>,
  heightAt: HeightAt,
): MarkThing[] {
  return points.features.map(({ id, geometry, properties }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return {
      layer,
      id: idOf(layer, id, properties ?? {}),
      position: [longitude, latitude],
      heightMeters: heightAt(longitude, latitude),
      attributes: properties ?? {},
      sourceLayer: pageSourceLayer,
      bin: false,
    };
  });
}

/** Null for what only the neighbour's margin brings: its own tile has it too. */
function pointIn(
  point: { x: number; y: number } | undefined,
  extent: number,
  { z, x, y }: TileAddress,
): readonly [number, number] | null {
  if (!point || point.x < 0 || point.y < 0 || point.x > extent || point.y > extent) return null;
  return placeOf(z, x + point.x / extent, y + point.y / extent);
}

function idOf(layer: MapLayer, featureId: unknown, attributes: Record<string, unknown>): string {
  // Codes beyond what a number holds exactly travel as an attribute.
  return layer.idAttribute === 'featureId'
    ? String(attributes['id'] ?? featureId)
    : String(attributes[layer.idAttribute]);
}
