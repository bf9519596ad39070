import type { TileAddress } from '#engine/tile-address.ts';
import { toLongitudeLatitude, worldUnits } from '#engine/web-mercator.ts';
import { encodePng } from './png.ts';

/** Heights on a lattice of longitude and latitude; row 0 is the northern edge, values stand at cell centres. */
export type ReliefRaster = {
  west: number;
  south: number;
  east: number;
  north: number;
  columns: number;
  rows: number;
  heightsM: Float32Array;
};

const pixels = 256;

/** Beyond these zooms the raster says nothing more, or the county is a speck. */
export const reliefZooms = { from: 6, to: 13 };

/** Share of the raster's sides over which heights pass into the level ground outside, lest the hillshade end in a step. */
const rim = 0.03;

/** Heights of a tile as terrain-RGB (Mapbox encoding, steps of 0.1 m); null where the raster does not reach. */
export function reliefTile(raster: ReliefRaster, tile: TileAddress): Uint8Array | null {
  const { longitudes, latitudes } = pixelCentres(tile);
  const [west, east] = [longitudes[0] as number, longitudes[pixels - 1] as number];
  const [north, south] = [latitudes[0] as number, latitudes[pixels - 1] as number];
  if (east < raster.west || west > raster.east) return null;
  if (north < raster.south || south > raster.north) return null;
  const across = samplesAt(
    longitudes.map((longitude) => columnAt(raster, longitude)),
    raster.columns,
  );
  const down = samplesAt(
    latitudes.map((latitude) => rowAt(raster, latitude)),
    raster.rows,
  );
  const lattice = { across, down };
  const level = meanHeight(raster);
  const nearX = longitudes.map((longitude) => inwards(columnAt(raster, longitude), raster.columns));
  const nearY = latitudes.map((latitude) => inwards(rowAt(raster, latitude), raster.rows));
  const rgb = new Uint8Array(pixels * pixels * 3);
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) {
      const share = (nearX[x] as number) * (nearY[y] as number);
      const height = level + (blended(raster, lattice, x, y) - level) * share;
      const steps = Math.round((height + 10_000) * 10);
      const at = (y * pixels + x) * 3;
      rgb[at] = steps >>> 16;
      rgb[at + 1] = steps >>> 8;
      rgb[at + 2] = steps;
    }
  }
  return encodePng(rgb, pixels, pixels);
}

/**
 * Height between the lattice's values, by Catmull-Rom splines: straight lines between them would show as facets in the
 * hillshade. Outside the raster its edge goes on.
 */
export function heightAt(raster: ReliefRaster, longitude: number, latitude: number): number {
  const across = samplesAt([columnAt(raster, longitude)], raster.columns);
  const down = samplesAt([rowAt(raster, latitude)], raster.rows);
  return blended(raster, { across, down }, 0, 0);
}

/** Heights at the crossings of these meridians and parallels, parallel by parallel: the same surface as `heightAt`. */
export function heightsOnLattice(
  raster: ReliefRaster,
  longitudes: readonly number[],
  latitudes: readonly number[],
): Float32Array {
  const across = samplesAt(
    longitudes.map((longitude) => columnAt(raster, longitude)),
    raster.columns,
  );
  const down = samplesAt(
    latitudes.map((latitude) => rowAt(raster, latitude)),
    raster.rows,
  );
  const heights = new Float32Array(longitudes.length * latitudes.length);
  let at = 0;
  for (let y = 0; y < latitudes.length; y++) {
    for (let x = 0; x < longitudes.length; x++, at++) {
      heights[at] = blended(raster, { across, down }, x, y);
    }
  }
  return heights;
}

/** For each position along an axis the four lattice lines around it and what each weighs. */
type Samples = { lines: Uint32Array; weights: Float64Array };
type Lattice = { across: Samples; down: Samples };

function samplesAt(positions: readonly number[], count: number): Samples {
  const lines = new Uint32Array(positions.length * 4);
  const weights = new Float64Array(positions.length * 4);
  positions.forEach((position, i) => {
    const inside = clamp(position, count - 1);
    const line = Math.floor(inside);
    const t = inside - line;
    weights.set(
      [
        0.5 * t * (t * (2 - t) - 1),
        1 + 0.5 * t * t * (3 * t - 5),
        0.5 * t * (t * (4 - 3 * t) + 1),
        0.5 * t * t * (t - 1),
      ],
      i * 4,
    );
    for (let step = 0; step < 4; step++) lines[i * 4 + step] = clamp(line + step - 1, count - 1);
  });
  return { lines, weights };
}

/** Height at the crossing of the `x`th position across and the `y`th down. */
function blended(raster: ReliefRaster, { across, down }: Lattice, x: number, y: number): number {
  const { heightsM, columns } = raster;
  let height = 0;
  for (let row = y * 4; row < y * 4 + 4; row++) {
    const start = (down.lines[row] as number) * columns;
    let along = 0;
    for (let column = x * 4; column < x * 4 + 4; column++) {
      const value = heightsM[start + (across.lines[column] as number)] as number;
      along += value * (across.weights[column] as number);
    }
    height += along * (down.weights[row] as number);
  }
  return height;
}

/** 0 outside the raster, 1 inside its rim, smooth between. */
function inwards(position: number, count: number): number {
  const fromEdge = Math.min(position, count - 1 - position) / (count * rim);
  const t = Math.max(0, Math.min(1, fromEdge));
  return t * t * (3 - 2 * t);
}

const means = new WeakMap<ReliefRaster, number>();

function meanHeight(raster: ReliefRaster): number {
  const known = means.get(raster);
  if (known !== undefined) return known;
  const mean = raster.heightsM.reduce((sum, height) => sum + height, 0) / raster.heightsM.length;
  means.set(raster, mean);
  return mean;
}

function pixelCentres(tile: TileAddress): { longitudes: number[]; latitudes: number[] } {
  const unitsPerPixel = worldUnits / 2 ** tile.z / pixels;
  const places = Array.from({ length: pixels }, (_, i) =>
    toLongitudeLatitude({
      x: (tile.x * pixels + i + 0.5) * unitsPerPixel,
      y: (tile.y * pixels + i + 0.5) * unitsPerPixel,
    }),
  );
  return {
    longitudes: places.map(([longitude]) => longitude),
    latitudes: places.map(([, latitude]) => latitude),
  };
}

function columnAt({ west, east, columns }: ReliefRaster, longitude: number): number {
  return ((longitude - west) / (east - west)) * columns - 0.5;
}

function rowAt({ south, north, rows }: ReliefRaster, latitude: number): number {
  return ((north - latitude) / (north - south)) * rows - 0.5;
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, value));
}
