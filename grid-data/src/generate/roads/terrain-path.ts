import { CellQueue } from '../geometry/cell-queue.ts';
import { neighbourOf, neighbourSteps, xOf, yOf } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';

/** What a road builder pays: steep ground and water are dear, an existing road is cheap. */
export class TerrainPaths {
  readonly land: Land;
  readonly #isBank: Uint8Array;
  /** Bit s set: a road leaves the cell in direction s. */
  readonly #roadSteps: Uint8Array;
  readonly #came: Int32Array;
  readonly #costs: Float64Array;
  #touched: number[] = [];
  readonly #cheap: Uint8Array;

  constructor(land: Land, footprint: Uint8Array) {
    this.land = land;
    this.#cheap = footprint;
    this.#roadSteps = new Uint8Array(land.mask.length);
    this.#came = new Int32Array(land.mask.length).fill(-1);
    this.#costs = new Float64Array(land.mask.length).fill(Infinity);
    this.#isBank = new Uint8Array(land.mask.length);
    for (let cell = 0; cell < land.mask.length; cell += 1) {
      if (land.waterCells[cell] === 1) continue;
      const [x, y] = [xOf(land.grid, cell), yOf(land.grid, cell)];
      if (land.water.isWater(x, y, 60)) this.#isBank[cell] = 1;
    }
  }

  build(from: number, to: number): void {
    for (let step = 0; step < 8; step += 1) {
      if (neighbourOf(this.land.grid, from, step) === to) this.#mark(from, step);
      if (neighbourOf(this.land.grid, to, step) === from) this.#mark(to, step);
    }
  }

  #mark(cell: number, step: number): void {
    this.#roadSteps[cell] = this.#roadSteps[cell]! | (1 << step);
  }

  #stepCost(from: number, to: number, step: number): number {
    const { land } = this;
    const distanceCells = neighbourSteps[step]![2];
    if (this.#cheap[from] === 1 && this.#cheap[to] === 1) return distanceCells * 0.25;
    const run = distanceCells * land.grid.cellMeters;
    const grade = Math.abs(land.heights[to]! - land.heights[from]!) / run;
    let cost = distanceCells * (1 + (grade / 0.055) ** 2 + (land.slopes[to]! / 0.16) ** 2);
    if (land.waterCells[to] === 1) cost += 9;
    else if (this.#isBank[to] === 1) cost *= 1.8;
    return (this.#roadSteps[from]! & (1 << step)) === 0 ? cost : cost * 0.4;
  }

  /**
   * Cheapest ways from the sources to everywhere, or until the first of `targets` is reached. The answer is good until
   * the next call: the big arrays are kept, as most calls touch a corner of them only.
   */
  explore(sources: Iterable<number>, targets: Set<number> | null): Exploration {
    const { grid, mask } = this.land;
    const [came, costs] = [this.#came, this.#costs];
    for (const cell of this.#touched) {
      came[cell] = -1;
      costs[cell] = Infinity;
    }
    const touched: number[] = [];
    this.#touched = touched;
    const queue = new CellQueue();
    const reach = (cell: number, cost: number): void => {
      if (costs[cell] === Infinity) touched.push(cell);
      costs[cell] = cost;
      queue.push(cell, cost);
    };
    for (const cell of sources) reach(cell, 0);
    while (queue.size > 0) {
      const cost = queue.smallestCost;
      const cell = queue.pop();
      if (cost > costs[cell]!) continue;
      if (targets?.has(cell)) return { came, reached: cell };
      for (let step = 0; step < 8; step += 1) {
        const next = neighbourOf(grid, cell, step);
        if (next < 0 || mask[next] === 0) continue;
        const there = cost + this.#stepCost(cell, next, step);
        if (there >= costs[next]!) continue;
        reach(next, there);
        came[next] = cell;
      }
    }
    return { came, reached: -1 };
  }
}

export type Exploration = { came: Int32Array; reached: number };

/** The cells from a reached cell back to its source. */
export function trail(came: Int32Array, end: number): number[] {
  const cells: number[] = [];
  for (let cell = end; cell >= 0; cell = came[cell]!) cells.push(cell);
  return cells;
}
