import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { tileExtent } from '#engine/mvt-point-writer.ts';
import { tileAt, type TileAddress } from '#engine/tile-address.ts';
import type { ShapeFeature } from './shape-feature.ts';
import { boundsOf, ShapeGroup, type Bounds } from './shape-group.ts';

export type ShapeSourceLayerSpec = {
  name: string;
  fromZoom: number;
  /** Zoom at which a feature first appears, by its attributes; the layer's own where absent. */
  featureFromZoom?: (attributes: ShapeFeature['attributes']) => number;
};

/** Layers that begin lower are few shapes and lie in one group; the others are grouped by tiles of at most this zoom. */
const groupedFromZoom = 11;
const groupMaxZoom = 12;

/** The shapes of one source-layer. */
export class ShapeSourceLayer {
  readonly #spec: ShapeSourceLayerSpec;
  readonly #groups: readonly ShapeGroup[];
  readonly #areaCodes: string[];
  readonly #fromZooms: Uint8Array;

  constructor(spec: ShapeSourceLayerSpec, features: readonly ShapeFeature[]) {
    this.#spec = spec;
    this.#areaCodes = features.map(({ areaCode }) => areaCode);
    this.#fromZooms = Uint8Array.from(
      features,
      ({ attributes }) => spec.featureFromZoom?.(attributes) ?? 0,
    );
    const groups = new Map<string, ShapeGroup>();
    features.forEach((feature, i) => {
      const bounds = boundsOf(feature.geometry);
      if (bounds.west > bounds.east) return; // an empty shape
      const key = this.#groupKey(bounds);
      const group = groups.get(key) ?? new ShapeGroup();
      groups.set(key, group);
      group.add(i + 1, feature, bounds);
    });
    this.#groups = [...groups.values()];
  }

  /** The tile's part of this source-layer; null where nothing of it is visible. */
  tile(tile: TileAddress, areaPrefix: string): Uint8Array | null {
    if (tile.z < this.#spec.fromZoom) return null;
    const features = this.#groups
      .flatMap((group) => group.cut(tile))
      .filter(({ id }) => this.#isVisible(Number(id), tile.z, areaPrefix));
    if (features.length === 0) return null;
    const named = { [this.#spec.name]: { features } };
    // Of the tiles geojson-vt makes, the writer reads the features alone.
    return fromGeojsonVt(named as unknown as Parameters<typeof fromGeojsonVt>[0], {
      version: 2,
      extent: tileExtent,
    });
  }

  get bounds(): readonly Bounds[] {
    return this.#groups.map((group) => group.bounds);
  }

  #groupKey({ west, north, east, south }: ReturnType<typeof boundsOf>): string {
    if (this.#spec.fromZoom < groupedFromZoom) return '';
    const middle = { x: (west + east) / 2, y: (north + south) / 2 };
    const { x, y } = tileAt(middle, Math.min(groupMaxZoom, this.#spec.fromZoom));
    return `${x}/${y}`;
  }

  #isVisible(id: number, z: number, areaPrefix: string): boolean {
    if ((this.#fromZooms[id - 1] as number) > z) return false;
    return (this.#areaCodes[id - 1] as string).startsWith(areaPrefix);
  }
}
