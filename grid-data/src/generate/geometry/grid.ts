/** A raster over the county in metres; row 0 is the northern edge, column 0 the western. */
export type Grid = {
  west: number;
  north: number;
  cellMeters: number;
  columns: number;
  rows: number;
  /** What to add to a cell's number for each neighbour. */
  offsets: Int32Array;
  /** 1 for the outermost cells, which lack neighbours. */
  rim: Uint8Array;
};

export function createGrid(size: Omit<Grid, 'offsets' | 'rim'>): Grid {
  const { columns, rows } = size;
  const offsets = Int32Array.from(neighbourSteps, ([dc, dr]) => dr * columns + dc);
  const rim = new Uint8Array(columns * rows);
  rim.fill(1, 0, columns).fill(1, (rows - 1) * columns);
  for (let row = 0; row < rows; row += 1) rim[row * columns] = rim[(row + 1) * columns - 1] = 1;
  return { ...size, offsets, rim };
}

export function columnOf(grid: Grid, x: number): number {
  return Math.floor((x - grid.west) / grid.cellMeters);
}

export function rowOf(grid: Grid, y: number): number {
  return Math.floor((grid.north - y) / grid.cellMeters);
}

/** Index of the cell a point lies in, the nearest edge cell where it lies outside. */
export function cellAt(grid: Grid, x: number, y: number): number {
  const column = Math.min(grid.columns - 1, Math.max(0, columnOf(grid, x)));
  const row = Math.min(grid.rows - 1, Math.max(0, rowOf(grid, y)));
  return row * grid.columns + column;
}

export function xOf(grid: Grid, cell: number): number {
  return grid.west + ((cell % grid.columns) + 0.5) * grid.cellMeters;
}

export function yOf(grid: Grid, cell: number): number {
  return grid.north - (Math.floor(cell / grid.columns) + 0.5) * grid.cellMeters;
}

/** Steps to the eight neighbours as column, row and distance in cells; the first four share an edge. */
export const neighbourSteps: readonly (readonly [dc: number, dr: number, distance: number])[] = [
  [1, 0, 1],
  [0, 1, 1],
  [-1, 0, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT2],
  [-1, 1, Math.SQRT2],
  [-1, -1, Math.SQRT2],
  [1, -1, Math.SQRT2],
];

/** The neighbour in direction `step`, or -1 past the edge. */
export function neighbourOf(grid: Grid, cell: number, step: number): number {
  if (grid.rim[cell] === 0) return cell + grid.offsets[step]!;
  const [dc, dr] = neighbourSteps[step]!;
  const column = (cell % grid.columns) + dc;
  const row = Math.floor(cell / grid.columns) + dr;
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
  return row * grid.columns + column;
}

/** Value between cell centres, bilinear. */
export function sampleAt(grid: Grid, values: Float32Array, x: number, y: number): number {
  const fx = (x - grid.west) / grid.cellMeters - 0.5;
  const fy = (grid.north - y) / grid.cellMeters - 0.5;
  const c0 = Math.min(grid.columns - 2, Math.max(0, Math.floor(fx)));
  const r0 = Math.min(grid.rows - 2, Math.max(0, Math.floor(fy)));
  const tx = Math.min(1, Math.max(0, fx - c0));
  const ty = Math.min(1, Math.max(0, fy - r0));
  const i = r0 * grid.columns + c0;
  const top = values[i]! * (1 - tx) + values[i + 1]! * tx;
  const j = i + grid.columns;
  const bottom = values[j]! * (1 - tx) + values[j + 1]! * tx;
  return top * (1 - ty) + bottom * ty;
}

/** Steepness of the ground, metres per metre, by central differences. */
export function slopeField(grid: Grid, heights: Float32Array): Float32Array {
  const { columns, rows, cellMeters } = grid;
  const slopes = new Float32Array(heights.length);
  for (let r = 0; r < rows; r += 1) {
    const up = Math.max(0, r - 1) * columns;
    const down = Math.min(rows - 1, r + 1) * columns;
    for (let c = 0; c < columns; c += 1) {
      const left = Math.max(0, c - 1);
      const right = Math.min(columns - 1, c + 1);
      const dx = heights[r * columns + right]! - heights[r * columns + left]!;
      const dy = heights[up + c]! - heights[down + c]!;
      slopes[r * columns + c] = Math.hypot(dx, dy) / (2 * cellMeters);
    }
  }
  return slopes;
}
