import type { PointColumns } from './point-columns.ts';
import { keyBits } from './z-order.ts';

/** Bins of the highest zoom that has bins only are cells of this zoom: 12 + 5, about 300 m. */
const cellZoom = 17;
const keysPerCell = 4 ** (keyBits - cellZoom);
const rowsPerSlice = 8192;

/**
 * Points counted per small cell, area, class and state, in the order of the cells: what every tile below zoom 13 and every
 * scope is summed from, without touching single points.
 */
export class CellCounts {
  count = 0;
  readonly keys: Float64Array;
  readonly areas: Uint32Array;
  readonly classes: Uint16Array;
  readonly states: Uint8Array;
  readonly counts: Uint32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  #cell = -1;
  #cellStart = 0;

  /** Room for as many entries as there are points; pages never written cost no memory. */
  private constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.areas = new Uint32Array(capacity);
    this.classes = new Uint16Array(capacity);
    this.states = new Uint8Array(capacity);
    this.counts = new Uint32Array(capacity);
    this.sumX = new Float64Array(capacity);
    this.sumY = new Float64Array(capacity);
  }

  /** Counts sorted columns; yields now and then so that a server can answer in between. */
  static *of(points: PointColumns): Generator<void, CellCounts> {
    const cells = new CellCounts(points.count);
    for (let row = 0; row < points.count; row++) {
      if (row % rowsPerSlice === 0) yield;
      cells.#add(points, row);
    }
    return cells;
  }

  #add(points: PointColumns, row: number): void {
    const cell = Math.floor((points.keys[row] as number) / keysPerCell);
    if (cell !== this.#cell) {
      this.#cell = cell;
      this.#cellStart = this.count;
    }
    const entry = this.#entryFor(points, row);
    this.counts[entry] = (this.counts[entry] as number) + 1;
    this.sumX[entry] = (this.sumX[entry] as number) + (points.x[row] as number);
    this.sumY[entry] = (this.sumY[entry] as number) + (points.y[row] as number);
  }

  #entryFor(points: PointColumns, row: number): number {
    const area = points.areas[row] as number;
    const classNumber = points.classes[row] as number;
    const state = points.states[row] as number;
    for (let entry = this.#cellStart; entry < this.count; entry++) {
      if (
        this.areas[entry] === area &&
        this.classes[entry] === classNumber &&
        this.states[entry] === state
      ) {
        return entry;
      }
    }
    const entry = this.count++;
    this.keys[entry] = this.#cell * keysPerCell;
    this.areas[entry] = area;
    this.classes[entry] = classNumber;
    this.states[entry] = state;
    return entry;
  }
}
