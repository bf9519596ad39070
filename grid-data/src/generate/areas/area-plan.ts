import { createNoise2D } from 'simplex-noise';
import { distanceToCells } from '../geometry/distance-field.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, xOf, yOf } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import type { Random } from '../random.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import { partition, partitionToSizes } from './partition.ts';

export type Township = {
  code: string;
  name: string;
  population: number;
  areaKm2: number;
  seat: Point;
  /** Radius of the built-up town, metres. */
  townRadius: number;
};

export type Village = {
  code: string;
  name: string;
  township: number;
  isCommunity: boolean;
  center: Point;
  population: number;
};

export type AreaPlan = {
  townships: Township[];
  villages: Village[];
  /** Village number of each cell, -1 outside. */
  villageOfCell: Int32Array;
};

const seatCode = '431382001';
const streetCodes = ['431382002', '431382003'];

export function planAreas(land: Land, random: Random): AreaPlan {
  const townships = placeTownships(land);
  const costs = passingCosts(land, random);
  const county = Int32Array.from(land.mask, (inside) => (inside === 1 ? 0 : -1));
  const total = townships.reduce((sum, town) => sum + town.areaKm2, 0);
  const cells = land.mask.reduce((sum, inside) => sum + inside, 0);
  const townshipOfCell = partitionToSizes(
    { grid: land.grid, costs, ground: county },
    townships.map(({ seat }) => cellAt(land.grid, seat[0], seat[1])),
    townships.map((town) => (town.areaKm2 / total) * cells),
  );
  const villages = placeVillages(land, townships, townshipOfCell, random.fork('villages'));
  const villageOfCell = partition(
    { grid: land.grid, costs, ground: townshipOfCell },
    villages.map(({ center }) => ({ cell: cellAt(land.grid, center[0], center[1]), offset: 0 })),
  );
  return { townships, villages, villageOfCell };
}

/** Each township's seat: the flattest dry ground near its known centre. */
function placeTownships(land: Land): Township[] {
  const names = new Map(
    readSeedCsv('lianyuan-areas.csv').map((row) => [field(row, 'code'), field(row, 'name')]),
  );
  return readSeedCsv('lianyuan-townships.csv').map((row) => {
    const code = field(row, 'code');
    const known = land.frame.toPoint([Number(field(row, 'lon')), Number(field(row, 'lat'))]);
    const population = Number(field(row, 'population'));
    return {
      code,
      name: names.get(code) ?? field(row, 'name'),
      population,
      areaKm2: Number(field(row, 'area_km2')),
      seat: code === seatCode ? land.frame.toPoint([111.664, 27.69]) : buildableNear(land, known),
      townRadius: townRadiusOf(code, population),
    };
  });
}

function townRadiusOf(code: string, population: number): number {
  if (code === seatCode) return 2500;
  if (streetCodes.includes(code)) return 1150;
  return 380 + Math.sqrt(population) * 1.9;
}

function buildableNear(land: Land, [x, y]: Point): Point {
  const { grid } = land;
  let best: Point = [x, y];
  let least = Infinity;
  for (let dx = -2500; dx <= 2500; dx += grid.cellMeters) {
    for (let dy = -2500; dy <= 2500; dy += grid.cellMeters) {
      const cell = cellAt(grid, x + dx, y + dy);
      if (!isDeepInside(land, cell, 6)) continue;
      let cost = Math.hypot(dx, dy) / 1500;
      for (const [ax, ay] of [
        [0, 0],
        [400, 0],
        [-400, 0],
        [0, 400],
        [0, -400],
      ] as const) {
        const around = cellAt(grid, x + dx + ax, y + dy + ay);
        cost += land.slopes[around]! * 8 + (land.waterCells[around] === 1 ? 0.5 : 0);
      }
      if (cost < least) [best, least] = [[xOf(grid, cell), yOf(grid, cell)], cost];
    }
  }
  return best;
}

function isDeepInside({ grid, mask }: Land, cell: number, reach: number): boolean {
  const far = reach * grid.columns;
  return [0, reach, -reach, far, -far].every((away) => mask[cell + away] === 1);
}

/** Ridges and rivers are dear to pass, and a little unevenness keeps borders from running straight. */
function passingCosts(land: Land, random: Random): Float32Array {
  const noise = createNoise2D(random.fork('borders').next);
  return Float32Array.from(land.slopes, (slope, cell) => {
    const [x, y] = [xOf(land.grid, cell), yOf(land.grid, cell)];
    const uneven = 1 + 0.35 * noise(x / 900, y / 900);
    return uneven + slope * 5 + (land.waterCells[cell] === 1 ? 3 : 0);
  });
}

function placeVillages(
  land: Land,
  townships: Township[],
  townshipOfCell: Int32Array,
  random: Random,
): Village[] {
  const { grid } = land;
  const toStream = distanceToCells(grid, land.streamCells);
  const cellsOf: number[][] = townships.map(() => []);
  townshipOfCell.forEach((township, cell) => {
    if (township < 0 || land.waterCells[cell] === 1) return;
    // Off the border: smoothing it must not leave a village's centre with the neighbour.
    const isDeep = grid.offsets.every((offset) => townshipOfCell[cell + offset] === township);
    if (isDeep) cellsOf[township]!.push(cell);
  });
  const rows = readSeedCsv('lianyuan-areas.csv').filter((row) => row['level'] === 'village');
  return townships.flatMap((town, number) => {
    const own = rows.filter((row) => field(row, 'parent_code') === town.code);
    const taken: Point[] = [];
    const inTown = cellsOf[number]!.filter((cell) => {
      const [dx, dy] = [xOf(grid, cell) - town.seat[0], yOf(grid, cell) - town.seat[1]];
      return Math.hypot(dx, dy) < Math.max(700, town.townRadius);
    });
    return own.map((row): Village => {
      const name = field(row, 'name');
      const isCommunity = name.includes('社区');
      const spread = isCommunity ? Math.max(700, town.townRadius) : null;
      const center = bestCandidate(land, isCommunity ? inTown : cellsOf[number]!, {
        taken,
        random,
        toStream,
        seat: town.seat,
        spread,
      });
      taken.push(center);
      const population = Math.round((town.population / own.length) * (isCommunity ? 1.5 : 0.9));
      return { code: field(row, 'code'), name, township: number, isCommunity, center, population };
    });
  });
}

type CandidateRules = {
  taken: Point[];
  random: Random;
  toStream: Float32Array;
  seat: Point;
  /** Communities lie within this many metres of the seat; villages anywhere. */
  spread: number | null;
};

/** Of some random cells, the one far from its fellows, on gentle ground by a stream. */
function bestCandidate(land: Land, cells: number[], rules: CandidateRules): Point {
  let best: Point = rules.seat;
  let most = -Infinity;
  for (let tries = 0; tries < 90; tries += 1) {
    const cell = rules.random.pick(cells);
    const point: Point = [xOf(land.grid, cell), yOf(land.grid, cell)];
    const toSeat = Math.hypot(point[0] - rules.seat[0], point[1] - rules.seat[1]);
    let away = rules.spread === null ? toSeat : Math.max(0, rules.spread);
    for (const other of rules.taken) {
      away = Math.min(away, Math.hypot(point[0] - other[0], point[1] - other[1]));
    }
    const tooFar = rules.spread === null ? 0 : Math.max(0, toSeat - rules.spread) * 3;
    const comfort = 1 / (1 + land.slopes[cell]! * 7 + rules.toStream[cell]! / 900);
    const score = away * comfort - tooFar;
    if (score > most) [best, most] = [point, score];
  }
  return best;
}
