/** Heights of the ground from the relief's terrain-RGB tiles. */
import { tileKey, tilePosition, windowIn, type TileAddress } from './tile-address.ts';

export const reliefZooms = { least: 6, most: 13 } as const;
const side = 256;
const mostTiles = 160;

type Heights = Float32Array | null;

export class Relief {
  readonly #loading = new Map<string, Promise<Heights>>();
  readonly #loaded = new Map<string, Float32Array>();

  /** Null where there is no relief. */
  tile(tile: TileAddress): Promise<Heights> {
    const key = tileKey(tile);
    const known = this.#loading.get(key);
    if (known) return known;
    const loading = this.#load(tile, key);
    this.#loading.set(key, loading);
    for (const oldest of this.#loading.keys()) {
      if (this.#loading.size <= mostTiles) break;
      this.#loading.delete(oldest);
      this.#loaded.delete(oldest);
    }
    return loading;
  }

  /** Metres above the ellipsoid at a place, from the finest tile at hand; 0 where none is. */
  heightAt(longitude: number, latitude: number): number {
    for (let z: number = reliefZooms.most; z >= reliefZooms.least; z -= 1) {
      const { x, y } = tilePosition(longitude, latitude, z);
      const heights = this.#loaded.get(tileKey({ z, x: Math.floor(x), y: Math.floor(y) }));
      if (heights) return sample(heights, x - Math.floor(x), y - Math.floor(y));
    }
    return 0;
  }

  /** Brings the finest heights around a place, so that heightAt answers with them. */
  async prepare(longitude: number, latitude: number): Promise<void> {
    const { x, y } = tilePosition(longitude, latitude, reliefZooms.most);
    await this.tile({ z: reliefZooms.most, x: Math.floor(x), y: Math.floor(y) });
  }

  /** A grid of heights over any tile, rows from north to south, both edges included. */
  async grid(tile: TileAddress, size: number): Promise<Float32Array> {
    const grid = new Float32Array(size * size);
    if (tile.z < reliefZooms.least) return grid;
    const { source, left, top, size: share } = windowIn(tile, reliefZooms.most);
    const heights = await this.tile(source);
    if (heights === null) return grid;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const u = left + (column / (size - 1)) * share;
        const v = top + (row / (size - 1)) * share;
        grid[row * size + column] = sample(heights, u, v);
      }
    }
    return grid;
  }

  async #load(tile: TileAddress, key: string): Promise<Heights> {
    const answer = await fetch(`/tiles/relief/${key}.png`).catch(() => null);
    if (!answer?.ok || answer.status === 204) {
      // Without an answer it is asked again; an answer that says "nothing here" stands.
      if (answer === null || answer.status >= 500) this.#loading.delete(key);
      return null;
    }
    const heights = await decode(await answer.blob());
    this.#loaded.set(key, heights);
    return heights;
  }
}

async function decode(png: Blob): Promise<Float32Array> {
  // Colour management or premultiplying would change the numbers that the colours are.
  const image = await createImageBitmap(png, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas for the relief');
  context.drawImage(image, 0, 0, side, side);
  image.close();
  const { data } = context.getImageData(0, 0, side, side);
  return Float32Array.from({ length: side * side }, (_, i) => {
    const at = i * 4;
    return (
      -10_000 + ((data[at] ?? 0) * 65_536 + (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0)) * 0.1
    );
  });
}

/** Between the four pixels around (u, v), each from 0 to 1 over the tile. */
export function sample(heights: Float32Array, u: number, v: number): number {
  const last = side - 1;
  const x = Math.min(last, Math.max(0, u * side - 0.5));
  const y = Math.min(last, Math.max(0, v * side - 0.5));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(last, left + 1), Math.min(last, top + 1)];
  const at = (column: number, row: number) => heights[row * side + column] ?? 0;
  const upper = at(left, top) + (at(right, top) - at(left, top)) * (x - left);
  const lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * (x - left);
  return upper + (lower - upper) * (y - top);
}
