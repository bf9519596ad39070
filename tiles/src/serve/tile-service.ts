import { setImmediate } from 'node:timers/promises';
import { DomainError } from 'grid-data';
import { PointLayer } from '#engine/point-layer.ts';
import { pointTile } from '#engine/point-tile.ts';
import type { PointRow } from '#engine/point-row.ts';
import { checkTileAddress, maxTileZoom, tileAt, type TileAddress } from '#engine/tile-address.ts';
import type { WorldPoint } from '#engine/web-mercator.ts';
import { pointLayerSpecs, type PointLayerName } from '#layers/point-layer-spec.ts';
import { shapeLayerSpecs, type ShapeLayerName } from '#layers/shape-layer-specs.ts';
import { reliefTile, reliefZooms, type ReliefRaster } from '#relief/relief-tile.ts';
import type { ShapeFeature } from '#shapes/shape-feature.ts';
import { ShapeLayer } from '#shapes/shape-layer.ts';
import { shapeMaxZoom } from '#shapes/shape-group.ts';
import { cachedTile } from './cached-tile.ts';
import { TileCache } from './tile-cache.ts';
import { checkClassPrefix, type TileAnswer, type TileRequest } from './tile-request.ts';

const vectorTile = 'application/vnd.mapbox-vector-tile';
const warmZooms = { from: 6, to: 11 };
const defaultCacheBytes = 128 * 1024 * 1024;

export type TileServiceOptions = { cacheBytes?: number };

/** Every layer of the city behind one question: what does this viewer see in this tile? */
export class TileService {
  readonly #points = new Map<string, PointLayer>(
    pointLayerSpecs.map((spec) => [spec.name, new PointLayer(spec)]),
  );
  readonly #shapes = new Map<string, ShapeLayer>(
    shapeLayerSpecs.map((spec) => [spec.name, new ShapeLayer(spec)]),
  );
  readonly #cache: TileCache;
  #relief: ReliefRaster | null = null;
  /** The last journal row worked in. */
  seq = 0;

  constructor(options: TileServiceOptions = {}) {
    this.#cache = new TileCache(options.cacheBytes ?? defaultCacheBytes);
  }

  /** Whether everyone signed in sees the same in this layer: the ground, its relief, the areas. */
  isShared(layer: string): boolean {
    const shapes = this.#shapes.get(layer);
    return layer === 'relief' || (shapes !== undefined && !shapes.spec.scoped);
  }

  async answerTile(request: TileRequest): Promise<TileAnswer> {
    const { layer, z, x, y } = request;
    const plan = this.#plan(request);
    const { seq } = this;
    const tile = await this.#cache.get(`${layer}/${z}/${x}/${y}`, plan.variant, () =>
      cachedTile(plan.make(), plan.contentType === vectorTile),
    );
    return { ...tile, contentType: plan.contentType, shared: this.isShared(layer), seq };
  }

  /** Replaces a point layer by the rows that `fill` adds; answers how many could not be placed. */
  async loadPoints(
    layer: PointLayerName,
    fill: (add: (row: PointRow) => void) => Promise<void>,
  ): Promise<number> {
    const refused = await this.#pointLayer(layer).load(fill);
    this.#cache.invalidateLayer(layer);
    return refused;
  }

  /** Replaces a shape layer; `featuresOf` is asked once per source-layer. */
  loadShapes(
    layer: ShapeLayerName,
    featuresOf: (sourceLayer: string) => readonly ShapeFeature[],
  ): void {
    this.#shapes.get(layer)?.load(featuresOf);
    this.#cache.invalidateLayer(layer);
  }

  loadRelief(raster: ReliefRaster | null): void {
    this.#relief = raster;
    this.#cache.invalidateLayer('relief');
  }

  /**
   * Makes the tiles of the whole county's views, one at a time with room for others in between: the first of them cost a
   * tenth of a second each, and every page begins there.
   */
  async warmUp(signal: AbortSignal): Promise<void> {
    const corners = this.#shapes.get('areas')?.corners ?? null;
    if (corners === null) return;
    for (let z = warmZooms.from; z <= warmZooms.to; z++) {
      const [first, last] = corners.map((corner) => tileAt(corner, z)) as [
        TileAddress,
        TileAddress,
      ];
      for (let x = first.x; x <= last.x; x++) {
        for (let y = first.y; y <= last.y; y++) {
          for (const layer of ['base', 'areas', 'relief']) {
            if (signal.aborted) return;
            await this.answerTile({ layer, z, x, y, scope: { areaPrefix: '' } });
            await setImmediate();
          }
        }
      }
    }
  }

  /** Shows a thing as it is now: the next answer of every tile it was or is in has it. */
  upsertPoint(layer: PointLayerName, row: PointRow): void {
    this.#invalidateAround(layer, this.#pointLayer(layer).upsert(row));
  }

  removePoint(layer: PointLayerName, id: string | number): void {
    this.#invalidateAround(layer, this.#pointLayer(layer).remove(id));
  }

  pointCount(layer: PointLayerName): number {
    return this.#pointLayer(layer).count;
  }

  /** Resolves when no rebuild or load of points is under way. */
  async settled(): Promise<void> {
    for (const layer of this.#points.values()) await layer.settled();
  }

  get cacheState(): { bytes: number; hits: number; misses: number } {
    const { bytes, hits, misses } = this.#cache;
    return { bytes, hits, misses };
  }

  #plan(request: TileRequest): {
    variant: string;
    contentType: string;
    make: () => Uint8Array | null;
  } {
    const { layer, scope, classPrefix = '' } = request;
    const tile = { z: request.z, x: request.x, y: request.y };
    const points = this.#points.get(layer);
    if (points !== undefined) {
      checkTileAddress(tile, { from: 0, to: maxTileZoom });
      checkClassPrefix(classPrefix);
      const department = points.words.spec.departmentAttribute && (scope.department ?? null);
      const filter = { areaPrefix: scope.areaPrefix, department, classPrefix };
      const variant = JSON.stringify(filter);
      const make = () => pointTile(points, tile, filter);
      return { variant, contentType: vectorTile, make };
    }
    const shapes = this.#shapes.get(layer);
    if (shapes !== undefined) {
      checkTileAddress(tile, { from: 0, to: shapeMaxZoom });
      const variant = shapes.spec.scoped ? scope.areaPrefix : '';
      const make = () => shapes.tile(tile, variant);
      return { variant, contentType: vectorTile, make };
    }
    if (layer === 'relief') {
      checkTileAddress(tile, reliefZooms);
      const make = () => (this.#relief === null ? null : reliefTile(this.#relief, tile));
      return { variant: '', contentType: 'image/png', make };
    }
    throw new DomainError('not-found', `there is no layer ${layer.slice(0, 40)}`, {
      reason: 'unknown-layer',
      details: { layers: [...this.#points.keys(), ...this.#shapes.keys(), 'relief'] },
    });
  }

  #pointLayer(name: PointLayerName): PointLayer {
    return this.#points.get(name) as PointLayer;
  }

  #invalidateAround(layer: PointLayerName, places: readonly WorldPoint[]): void {
    for (const place of places) {
      for (let z = 0; z <= maxTileZoom; z++) {
        const tile = tileAt(place, z);
        this.#cache.invalidate(`${layer}/${tile.z}/${tile.x}/${tile.y}`);
      }
    }
  }
}
