import { cellAt, type Grid } from '../geometry/grid.ts';
import type { River } from './main-rivers.ts';

const sampleMeters = 25;

/** The raster cells a river runs through, source to mouth. */
function cellsAlong(grid: Grid, { points }: River): number[] {
  const cells: number[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / sampleMeters));
    for (let s = 0; s <= steps; s += 1) {
      const cell = cellAt(grid, a.x + ((b.x - a.x) * s) / steps, a.y + ((b.y - a.y) * s) / steps);
      if (cell !== cells.at(-1)) cells.push(cell);
    }
  }
  return cells;
}

/** Lowers the ground under each line until none climbs anywhere; only lowers, so it comes to rest. */
export function carveRivers(grid: Grid, heights: Float32Array, rivers: River[]): void {
  const lines = rivers.map((river) => cellsAlong(grid, river));
  for (let changed = true; changed;) {
    changed = false;
    for (const cells of lines) {
      for (let i = 1; i < cells.length; i += 1) {
        const level = heights[cells[i - 1]!]!;
        if (heights[cells[i]!]! <= level) continue;
        heights[cells[i]!] = level;
        changed = true;
      }
    }
  }
}
