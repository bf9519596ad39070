/** Gives the cell with the smallest cost first; equal costs leave by cell number. A heap of four children a node. */
export class CellQueue {
  #costs = new Float64Array(1024);
  #cells = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get smallestCost(): number {
    return this.#costs[0]!;
  }

  push(cell: number, cost: number): void {
    if (this.#size === this.#cells.length) this.#grow();
    let i = this.#size++;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      if (!this.#before(cost, cell, parent)) break;
      this.#costs[i] = this.#costs[parent]!;
      this.#cells[i] = this.#cells[parent]!;
      i = parent;
    }
    this.#costs[i] = cost;
    this.#cells[i] = cell;
  }

  /** Takes the first cell away; ask only while size is above 0. */
  pop(): number {
    const first = this.#cells[0]!;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#costs[this.#size]!, this.#cells[this.#size]!);
    return first;
  }

  #before(cost: number, cell: number, at: number): boolean {
    const other = this.#costs[at]!;
    return cost < other || (cost === other && cell < this.#cells[at]!);
  }

  #sink(cost: number, cell: number): void {
    const [costs, cells, size] = [this.#costs, this.#cells, this.#size];
    let i = 0;
    for (;;) {
      const first = 4 * i + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let child = first;
      for (let other = first + 1; other < end; other += 1) {
        const [a, b] = [costs[other]!, costs[child]!];
        if (a < b || (a === b && cells[other]! < cells[child]!)) child = other;
      }
      if (this.#before(cost, cell, child)) break;
      costs[i] = costs[child]!;
      cells[i] = cells[child]!;
      i = child;
    }
    costs[i] = cost;
    cells[i] = cell;
  }

  #grow(): void {
    const costs = new Float64Array(this.#costs.length * 2);
    costs.set(this.#costs);
    this.#costs = costs;
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
