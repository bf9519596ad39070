/** A tile as it is kept: the bytes as made, and gzipped where that pays. */
export type CachedTile = {
  /** Null for a tile with nothing in it. */
  body: Uint8Array | null;
  gzipped: Uint8Array | null;
  etag: string;
};

type Flight = { promise: Promise<CachedTile>; stale: boolean };

/** What a key and its bookkeeping weigh, so that empty tiles count too. */
const entryOverheadBytes = 800;

/**
 * Tiles by variant (who looks, what was filtered) under their address, the least recently used leaving first. Requests for
 * a tile that is just being made wait for it; a tile that changes while it is made is answered but not kept.
 */
export class TileCache {
  readonly #maxBytes: number;
  readonly #tiles = new Map<string, { tile: CachedTile; address: string; bytes: number }>();
  readonly #keysOfAddress = new Map<string, Set<string>>();
  readonly #flights = new Map<string, Flight>();
  bytes = 0;
  hits = 0;
  misses = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  async get(
    address: string,
    variant: string,
    make: () => Promise<CachedTile>,
  ): Promise<CachedTile> {
    const key = `${address}|${variant}`;
    const kept = this.#tiles.get(key);
    if (kept !== undefined) {
      this.hits++;
      this.#tiles.delete(key);
      this.#tiles.set(key, kept);
      return kept.tile;
    }
    const flying = this.#flights.get(key);
    if (flying !== undefined && !flying.stale) return flying.promise;
    this.misses++;
    return this.#make(key, address, make);
  }

  /** Forgets all variants of a tile, those under way included. */
  invalidate(address: string): void {
    const keys = this.#keysOfAddress.get(address);
    if (keys === undefined) return;
    for (const key of keys) {
      const flight = this.#flights.get(key);
      if (flight !== undefined) flight.stale = true;
      this.#drop(key);
    }
  }

  /** Forgets every tile of a layer. */
  invalidateLayer(layer: string): void {
    for (const address of [...this.#keysOfAddress.keys()]) {
      if (address.startsWith(`${layer}/`)) this.invalidate(address);
    }
  }

  async #make(key: string, address: string, make: () => Promise<CachedTile>): Promise<CachedTile> {
    const flight: Flight = { promise: make(), stale: false };
    this.#flights.set(key, flight);
    this.#noteKey(address, key);
    try {
      const tile = await flight.promise;
      if (!flight.stale) this.#keep(key, address, tile);
      return tile;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      if (!this.#tiles.has(key) && !this.#flights.has(key)) this.#forgetKey(address, key);
    }
  }

  #keep(key: string, address: string, tile: CachedTile): void {
    this.#drop(key);
    const bytes = (tile.body?.length ?? 0) + (tile.gzipped?.length ?? 0) + entryOverheadBytes;
    this.#tiles.set(key, { tile, address, bytes });
    this.bytes += bytes;
    for (const oldest of this.#tiles.keys()) {
      if (this.bytes <= this.#maxBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const entry = this.#tiles.get(key);
    if (entry === undefined) return;
    this.#tiles.delete(key);
    this.bytes -= entry.bytes;
    if (!this.#flights.has(key)) this.#forgetKey(entry.address, key);
  }

  #noteKey(address: string, key: string): void {
    const keys = this.#keysOfAddress.get(address);
    if (keys === undefined) this.#keysOfAddress.set(address, new Set([key]));
    else keys.add(key);
  }

  #forgetKey(address: string, key: string): void {
    const keys = this.#keysOfAddress.get(address);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysOfAddress.delete(address);
  }
}
