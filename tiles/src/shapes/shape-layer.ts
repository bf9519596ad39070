import type { TileAddress } from '#engine/tile-address.ts';
import type { WorldPoint } from '#engine/web-mercator.ts';
import type { ShapeFeature } from './shape-feature.ts';
import { ShapeSourceLayer, type ShapeSourceLayerSpec } from './shape-source-layer.ts';

export type ShapeLayerSpec = {
  name: string;
  /** Whether only rows of the viewer's area are shown; else everyone signed in sees the same. */
  scoped: boolean;
  sourceLayers: readonly ShapeSourceLayerSpec[];
};

/** Several source-layers in one tile: parts of a vector tile join by standing one after the other. */
export class ShapeLayer {
  readonly spec: ShapeLayerSpec;
  #sourceLayers: readonly ShapeSourceLayer[] = [];

  constructor(spec: ShapeLayerSpec) {
    this.spec = spec;
  }

  /** Replaces everything. */
  load(featuresOf: (sourceLayer: string) => readonly ShapeFeature[]): void {
    this.#sourceLayers = this.spec.sourceLayers.map(
      (spec) => new ShapeSourceLayer(spec, featuresOf(spec.name)),
    );
  }

  /** The corners of what is in it, north-west and south-east; null while it is empty. */
  get corners(): [WorldPoint, WorldPoint] | null {
    const all = this.#sourceLayers.flatMap(({ bounds }) => bounds);
    if (all.length === 0) return null;
    return [
      {
        x: Math.min(...all.map(({ west }) => west)),
        y: Math.min(...all.map(({ north }) => north)),
      },
      {
        x: Math.max(...all.map(({ east }) => east)),
        y: Math.max(...all.map(({ south }) => south)),
      },
    ];
  }

  tile(tile: TileAddress, areaPrefix: string): Uint8Array | null {
    const parts = this.#sourceLayers.flatMap((layer) => layer.tile(tile, areaPrefix) ?? []);
    return parts.length === 0 ? null : Buffer.concat(parts);
  }
}
