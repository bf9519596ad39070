import { CellQueue } from '../geometry/cell-queue.ts';
import { neighbourOf, neighbourSteps, type Grid } from '../geometry/grid.ts';

export type Drainage = {
  /** The cell each cell drains to; outlets drain to themselves. */
  receiver: Int32Array;
  /** Every cell after the one it drains to. */
  order: Int32Array;
};

/**
 * Priority-flood (Barnes 2014): grows from the outlets over the lowest rim first, so every cell gets a way out.
 * `heights` is raised where it was a pit; `riseMeters` keeps filled ground falling.
 */
export function drain(
  grid: Grid,
  heights: Float32Array,
  outlets: Iterable<number>,
  riseMeters: number,
): Drainage {
  const receiver = new Int32Array(heights.length).fill(-1);
  const order = new Int32Array(heights.length);
  const queue = new CellQueue();
  let taken = 0;
  for (const cell of outlets) {
    if (receiver[cell] !== -1) continue;
    receiver[cell] = cell;
    queue.push(cell, heights[cell]!);
  }
  while (queue.size > 0) {
    const cell = queue.pop();
    order[taken++] = cell;
    const level = heights[cell]! + riseMeters;
    for (let step = 0; step < 8; step += 1) {
      const next = neighbourOf(grid, cell, step);
      if (next < 0 || receiver[next] !== -1) continue;
      receiver[next] = cell;
      if (heights[next]! < level) heights[next] = level;
      queue.push(next, heights[next]!);
    }
  }
  turnToSteepest(grid, heights, receiver);
  return { receiver, order: orderFromOutlets(receiver, order) };
}

/** Drainage of ground that has no pits, as `drain` leaves it: no flood is needed, only the steepest way down. */
export function drainPitless(
  grid: Grid,
  heights: Float32Array,
  { receiver: before }: Drainage,
): Drainage {
  const receiver = before.slice();
  turnToSteepest(grid, heights, receiver);
  return { receiver, order: orderFromOutlets(receiver, new Int32Array(heights.length)) };
}

/** The flood's tree hugs its own front; water takes the steepest way down instead. */
function turnToSteepest(grid: Grid, heights: Float32Array, receiver: Int32Array): void {
  for (let cell = 0; cell < receiver.length; cell += 1) {
    if (receiver[cell] === cell || receiver[cell] === -1) continue;
    let steepest = 0;
    for (let step = 0; step < 8; step += 1) {
      const next = neighbourOf(grid, cell, step);
      if (next < 0) continue;
      const fall = (heights[cell]! - heights[next]!) / neighbourSteps[step]![2];
      if (fall > steepest) {
        steepest = fall;
        receiver[cell] = next;
      }
    }
  }
}

function orderFromOutlets(receiver: Int32Array, scratch: Int32Array): Int32Array {
  const firstChild = new Int32Array(receiver.length).fill(-1);
  const sibling = new Int32Array(receiver.length).fill(-1);
  const order = scratch;
  let end = 0;
  for (let cell = receiver.length - 1; cell >= 0; cell -= 1) {
    const down = receiver[cell]!;
    if (down === cell) order[end++] = cell;
    else if (down >= 0) {
      sibling[cell] = firstChild[down]!;
      firstChild[down] = cell;
    }
  }
  for (let at = 0; at < end; at += 1) {
    for (let child = firstChild[order[at]!]!; child >= 0; child = sibling[child]!) {
      order[end++] = child;
    }
  }
  return order.subarray(0, end);
}

/** Cells that drain through each cell, itself included. */
export function catchmentCells({ receiver, order }: Drainage): Float32Array {
  const catchment = new Float32Array(receiver.length).fill(1);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const cell = order[i]!;
    const down = receiver[cell]!;
    if (down !== cell) catchment[down] = catchment[down]! + catchment[cell]!;
  }
  return catchment;
}
