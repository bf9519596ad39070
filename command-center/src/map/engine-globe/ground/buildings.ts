/** Houses that stand up near the view: one solid per tile, kept while it is near. */
import {
  BoundingSphere,
  Color,
  ColorGeometryInstanceAttribute,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  PerInstanceColorAppearance,
  Primitive,
  PrimitiveType,
  type Scene,
} from '@cesium/engine';
import { classifyRings, type VectorTile } from '@mapbox/vector-tile';
import { groundPoint } from '../view/earth-vectors.ts';
import { buildingMesh, type BuildingOutline } from './building-mesh.ts';
import type { Relief } from './relief.ts';
import { placeOf, reliefTileOf, tileKey, tilesAround, type TileAddress } from './tile-address.ts';
import type { VectorTiles } from './vector-tiles.ts';

const tileZoom = 14;
/** From this far a house is only its footprint, painted on the ground. */
const nearEnoughZoom = 14.2;
const radiusMeters = 2_500;
const mostTiles = 6;
const usualHeightMeters = 6;

export class Buildings {
  readonly #scene: Scene;
  readonly #tiles: VectorTiles;
  readonly #relief: Relief;
  readonly #standing = new Map<string, Primitive | null>();
  #color = Color.GRAY;
  #round = 0;

  constructor(scene: Scene, tiles: VectorTiles, relief: Relief) {
    this.#scene = scene;
    this.#tiles = tiles;
    this.#relief = relief;
  }

  setColor(css: string): void {
    this.#color = Color.fromCssColorString(css);
    this.#keepOnly(new Set());
  }

  async showAround(centre: readonly [number, number], zoom: number): Promise<void> {
    const round = (this.#round += 1);
    const near =
      zoom < nearEnoughZoom
        ? []
        : tilesAround(centre, radiusMeters, { z: tileZoom, limit: mostTiles });
    this.#keepOnly(new Set(near.map(tileKey)));
    for (const tile of near) {
      const key = tileKey(tile);
      if (this.#standing.has(key)) continue;
      const solid = await this.#build(tile);
      if (round !== this.#round) return;
      this.#standing.set(key, solid);
      if (solid) this.#scene.primitives.add(solid);
      this.#scene.requestRender();
    }
  }

  #keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, solid] of this.#standing) {
      if (keys.has(key)) continue;
      if (solid) this.#scene.primitives.remove(solid);
      this.#standing.delete(key);
    }
  }

  async #build(tile: TileAddress): Promise<Primitive | null> {
    const [vectors] = await Promise.all([
      this.#tiles.get('base', tile),
      this.#relief.tile(reliefTileOf(tile)),
    ]);
    const outlines = vectors ? this.#outlines(vectors, tile) : [];
    return outlines.length === 0 ? null : solidOf(outlines, this.#color);
  }

  #outlines(vectors: VectorTile, tile: TileAddress): BuildingOutline[] {
    const layer = vectors.layers['building'];
    const outlines: BuildingOutline[] = [];
    for (let i = 0; i < (layer?.length ?? 0); i += 1) {
      const feature = layer?.feature(i);
      if (!feature || feature.type !== 3) continue;
      const height = Number(feature.properties['heightM'] ?? usualHeightMeters);
      for (const polygon of classifyRings(feature.loadGeometry())) {
        const rings = polygon.map((ring) =>
          // The last point of a ring repeats the first.
          ring
            .slice(0, -1)
            .map(({ x, y }) =>
              placeOf(tile.z, tile.x + x / feature.extent, tile.y + y / feature.extent),
            ),
        );
        const [first] = rings[0] ?? [];
        if (!first || (rings[0]?.length ?? 0) < 3) continue;
        outlines.push({
          rings,
          groundMeters: this.#relief.heightAt(first[0], first[1]),
          heightMeters: height,
        });
      }
    }
    return outlines;
  }
}

function solidOf(outlines: readonly BuildingOutline[], color: Color): Primitive {
  const mesh = buildingMesh(outlines, groundPoint);
  const attributes = new GeometryAttributes();
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: mesh.positions,
  });
  attributes.normal = new GeometryAttribute({
    componentDatatype: ComponentDatatype.FLOAT,
    componentsPerAttribute: 3,
    values: mesh.normals,
  });
  return new Primitive({
    geometryInstances: new GeometryInstance({
      geometry: new Geometry({
        attributes,
        indices: mesh.indices,
        primitiveType: PrimitiveType.TRIANGLES,
        boundingSphere: BoundingSphere.fromVertices([...mesh.positions]),
      }),
      attributes: { color: ColorGeometryInstanceAttribute.fromColor(color) },
    }),
    appearance: new PerInstanceColorAppearance({ translucent: false }),
    asynchronous: false,
    allowPicking: false,
  });
}
