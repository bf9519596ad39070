export type CellPoint = readonly [column: number, row: number];

/** Cells of a square raster whose middle lies inside the rings; a whole number is a cell's middle. */
export function burnRings(rings: readonly (readonly CellPoint[])[], size: number): number[] {
  const rows = rings.flat().map(([, row]) => row);
  const first = Math.max(0, Math.ceil(Math.min(...rows)));
  const last = Math.min(size - 1, Math.floor(Math.max(...rows)));
  const cells: number[] = [];
  for (let row = first; row <= last; row++) {
    const crossings = rings.flatMap((ring) => crossingsOf(ring, row)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i] as number));
      const to = Math.min(size - 1, Math.floor(crossings[i + 1] as number));
      for (let column = from; column <= to; column++) cells.push(row * size + column);
    }
  }
  return cells;
}

/** Columns at which a ring passes through a row. */
function crossingsOf(ring: readonly CellPoint[], row: number): number[] {
  const columns: number[] = [];
  for (let i = 0; i < ring.length; i++) {
    const [fromColumn, fromRow] = ring[i] as CellPoint;
    const [toColumn, toRow] = ring[(i + 1) % ring.length] as CellPoint;
    // Half open, so that a corner on the row counts once.
    if (fromRow <= row === toRow <= row) continue;
    columns.push(fromColumn + ((row - fromRow) / (toRow - fromRow)) * (toColumn - fromColumn));
  }
  return columns;
}
