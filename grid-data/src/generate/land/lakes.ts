import type { Random } from '../random.ts';
import type { Point } from '../geometry/frame.ts';
import { xOf, yOf, type Grid } from '../geometry/grid.ts';
import { traceArcs } from '../geometry/region-arcs.ts';
import { shapesOf, type Shape } from '../geometry/region-shapes.ts';
import type { Streams } from './streams.ts';

export type Lake = { kind: 'reservoir' | 'pond'; levelM: number; shape: Shape; cells: number[] };

export type LakeGround = {
  grid: Grid;
  heights: Float32Array;
  mask: Uint8Array;
  streams: Streams;
  /** Town seats, which no reservoir may drown. */
  towns: Point[];
  riverCells: Set<number>;
};

const wanted = 28;
const largest = 90;

/** Reservoirs where a dam across a stream floods a valley; the flooded ground is levelled in `heights`. */
export function floodReservoirs(ground: LakeGround, random: Random): Lake[] {
  const { grid, heights } = ground;
  const above = inflows(ground.streams);
  const candidates = [...ground.streams.cells]
    .filter((cell) => isDamSite(ground, cell))
    .map((dam) => ({ dam, cells: flood(ground, above, { dam, depthM: random.between(4, 14) }) }))
    .filter(({ cells }) => cells.length >= 8 && cells.length <= largest)
    .map((site) => ({ ...site, worth: worthOf(grid, site.cells) * steepnessAt(ground, site.dam) }))
    .sort((a, b) => b.worth - a.worth || a.dam - b.dam);
  const chosen: { dam: number; cells: number[] }[] = [];
  for (const candidate of candidates) {
    if (chosen.length === wanted) break;
    if (chosen.every(({ dam }) => apart(grid, dam, candidate.dam) > 4200)) chosen.push(candidate);
  }
  const labels = new Int32Array(heights.length).fill(-1);
  const levels = chosen.map(({ cells }, number) => {
    const level = Math.max(...cells.map((cell) => heights[cell]!));
    for (const cell of cells) {
      labels[cell] = number;
      heights[cell] = level;
    }
    return level;
  });
  const shapes = shapesOf(traceArcs(grid, labels), (label) => label);
  return chosen.map(({ cells }, number) => ({
    kind: 'reservoir',
    levelM: levels[number]!,
    shape: shapes.get(number)!,
    cells,
  }));
}

/** Broad water before spidery: shared cell edges count, and size a little. */
function worthOf(grid: Grid, cells: number[]): number {
  const own = new Set(cells);
  let shared = 0;
  for (const cell of cells) {
    if (own.has(cell + 1)) shared += 1;
    if (own.has(cell + grid.columns)) shared += 1;
  }
  return (shared / cells.length) ** 3 * Math.sqrt(cells.length);
}

/** Dams stand where valleys are narrow: between hills, not on the plain. */
function steepnessAt({ grid, heights }: LakeGround, dam: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (let dr = -4; dr <= 4; dr += 1) {
    for (let dc = -4; dc <= 4; dc += 1) {
      const height = heights[dam + dr * grid.columns + dc] ?? heights[dam]!;
      [low, high] = [Math.min(low, height), Math.max(high, height)];
    }
  }
  return Math.min(1, (high - low) / 90);
}

function apart(grid: Grid, a: number, b: number): number {
  return Math.hypot(xOf(grid, a) - xOf(grid, b), yOf(grid, a) - yOf(grid, b));
}

function isDamSite({ grid, streams, towns, riverCells }: LakeGround, cell: number): boolean {
  const catchment = streams.catchment[cell]!;
  if (catchment < 220 || catchment > 2600 || riverCells.has(cell)) return false;
  const [x, y] = [xOf(grid, cell), yOf(grid, cell)];
  return towns.every(([tx, ty]) => Math.hypot(tx - x, ty - y) > 3000);
}

function inflows({ drainage }: Streams): Map<number, number[]> {
  const above = new Map<number, number[]>();
  for (const cell of drainage.order) {
    const down = drainage.receiver[cell]!;
    if (down === cell) continue;
    const list = above.get(down);
    if (list) list.push(cell);
    else above.set(down, [cell]);
  }
  return above;
}

/** What lies upstream of the dam below its crest; empty where it would leave the county or drown a river. */
function flood(
  { heights, mask, riverCells }: LakeGround,
  above: Map<number, number[]>,
  { dam, depthM }: { dam: number; depthM: number },
): number[] {
  const crest = heights[dam]! + depthM;
  const cells = [dam];
  for (let i = 0; i < cells.length && cells.length <= largest; i += 1) {
    for (const up of above.get(cells[i]!) ?? []) {
      if (heights[up]! >= crest) continue;
      if (mask[up] === 0 || riverCells.has(up)) return [];
      cells.push(up);
    }
  }
  return cells;
}
