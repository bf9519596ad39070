import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { tileAt } from '#engine/tile-address.ts';
import { toLongitudeLatitude, toWorld, worldUnits } from '#engine/web-mercator.ts';
import { heightAt, reliefTile, type ReliefRaster } from './relief-tile.ts';

/** A plane that rises to the east and to the north. */
function plane(): ReliefRaster {
  const [columns, rows] = [60, 40];
  const heightsM = Float32Array.from({ length: columns * rows }, (_, i) => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    return 100 + column * 10 + (rows - 1 - row) * 5;
  });
  return { west: 105, east: 105.6, south: 30, north: 30.4, columns, rows, heightsM };
}

describe('the relief', () => {
  it('comes as terrain-RGB that another reader turns back into the heights', () => {
    const raster = plane();
    const tile = tileAt(toWorld(105.3, 30.2), 12);
    const png = PNG.sync.read(Buffer.from(reliefTile(raster, tile) as Uint8Array));
    expect([png.width, png.height]).toEqual([256, 256]);
    for (const [column, row] of [
      [0, 0],
      [128, 40],
      [255, 255],
    ] as const) {
      const at = (row * 256 + column) * 4;
      const [red, green, blue] = png.data.subarray(at, at + 3) as unknown as number[];
      const height =
        -10_000 + ((red as number) * 65_536 + (green as number) * 256 + (blue as number)) * 0.1;
      const pixel = worldUnits / 2 ** 12 / 256;
      const [longitude, latitude] = toLongitudeLatitude({
        x: (tile.x * 256 + column + 0.5) * pixel,
        y: (tile.y * 256 + row + 0.5) * pixel,
      });
      const expected =
        100 + ((longitude - 105) / 0.01 - 0.5) * 10 + ((latitude - 30) / 0.01 - 0.5) * 5;
      expect(Math.abs(height - expected)).toBeLessThan(0.2);
    }
  });

  it('has the raster’s own height at the middle of its cells and goes on level beyond its edge', () => {
    const raster = plane();
    expect(heightAt(raster, 105.005, 30.395)).toBeCloseTo(100 + 39 * 5, 3);
    expect(heightAt(raster, 104, 31)).toBeCloseTo(100 + 39 * 5, 3);
  });

  it('passes into level ground at its rim', () => {
    const raster = plane();
    const png = PNG.sync.read(
      Buffer.from(reliefTile(raster, tileAt(toWorld(105.01, 30.2), 8)) as Uint8Array),
    );
    const heights = Array.from({ length: 256 }, (_, column) => {
      const at = (128 * 256 + column) * 4;
      return png.data.readUInt16BE(at) * 256 + (png.data[at + 2] as number);
    });
    expect(new Set(heights.slice(0, 20)).size).toBe(1);
  });

  it('has no tile where the raster does not reach', () => {
    expect(reliefTile(plane(), tileAt(toWorld(100, 30.2), 10))).toBeNull();
    expect(reliefTile(plane(), tileAt(toWorld(105.3, 35), 10))).toBeNull();
  });
});
