import { CellQueue } from './cell-queue.ts';
import { neighbourOf, neighbourSteps, type Grid } from './grid.ts';

/** Metres from each cell to the nearest of the given cells, along the eight directions. */
export function distanceToCells(grid: Grid, from: Iterable<number>): Float32Array {
  const distances = new Float32Array(grid.columns * grid.rows).fill(Infinity);
  const queue = new CellQueue();
  for (const cell of from) {
    distances[cell] = 0;
    queue.push(cell, 0);
  }
  while (queue.size > 0) {
    const cost = queue.smallestCost;
    const cell = queue.pop();
    if (cost > distances[cell]!) continue;
    for (let step = 0; step < 8; step += 1) {
      const next = neighbourOf(grid, cell, step);
      if (next < 0) continue;
      const there = Math.fround(distances[cell]! + neighbourSteps[step]![2] * grid.cellMeters);
      if (there < distances[next]!) {
        distances[next] = there;
        queue.push(next, there);
      }
    }
  }
  return distances;
}
