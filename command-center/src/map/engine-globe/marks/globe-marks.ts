/** Keeps the point things around the view drawn: which tiles, which layers, and anew only when one of them changed. */
import type { Scene } from '@cesium/engine';
import type { LonLat } from 'grid-data';
import type { ViewState } from '../../engine.ts';
import { zoomOf } from '../../engine-flat/view-conversion.ts';
import type { MapLayer } from '../../layer.ts';
import { reliefTileOf, tileKey, tilesAround, type TileAddress } from '../ground/tile-address.ts';
import type { Relief } from '../ground/relief.ts';
import type { VectorTiles } from '../ground/vector-tiles.ts';
import type { Lookups } from '../styled-by.ts';
import { GroundCones } from './ground-cones.ts';
import { withRoom } from './label-room.ts';
import { MarkLayer } from './mark-layer.ts';
import type { MarkPictures } from './mark-pictures.ts';
import { hasMarks, pageThings, readThings, type LoadedTile } from './read-things.ts';

const mostTiles = 40;

type Kept = { layer: MapLayer; marks: MarkLayer; cones: GroundCones; drawn: string };

type PagePoints = GeoJSON.FeatureCollection<GeoJSON.Point>;

export type MarkSources = { tiles: VectorTiles; relief: Relief; pictures: MarkPictures };

export class GlobeMarks {
  readonly #scene: Scene;
  readonly #sources: MarkSources;
  #kept: Kept[] = [];
  readonly #pagePoints = new Map<string, PagePoints>();
  #lookups: Lookups = new Map();
  #round = 0;
  #middle: LonLat = [0, 0];

  constructor(scene: Scene, sources: MarkSources) {
    this.#scene = scene;
    this.#sources = sources;
  }

  setLayers(layers: readonly MapLayer[]): void {
    for (const kept of this.#kept) {
      kept.marks.destroy();
      kept.cones.clear();
    }
    this.#kept = layers.filter(hasMarks).map((layer) => ({
      layer,
      marks: new MarkLayer(this.#scene, this.#sources.pictures),
      cones: new GroundCones(this.#scene),
      drawn: '',
    }));
  }

  setLookups(lookups: Lookups): void {
    this.#lookups = lookups;
    this.redraw();
  }

  /** Points that the page feeds stand in for a layer's bins. */
  setPagePoints(layerId: string, points: PagePoints | null): void {
    if (points) this.#pagePoints.set(layerId, points);
    else this.#pagePoints.delete(layerId);
    this.redraw(layerId);
  }

  /** Colours, symbols or the things themselves changed: the next showAround draws anew. */
  redraw(layerId?: string): void {
    for (const kept of this.#kept) {
      if (layerId === undefined || kept.layer.id === layerId) kept.drawn = '';
    }
  }

  async showAround(view: ViewState, diagonalPx: number): Promise<void> {
    const round = (this.#round += 1);
    this.#middle = [view.longitude, view.latitude];
    const zoom = zoomOf(view.metersPerPixel, view.latitude);
    // A tilted view reaches further ahead than its centre's scale says.
    const reach = 0.6 + Math.tan((Math.min(view.pitchDeg, 70) * Math.PI) / 180) * 0.35;
    const radiusMeters = diagonalPx * view.metersPerPixel * reach;
    await Promise.all(
      this.#kept.map(async (kept) => {
        const wanted = tilesFor(kept.layer, view, { zoom, radiusMeters });
        const key = `${bandOf(kept.layer, zoom)}:${wanted.map(tileKey).join(' ')}`;
        if (key === kept.drawn) return;
        const loaded = await this.#load(kept.layer, wanted);
        if (round !== this.#round || !this.#kept.includes(kept)) return;
        kept.drawn = key;
        this.#draw(kept, loaded, zoom);
      }),
    );
    this.#makeRoom();
    this.#scene.requestRender();
  }

  /** Of labels that would lie over each other only the first is shown. */
  #makeRoom(): void {
    const labels = this.#kept.flatMap(({ marks }) => marks.labels);
    const boxes = labels.map((label) => {
      const middle = label.computeScreenSpacePosition(this.#scene);
      const { width = 0, height = 0 } = label;
      return middle && { x: middle.x, y: middle.y, width, height };
    });
    const roomy = withRoom(boxes);
    labels.forEach((label, index) => {
      label.show = roomy.has(index);
    });
  }

  #draw({ layer, marks, cones }: Kept, loaded: readonly LoadedTile[], zoom: number): void {
    const { relief } = this.#sources;
    const heightAt = (lon: number, lat: number) => relief.heightAt(lon, lat);
    const page = this.#pagePoints.get(layer.id);
    const fromTiles = readThings(layer, loaded, heightAt);
    const things = page
      ? [...fromTiles.filter((thing) => !thing.bin), ...pageThings(layer, page, heightAt)]
      : fromTiles;
    marks.draw(things, zoom, this.#lookups);
    cones.draw(things, zoom, this.#middle);
  }

  async #load(layer: MapLayer, wanted: readonly TileAddress[]): Promise<LoadedTile[]> {
    const { source } = layer;
    if (source.kind !== 'tiles') return [];
    const { tiles, relief } = this.#sources;
    const heights = new Map(
      wanted.map((tile) => [tileKey(reliefTileOf(tile)), reliefTileOf(tile)]),
    );
    const [loaded] = await Promise.all([
      Promise.all(
        wanted.map(async (tile) => ({ tile, vectors: await tiles.get(source.tiles, tile) })),
      ),
      Promise.all([...heights.values()].map((tile) => relief.tile(tile))),
    ]);
    return loaded.filter((each): each is LoadedTile => each.vectors !== null);
  }
}

function tilesFor(
  { source, parts }: MapLayer,
  view: ViewState,
  { zoom, radiusMeters }: { zoom: number; radiusMeters: number },
): TileAddress[] {
  if (source.kind !== 'tiles' || !parts.some((part) => zoom >= part.minZoom)) return [];
  const z = Math.max(source.minZoom, Math.min(source.maxZoom, Math.floor(zoom)));
  return tilesAround([view.longitude, view.latitude], radiusMeters, { z, limit: mostTiles });
}

/** Which parts are drawn at a zoom: crossing one of their limits draws anew without new tiles. */
function bandOf({ parts }: MapLayer, zoom: number): string {
  return parts.map((part) => (zoom >= part.minZoom && zoom < part.maxZoom ? 1 : 0)).join('');
}
