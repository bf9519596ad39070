import type { CellCounts } from './cell-counts.ts';
import { MvtPointWriter, tileExtent } from './mvt-point-writer.ts';
import type { PointColumns } from './point-columns.ts';
import type { VisibleRows } from './visible-rows.ts';
import { worldBits } from './web-mercator.ts';
import { lowerBound } from './z-order.ts';

/** Bins along each side of a tile: 16 px on screen below zoom 13, 8 px where single points would be too many. */
const coarseBinBits = 5;
const fineBinBits = 6;

/** The tile's points counted in bins, summed from the cells where these know enough: for zooms that have bins only. */
export function coarseBinsTile(rows: VisibleRows): Uint8Array | null {
  if (!rows.isCountable) return binsOfPoints(rows, coarseBinBits);
  const bins = new Bins(rows, coarseBinBits);
  const { cells } = rows.layer.snapshot;
  const to = lowerBound(cells.keys, cells.count, rows.keys.to);
  for (let entry = lowerBound(cells.keys, cells.count, rows.keys.from); entry < to; entry++) {
    if (!rows.admitsNumbers(cells.areas[entry] as number, cells.classes[entry] as number)) continue;
    bins.addEntry(cells, entry);
  }
  rows.eachCorrection((points, row, sign) => bins.addPoint(points, row, sign));
  return bins.tile();
}

/** The tile's points counted in finer bins, from the points themselves: where they are too many to send. */
export function fineBinsTile(rows: VisibleRows): Uint8Array | null {
  return binsOfPoints(rows, fineBinBits);
}

function binsOfPoints(rows: VisibleRows, bits: number): Uint8Array | null {
  const bins = new Bins(rows, bits);
  rows.each((points, row) => {
    bins.addPoint(points, row, 1);
    return true;
  });
  return bins.tile();
}

class Bins {
  readonly #rows: VisibleRows;
  readonly #bits: number;
  readonly #stateCount: number;
  readonly #counts: Int32Array;
  readonly #sumX: Float64Array;
  readonly #sumY: Float64Array;
  readonly #states: Int32Array;
  #lastKey = -1;
  #lastBin = 0;

  constructor(rows: VisibleRows, bits: number) {
    const bins = 4 ** bits;
    const { spec, states } = rows.layer.words;
    this.#rows = rows;
    this.#bits = bits;
    this.#stateCount = spec.states.length > 0 ? states.size : 0;
    this.#counts = new Int32Array(bins);
    this.#sumX = new Float64Array(bins);
    this.#sumY = new Float64Array(bins);
    this.#states = new Int32Array(bins * this.#stateCount);
  }

  addEntry(cells: CellCounts, entry: number): void {
    const count = cells.counts[entry] as number;
    const sumX = cells.sumX[entry] as number;
    const sumY = cells.sumY[entry] as number;
    const key = cells.keys[entry] as number;
    // A cell never crosses a bin's border, and its entries stand side by side.
    if (key !== this.#lastKey) {
      this.#lastKey = key;
      this.#lastBin = this.#binAt(sumX / count, sumY / count);
    }
    const bin = this.#lastBin;
    this.#add(bin, count, cells.states[entry] as number);
    this.#sumX[bin] = (this.#sumX[bin] as number) + sumX;
    this.#sumY[bin] = (this.#sumY[bin] as number) + sumY;
  }

  addPoint(points: PointColumns, row: number, sign: 1 | -1): void {
    const x = points.x[row] as number;
    const y = points.y[row] as number;
    const bin = this.#binAt(x, y);
    this.#add(bin, sign, points.states[row] as number);
    this.#sumX[bin] = (this.#sumX[bin] as number) + x * sign;
    this.#sumY[bin] = (this.#sumY[bin] as number) + y * sign;
  }

  tile(): Uint8Array | null {
    const { words } = this.#rows.layer;
    const stateWords = this.#stateCount > 0 ? words.states.words() : [];
    const writer = new MvtPointWriter(['count', ...stateWords]);
    for (let bin = 0; bin < this.#counts.length; bin++) {
      const count = this.#counts[bin] as number;
      if (count <= 0) continue;
      writer.tag(0, writer.valueNumber(count));
      for (let state = 0; state < this.#stateCount; state++) {
        const inState = this.#states[bin * this.#stateCount + state] as number;
        if (inState > 0) writer.tag(1 + state, writer.valueNumber(inState));
      }
      const x = this.#inTile((this.#sumX[bin] as number) / count, this.#rows.tile.x);
      const y = this.#inTile((this.#sumY[bin] as number) / count, this.#rows.tile.y);
      writer.point(0, x, y);
    }
    return writer.finish(`${words.spec.name}-bins`);
  }

  #add(bin: number, count: number, state: number): void {
    this.#counts[bin] = (this.#counts[bin] as number) + count;
    if (this.#stateCount === 0) return;
    const place = bin * this.#stateCount + state;
    this.#states[place] = (this.#states[place] as number) + count;
  }

  #binAt(x: number, y: number): number {
    const scale = 2 ** (this.#rows.tile.z + this.#bits - worldBits);
    const side = 2 ** this.#bits;
    const column = Math.floor(x * scale) - this.#rows.tile.x * side;
    const row = Math.floor(y * scale) - this.#rows.tile.y * side;
    return row * side + column;
  }

  #inTile(world: number, tile: number): number {
    return Math.floor((world * 2 ** (this.#rows.tile.z - worldBits) - tile) * tileExtent);
  }
}
