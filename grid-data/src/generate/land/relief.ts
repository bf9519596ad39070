import { createNoise2D, type NoiseFunction2D } from 'simplex-noise';
import type { Random } from '../random.ts';
import { catchmentCells, drain, drainPitless, type Drainage } from './drainage.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, xOf, yOf, type Grid } from '../geometry/grid.ts';
import type { River } from './main-rivers.ts';
import { distanceToCells } from '../geometry/distance-field.ts';

export type KnownHeight = { point: Point; heightM: number; isPeak: boolean };

/** Where the country rises: middle and reach in metres, and how steep it is at its heart. */
export type Massif = {
  point: Point;
  reachX: number;
  reachY: number;
  steepness: number;
  karst: number;
};

export type ReliefPlan = {
  grid: Grid;
  rivers: River[];
  towns: Point[];
  massifs: Massif[];
  knownHeights: KnownHeight[];
  random: Random;
};

const shakenRounds = 4;
const settlingRounds = 2;

/**
 * Hills as running water leaves them: each round routes the water, then sets every cell above the one it drains to by
 * a slope that falls with the water that passes (steady stream power law). Valleys branch, and nothing drains uphill.
 */
export function shapeRelief(plan: ReliefPlan): Float32Array {
  const { grid, random } = plan;
  const noise = createNoise2D(random.fork('relief').next);
  const beds = riverBeds(plan);
  const slopes = steepness(plan, noise, distanceToCells(grid, beds.keys()));
  const heights = new Float32Array(grid.columns * grid.rows);
  for (let cell = 0; cell < heights.length; cell += 1) {
    const [x, y] = [xOf(grid, cell), yOf(grid, cell)];
    heights[cell] =
      300 + 3000 * slopes[cell]! + 60 * noise(x / 2300, y / 2300) + 25 * noise(y / 500, x / 500);
  }
  const base = baseLevels(plan, beds, slopes);
  let drainage: Drainage | null = null;
  for (let round = 0; round < shakenRounds; round += 1) {
    ruffle(plan, heights, noise, round);
    for (const [cell, level] of base) heights[cell] = level;
    drainage = drain(grid, heights, base.keys(), 0.02);
    rebuild(grid, heights, slopes, drainage);
  }
  for (let round = 0; drainage && round < settlingRounds; round += 1) {
    drainage = drainPitless(grid, heights, drainage);
    rebuild(grid, heights, slopes, drainage);
  }
  fitPeaks(plan, heights);
  raiseKarst(plan, heights, beds);
  soften(grid, heights);
  soften(grid, heights);
  for (let cell = 0; cell < heights.length; cell += 1) {
    const [x, y] = [xOf(grid, cell), yOf(grid, cell)];
    heights[cell] = heights[cell]! + 1.6 * (noise(x / 380, y / 380) + noise(x / 900, y / 900));
  }
  for (const [cell, level] of beds) heights[cell] = level;
  drain(grid, heights, edgeCells(grid), 0.01);
  return heights;
}

/** Shakes the ground before the water is routed again: without it valleys keep to the raster's eight directions. */
function ruffle(
  { grid }: ReliefPlan,
  heights: Float32Array,
  noise: NoiseFunction2D,
  round: number,
): void {
  const tall = 9 / (1 + round * 0.6);
  for (let cell = 0; cell < heights.length; cell += 1) {
    const [x, y] = [xOf(grid, cell) + round * 7000, yOf(grid, cell)];
    heights[cell] = heights[cell]! + tall * (noise(x / 420, y / 420) + noise(x / 1300, y / 1300));
  }
}

function rebuild(
  grid: Grid,
  heights: Float32Array,
  slopes: Float32Array,
  drainage: Drainage,
): void {
  const catchment = catchmentCells(drainage);
  for (const cell of drainage.order) {
    const down = drainage.receiver[cell]!;
    if (down === cell) continue;
    const straight = cell % grid.columns === down % grid.columns || Math.abs(cell - down) === 1;
    const run = grid.cellMeters * (straight ? 1 : Math.SQRT2);
    const slope = Math.min(0.85, slopes[cell]! * catchment[cell]! ** -0.42);
    heights[cell] = heights[down]! + Math.max(0.02, slope * run);
  }
}

/** Bed heights of the cells that the named rivers run through, falling along each river. */
function riverBeds({ grid, rivers }: ReliefPlan): Map<number, number> {
  const beds = new Map<number, number>();
  for (const river of rivers) {
    for (const point of river.points) {
      const cell = cellAt(grid, point.x, point.y);
      beds.set(cell, Math.min(point.bedM, beds.get(cell) ?? Infinity));
    }
  }
  return beds;
}

function edgeCells({ columns, rows }: Grid): number[] {
  const cells: number[] = [];
  for (let c = 0; c < columns; c += 1) cells.push(c, (rows - 1) * columns + c);
  for (let r = 1; r < rows - 1; r += 1) cells.push(r * columns, r * columns + columns - 1);
  return cells;
}

/** Rivers and the raster's rim: what the rest stands above. The rim takes the neighbours' valley floors. */
function baseLevels(
  plan: ReliefPlan,
  beds: Map<number, number>,
  slopes: Float32Array,
): Map<number, number> {
  const floors = plan.knownHeights.filter((known) => !known.isPeak);
  const base = new Map<number, number>();
  for (const cell of edgeCells(plan.grid)) {
    let sum = 0;
    let weight = 0;
    for (const { point, heightM } of floors) {
      const away = Math.hypot(point[0] - xOf(plan.grid, cell), point[1] - yOf(plan.grid, cell));
      sum += heightM / (away * away);
      weight += 1 / (away * away);
    }
    base.set(cell, sum / weight + 350 * slopes[cell]!);
  }
  for (const [cell, level] of beds) base.set(cell, level);
  return base;
}

