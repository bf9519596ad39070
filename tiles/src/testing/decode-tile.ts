import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export type DecodedFeature = {
  id: number | undefined;
  x: number;
  y: number;
  properties: Record<string, string | number | boolean>;
};

/** Features of a tile by source-layer, read by an implementation that is not ours. */
export function decodeTile(body: Uint8Array | null): Record<string, DecodedFeature[]> {
  if (body === null) return {};
  const tile = new VectorTile(new PbfReader(body));
  return Object.fromEntries(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => {
        const feature = layer.feature(i);
        const place = feature.loadGeometry()[0]?.[0];
        return {
          id: feature.id,
          x: place?.x ?? Number.NaN,
          y: place?.y ?? Number.NaN,
          properties: feature.properties,
        };
      }),
    ]),
  );
}
