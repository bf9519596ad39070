import type { Random } from '../random.ts';
import { field, readOutline, readSeedCsv } from '../seed-files.ts';
import { createFrame, type Frame, type Point } from '../geometry/frame.ts';
import { createGrid, type Grid } from '../geometry/grid.ts';
import { mainRivers, type River } from './main-rivers.ts';
import { signedArea } from '../geometry/polyline.ts';
import { shapeRelief, type Massif } from './relief.ts';

export type CountyRelief = {
  frame: Frame;
  grid: Grid;
  outline: Point[];
  rivers: River[];
  heights: Float32Array;
};

const cellMeters = 100;
const marginMeters = 2500;

/** Longshan in the south, the ranges of the northwest, the karst of the north (示意). */
const massifs: (Omit<Massif, 'point'> & { at: [number, number] })[] = [
  { at: [111.755, 27.468], reachX: 9500, reachY: 5600, steepness: 0.45, karst: 0 },
  { at: [111.83, 27.465], reachX: 5500, reachY: 5200, steepness: 0.34, karst: 0 },
  { at: [111.6, 27.84], reachX: 5500, reachY: 9500, steepness: 0.34, karst: 0.1 },
  { at: [111.66, 27.99], reachX: 7500, reachY: 6500, steepness: 0.34, karst: 0.2 },
  { at: [111.82, 27.995], reachX: 8000, reachY: 4500, steepness: 0.24, karst: 0.3 },
  { at: [111.745, 27.855], reachX: 6000, reachY: 7500, steepness: 0.12, karst: 0.8 },
  { at: [111.84, 27.9], reachX: 5500, reachY: 6500, steepness: 0.1, karst: 0.8 },
  { at: [111.575, 27.7], reachX: 3200, reachY: 6000, steepness: 0.16, karst: 0 },
  { at: [111.745, 27.62], reachX: 5200, reachY: 2600, steepness: 0.1, karst: 0 },
  { at: [111.605, 27.56], reachX: 4200, reachY: 5200, steepness: 0.2, karst: 0 },
];

/** The ground of the demo county, its outline and named rivers, in metres around its middle. */
export function demoRelief(random: Random): CountyRelief {
  const lonLat = readOutline();
  const lons = lonLat.map(([lon]) => lon);
  const lats = lonLat.map(([, lat]) => lat);
  const middle = [
    (Math.min(...lons) + Math.max(...lons)) / 2,
    (Math.min(...lats) + Math.max(...lats)) / 2,
  ] as const;
  const frame = createFrame(middle);
  const outline = cleanRing(lonLat.map(frame.toPoint));
  const grid = gridAround(outline);
  const rivers = mainRivers(frame, random.fork('rivers'));
  const heights = shapeRelief({
    grid,
    rivers,
    towns: readSeedCsv('lianyuan-townships.csv').map((row) => pointOf(frame, row, ['lon', 'lat'])),
    massifs: massifs.map(({ at, ...rest }) => ({ ...rest, point: frame.toPoint(at) })),
    knownHeights: readSeedCsv('lianyuan-relief.csv').map((row) => ({
      point: pointOf(frame, row, ['longitude', 'latitude']),
      heightM: Number(field(row, 'elevation_m')),
      isPeak: field(row, 'kind').startsWith('peak'),
    })),
    random,
  });
  return { frame, grid, outline, rivers, heights };
}

/** Closed once, turning left, no point twice in a row. */
function cleanRing(ring: Point[]): Point[] {
  const open = ring.filter((point, i) => {
    const before = ring[i - 1];
    return before === undefined || before[0] !== point[0] || before[1] !== point[1];
  });
  const [first, last] = [open[0]!, open.at(-1)!];
  if (first[0] === last[0] && first[1] === last[1]) open.pop();
  if (signedArea(open) < 0) open.reverse();
  return [...open, open[0]!];
}

function pointOf(frame: Frame, row: Record<string, string>, names: [string, string]): Point {
  return frame.toPoint([Number(field(row, names[0])), Number(field(row, names[1]))]);
}

function gridAround(outline: Point[]): Grid {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const snap = (value: number): number => Math.ceil(value / cellMeters) * cellMeters;
  const west = snap(Math.min(...xs) - marginMeters);
  const north = snap(Math.max(...ys) + marginMeters);
  return createGrid({
    west,
    north,
    cellMeters,
    columns: Math.round((snap(Math.max(...xs) + marginMeters) - west) / cellMeters),
    rows: Math.round((north - snap(Math.min(...ys) - marginMeters)) / cellMeters),
  });
}