function steepness(plan: ReliefPlan, noise: NoiseFunction2D, toRiver: Float32Array): Float32Array {
  const { grid, towns, massifs } = plan;
  const slopes = new Float32Array(grid.columns * grid.rows);
  for (let cell = 0; cell < slopes.length; cell += 1) {
    const x = xOf(grid, cell);
    const y = yOf(grid, cell);
    const uneven =
      0.75 + 0.45 * noise(x / 5200 + 9, y / 5200) + 0.25 * noise(x / 1600, y / 1600 + 5);
    let steep = 0.085 * Math.max(0.25, uneven);
    for (const massif of massifs) {
      const away =
        ((x - massif.point[0]) / massif.reachX) ** 2 + ((y - massif.point[1]) / massif.reachY) ** 2;
      steep += massif.steepness * Math.exp(-away) * Math.max(0.45, 0.6 + 0.5 * uneven);
    }
    let flat = 0.12 + 0.88 * ramp(toRiver[cell]!, 250, 1300);
    for (const [tx, ty] of towns) flat *= 0.3 + 0.7 * ramp(Math.hypot(x - tx, y - ty), 600, 2600);
    slopes[cell] = steep * flat;
  }
  return slopes;
}

export function ramp(value: number, low: number, high: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Stretches the country around a known peak until the peak has its height. */
function fitPeaks({ grid, knownHeights }: ReliefPlan, heights: Float32Array): void {
  for (const { point, heightM } of knownHeights.filter((known) => known.isPeak)) {
    const [top, floor] = highestNear(grid, heights, point);
    const stretch = (heightM - floor) / (heights[top]! - floor);
    const [tx, ty] = [xOf(grid, top), yOf(grid, top)];
    for (let cell = 0; cell < heights.length; cell += 1) {
      const above = heights[cell]! - floor;
      if (above <= 0) continue;
      const away = Math.hypot(xOf(grid, cell) - tx, yOf(grid, cell) - ty);
      heights[cell] = floor + above * (1 + (stretch - 1) * Math.exp(-((away / 7000) ** 2)));
    }
    heights[top] = heightM;
  }
}

function highestNear(grid: Grid, heights: Float32Array, [x, y]: Point): [number, number] {
  let top = cellAt(grid, x, y);
  for (let dx = -1500; dx <= 1500; dx += grid.cellMeters) {
    for (let dy = -1500; dy <= 1500; dy += grid.cellMeters) {
      const cell = cellAt(grid, x + dx, y + dy);
      if (heights[cell]! > heights[top]!) top = cell;
    }
  }
  return [top, 260];
}

/** Karst cones stand in crowds on the flat: each its own hill, none on a river or a town. */
function raiseKarst(plan: ReliefPlan, heights: Float32Array, beds: Map<number, number>): void {
  const { grid, massifs } = plan;
  const random = plan.random.fork('karst');
  const toRiver = distanceToCells(grid, beds.keys());
  for (let row = 0; row < grid.rows; row += 5) {
    for (let column = 0; column < grid.columns; column += 5) {
      const c = Math.min(grid.columns - 1, column + random.below(5));
      const r = Math.min(grid.rows - 1, row + random.below(5));
      const cell = r * grid.columns + c;
      const [size, tall] = [random.between(200, 380), random.between(50, 150)];
      const [x, y] = [xOf(grid, cell), yOf(grid, cell)];
      let share = 0;
      for (const { point, reachX, reachY, karst } of massifs) {
        share +=
          karst * Math.exp(-(((x - point[0]) / reachX) ** 2) - ((y - point[1]) / reachY) ** 2);
      }
      const clear = ramp(toRiver[cell]!, 400, 1500);
      const free = plan.towns.every(([tx, ty]) => Math.hypot(tx - x, ty - y) > 1600);
      if (!free || random.next() > share * clear * 1.3) continue;
      raiseCone(grid, heights, [x, y], { size, tall: tall * Math.min(1, share * 1.4) });
    }
  }
}

function raiseCone(
  grid: Grid,
  heights: Float32Array,
  [x, y]: Point,
  cone: { size: number; tall: number },
): void {
  const reach = cone.size * 1.6;
  for (let dx = -reach; dx <= reach; dx += grid.cellMeters) {
    for (let dy = -reach; dy <= reach; dy += grid.cellMeters) {
      const cell = cellAt(grid, x + dx, y + dy);
      const away = Math.hypot(xOf(grid, cell) - x, yOf(grid, cell) - y) / cone.size;
      heights[cell] = heights[cell]! + cone.tall * Math.exp(-1.2 * away ** 3);
    }
  }
}

/** Rounds the ground a little: soil creeps where water does not run. */
function soften(grid: Grid, heights: Float32Array): void {
  const { columns, rows } = grid;
  const before = heights.slice();
  for (let r = 1; r < rows - 1; r += 1) {
    for (let c = 1; c < columns - 1; c += 1) {
      const i = r * columns + c;
      const sides = before[i - 1]! + before[i + 1]! + before[i - columns]! + before[i + columns]!;
      heights[i] = before[i]! * 0.44 + sides * 0.14;
    }
  }
}
