import { createNoise2D } from 'simplex-noise';
import { createRandom } from '../random.ts';
import { catchmentCells, drain, type Drainage } from './drainage.ts';
import { cellAt, xOf, yOf, type Grid } from '../geometry/grid.ts';
import type { River, RiverPoint } from './main-rivers.ts';

export type Streams = {
  rivers: River[];
  drainage: Drainage;
  catchment: Float32Array;
  cells: Int32Array;
};

const headCells = 170;
const winding = createNoise2D(createRandom(7).next);

/** Where rain gathers a stream runs: lines down to the named rivers, sharing their points where they meet. */
export function traceStreams(
  grid: Grid,
  heights: Float32Array,
  mask: Uint8Array,
  named: River[],
): Streams {
  const rim: number[] = [];
  for (let c = 0; c < grid.columns; c += 1) rim.push(c, (grid.rows - 1) * grid.columns + c);
  for (let r = 1; r < grid.rows - 1; r += 1) rim.push(r * grid.columns, (r + 1) * grid.columns - 1);
  const fixed = pointsByCell(grid, named);
  // Water is led into the named rivers' beds first, or it would run beside them over their flat floors.
  const burned = heights.slice();
  for (const cell of fixed.keys()) burned[cell] = burned[cell]! - 40;
  const drainage = drain(grid, burned, rim, 0.01);
  const catchment = catchmentCells(drainage);
  const mouths = nearestRiverPoints(grid, fixed);
  const runs = (cell: number): boolean => catchment[cell]! >= headCells && mask[cell] === 1;
  const places = settle(grid, drainage, fixed, runs);
  const rivers = chains(drainage, places, { mouths, runs, catchment });
  const cells = drainage.order.filter((cell) => runs(cell) || fixed.has(cell));
  return { rivers, drainage, catchment, cells };
}

function pointsByCell(grid: Grid, rivers: River[]): Map<number, RiverPoint> {
  const points = new Map<number, RiverPoint>();
  for (const river of rivers) {
    for (const point of river.points) points.set(cellAt(grid, point.x, point.y), point);
  }
  return points;
}

const mouthReach = 2;

/** For cells on the floor beside a named river, the river point that a stream arriving there runs into. */
function nearestRiverPoints(grid: Grid, fixed: Map<number, RiverPoint>): Map<number, RiverPoint> {
  const near = new Map<number, RiverPoint>();
  const best = new Map<number, number>();
  for (const [cell, point] of fixed) {
    for (let dr = -mouthReach; dr <= mouthReach; dr += 1) {
      for (let dc = -mouthReach; dc <= mouthReach; dc += 1) {
        const around = cell + dr * grid.columns + dc;
        const away = Math.hypot(xOf(grid, around) - point.x, yOf(grid, around) - point.y);
        if (away >= (best.get(around) ?? Infinity)) continue;
        best.set(around, away);
        near.set(around, point);
      }
    }
  }
  return near;
}

type Places = Map<number, [x: number, y: number]>;

/** Draws each stream cell towards its neighbours on the stream, so that lines bend instead of stepping. */
function settle(
  grid: Grid,
  { receiver, order }: Drainage,
  fixed: Map<number, RiverPoint>,
  runs: (cell: number) => boolean,
): Places {
  const places: Places = new Map();
  for (const cell of order) {
    const river = fixed.get(cell);
    if (river) places.set(cell, [river.x, river.y]);
    else if (runs(cell)) places.set(cell, [xOf(grid, cell), yOf(grid, cell)]);
  }
  for (let round = 0; round < 5; round += 1) {
    const pulls = new Map<number, [number, number, number]>();
    const pull = (cell: number, by: [number, number]): void => {
      const sum = pulls.get(cell) ?? [0, 0, 0];
      pulls.set(cell, [sum[0] + by[0], sum[1] + by[1], sum[2] + 1]);
    };
    for (const [cell, place] of places) {
      const down = places.get(receiver[cell]!);
      if (!down || receiver[cell] === cell) continue;
      pull(cell, down);
      pull(receiver[cell]!, place);
    }
    for (const [cell, place] of places) {
      const sum = pulls.get(cell);
      if (!sum || sum[2] < 2 || fixed.has(cell)) continue;
      places.set(cell, [place[0] / 2 + sum[0] / sum[2] / 2, place[1] / 2 + sum[1] / sum[2] / 2]);
    }
  }
  for (const [cell, [x, y]] of places) {
    if (fixed.has(cell)) continue;
    places.set(cell, [x + 70 * winding(x / 700, y / 700), y + 70 * winding(y / 700, x / 700)]);
  }
  return places;
}

type StreamRules = {
  mouths: Map<number, RiverPoint>;
  runs: (cell: number) => boolean;
  catchment: Float32Array;
};

function chains(drainage: Drainage, places: Places, rules: StreamRules): River[] {
  const { receiver, order } = drainage;
  const hasInflow = new Set<number>();
  for (const cell of order) if (rules.runs(cell)) hasInflow.add(receiver[cell]!);
  const done = new Set<number>();
  const rivers: River[] = [];
  // From the far ends inwards: `order` runs from the outlets up, so its end holds the longest ways.
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const head = order[i]!;
    if (!rules.runs(head) || hasInflow.has(head) || rules.mouths.has(head)) continue;
    const points: RiverPoint[] = [];
    for (let cell = head; ; cell = receiver[cell]!) {
      const place = places.get(cell);
      if (!place) break;
      const mouth = rules.mouths.get(cell);
      if (mouth) {
        points.push({ x: mouth.x, y: mouth.y, bedM: 0, widthM: points.at(-1)?.widthM ?? 4 });
        break;
      }
      const widthM = 3 + Math.sqrt(rules.catchment[cell]!) * 0.11;
      points.push({ x: place[0], y: place[1], bedM: 0, widthM });
      if (done.has(cell) || receiver[cell] === cell) break;
      done.add(cell);
    }
    if (points.length >= 4) rivers.push({ name: null, kind: 'stream', points });
  }
  return rivers;
}
