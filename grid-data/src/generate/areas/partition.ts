import { CellQueue } from '../geometry/cell-queue.ts';
import { createGrid, neighbourOf, neighbourSteps, type Grid } from '../geometry/grid.ts';

export type Site = {
  cell: number;
  /** Head start in cost: negative grows the region, positive shrinks it. */
  offset: number;
};

export type PartitionGround = {
  grid: Grid;
  /** Cost of passing a cell; borders come to lie where passing is dear, on ridges and rivers. */
  costs: Float32Array;
  /** A region grows only over cells whose ground number is its site's; -1 is nobody's. */
  ground: Int32Array;
};

/** Numbers each cell by the site that reaches it most cheaply; every region hangs together by cell edges. */
export function partition({ grid, costs, ground }: PartitionGround, sites: Site[]): Int32Array {
  const labels = new Int32Array(ground.length).fill(-1);
  const reached = new Float64Array(ground.length).fill(Infinity);
  const queue = new CellQueue();
  for (const [number, { cell, offset }] of sites.entries()) {
    if (offset >= reached[cell]!) continue;
    reached[cell] = offset;
    labels[cell] = number;
    queue.push(cell, offset);
  }
  while (queue.size > 0) {
    const cost = queue.smallestCost;
    const cell = queue.pop();
    if (cost > reached[cell]!) continue;
    for (let step = 0; step < 8; step += 1) {
      const next = neighbourOf(grid, cell, step);
      if (next < 0 || ground[next] !== ground[cell]) continue;
      const there = cost + costs[next]! * neighbourSteps[step]![2];
      if (there >= reached[next]!) continue;
      reached[next] = there;
      labels[next] = labels[cell]!;
      queue.push(next, there);
    }
  }
  mendPieces({ grid, costs, ground }, labels, sites);
  return labels;
}

/** Gives cells that hang on by a corner only to a neighbour they share an edge with. */
function mendPieces({ grid, ground }: PartitionGround, labels: Int32Array, sites: Site[]): void {
  const held = new Uint8Array(labels.length);
  const open = sites.filter(({ cell }, i) => labels[cell] === i).map(({ cell }) => cell);
  for (const cell of open) held[cell] = 1;
  for (let joining = false; ; joining = true) {
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      for (let step = 0; step < 4; step += 1) {
        const next = neighbourOf(grid, cell, step);
        if (next < 0 || held[next] === 1 || labels[next] !== labels[cell]) continue;
        held[next] = 1;
        open.push(next);
      }
    }
    if (joining) return;
    open.push(...orphansJoined(grid, ground, { labels, held }));
  }
}

/** Orphaned cells take the label of a held neighbour, spreading until none can. */
function orphansJoined(
  grid: Grid,
  ground: Int32Array,
  { labels, held }: { labels: Int32Array; held: Uint8Array },
): number[] {
  const joined: number[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (let cell = 0; cell < labels.length; cell += 1) {
      if (labels[cell]! < 0 || held[cell] === 1) continue;
      for (let step = 0; step < 4; step += 1) {
        const next = neighbourOf(grid, cell, step);
        if (next < 0 || held[next] === 0 || ground[next] !== ground[cell]) continue;
        labels[cell] = labels[next]!;
        held[cell] = 1;
        joined.push(cell);
        changed = true;
        break;
      }
    }
  }
  return joined;
}

/**
 * Shifts the sites' offsets until the regions come near the areas wanted (in cells). The search runs on a raster of
 * half the fineness, the last cut on the full one.
 */
export function partitionToSizes(
  ground: PartitionGround,
  cells: number[],
  wanted: number[],
): Int32Array {
  const coarse = coarsened(ground);
  const sites = cells.map((cell) => ({
    cell: coarseCell(ground.grid, coarse.grid, cell),
    offset: 0,
  }));
  for (let round = 0; round < 7; round += 1) {
    const sizes = new Float64Array(cells.length);
    for (const label of partition(coarse, sites)) {
      if (label >= 0) sizes[label] = sizes[label]! + 1;
    }
    for (const [i, site] of sites.entries()) {
      const excess = Math.sqrt(sizes[i]! + 1) - Math.sqrt(wanted[i]! / 4);
      site.offset += Math.max(-6, Math.min(6, excess * 0.6));
    }
  }
  return partition(
    ground,
    sites.map(({ offset }, i) => ({ cell: cells[i]!, offset: offset * 2 })),
  );
}

function coarseCell(fine: Grid, coarse: Grid, cell: number): number {
  const column = (cell % fine.columns) >> 1;
  return (Math.floor(cell / fine.columns) >> 1) * coarse.columns + column;
}

function coarsened({ grid, costs, ground }: PartitionGround): PartitionGround {
  const columns = (grid.columns + 1) >> 1;
  const rows = (grid.rows + 1) >> 1;
  const { west, north, cellMeters } = grid;
  const coarse = createGrid({ west, north, cellMeters: cellMeters * 2, columns, rows });
  const [coarseCosts, coarseGround] = [
    new Float32Array(columns * rows),
    new Int32Array(columns * rows).fill(-1),
  ];
  for (let cell = 0; cell < ground.length; cell += 1) {
    const there = coarseCell(grid, coarse, cell);
    if (ground[cell]! >= 0) coarseGround[there] = ground[cell]!;
    coarseCosts[there] = coarseCosts[there]! + costs[cell]! / 4;
  }
  return { grid: coarse, costs: coarseCosts, ground: coarseGround };
}
