/** Decoded vector tiles, kept while they are used: the ground, the marks and the buildings read the same ones. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { tileKey, type TileAddress } from './tile-address.ts';

const mostTiles = 400;

export class VectorTiles {
  readonly #tiles = new Map<string, Promise<VectorTile | null>>();
  readonly #onTrouble: (cause: string | null) => void;
  /** Raised at each change of a layer, so that no cache on the way answers with the old tile. */
  readonly #versions = new Map<string, number>();

  constructor(onTrouble: (cause: string | null) => void) {
    this.#onTrouble = onTrouble;
  }

  /** Null where the tile is empty or did not come. */
  get(tiles: string, tile: TileAddress): Promise<VectorTile | null> {
    const key = `${tiles}/${tileKey(tile)}`;
    const known = this.#tiles.get(key);
    if (known) {
      // Put last again: the first of the map is the one unused for longest.
      this.#tiles.delete(key);
      this.#tiles.set(key, known);
      return known;
    }
    const loading = this.#load(tiles, key);
    this.#tiles.set(key, loading);
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= mostTiles) break;
      this.#tiles.delete(oldest);
    }
    return loading;
  }

  forget(tiles: string): void {
    this.#versions.set(tiles, (this.#versions.get(tiles) ?? 0) + 1);
    for (const key of this.#tiles.keys()) if (key.startsWith(`${tiles}/`)) this.#tiles.delete(key);
  }

  async #load(tiles: string, key: string): Promise<VectorTile | null> {
    const version = this.#versions.get(tiles);
    const address = `/tiles/${key}.mvt${version === undefined ? '' : `?v=${version}`}`;
    try {
      const answer = await fetch(address);
      if (answer.status === 204 || answer.status === 404) return null;
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      this.#onTrouble(null);
      return new VectorTile(new PbfReader(bytes));
    } catch (cause) {
      this.#tiles.delete(key);
      this.#onTrouble(cause instanceof Error ? cause.message : String(cause));
      return null;
    }
  }
}
