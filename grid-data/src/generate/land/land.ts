import type { Random } from '../random.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import { carveRivers } from './carve.ts';
import { countyMask } from './county-mask.ts';
import { demoRelief } from './county-relief.ts';
import type { Frame, Point } from '../geometry/frame.ts';
import { cellAt, neighbourOf, slopeField, type Grid } from '../geometry/grid.ts';
import { floodReservoirs, type Lake } from './lakes.ts';
import type { River } from './main-rivers.ts';
import { isInRing } from '../geometry/polyline.ts';
import { traceStreams } from './streams.ts';
import { WaterIndex } from './water.ts';

/** The ground of the county before anybody settled it. */
export type Land = {
  frame: Frame;
  grid: Grid;
  /** Closed, turning left. */
  outline: Point[];
  /** 1 where a cell's middle lies in the county. */
  mask: Uint8Array;
  heights: Float32Array;
  slopes: Float32Array;
  rivers: River[];
  lakes: Lake[];
  water: WaterIndex;
  /** 1 for cells that a named river or a lake runs through. */
  waterCells: Uint8Array;
  streamCells: Int32Array;
  isInside(x: number, y: number): boolean;
};

export function makeLand(random: Random): Land {
  const relief = demoRelief(random);
  const { frame, grid, outline, heights } = relief;
  const mask = countyMask(grid, outline);
  const isInside = insideTest(grid, mask, outline);
  const riverCells = new Set<number>();
  for (const { points } of relief.rivers) {
    for (const { x, y } of points) riverCells.add(cellAt(grid, x, y));
  }
  const streams = traceStreams(grid, heights, mask, relief.rivers);
  const towns = readSeedCsv('lianyuan-townships.csv').map((row) =>
    frame.toPoint([Number(field(row, 'lon')), Number(field(row, 'lat'))]),
  );
  const lakes = floodReservoirs(
    { grid, heights, mask, streams, towns, riverCells },
    random.fork('lakes'),
  );
  const rivers = [...relief.rivers, ...streams.rivers].flatMap((river) =>
    insideParts(river, isInside),
  );
  carveRivers(grid, heights, rivers);
  const waterCells = new Uint8Array(mask.length);
  for (const cell of riverCells) waterCells[cell] = 1;
  for (const { cells } of lakes) for (const cell of cells) waterCells[cell] = 1;
  return {
    ...{ frame, grid, outline, mask, heights, rivers, lakes, waterCells, isInside },
    slopes: slopeField(grid, heights),
    water: new WaterIndex(rivers, lakes),
    streamCells: streams.cells,
  };
}

/** Exact at the border, a look-up elsewhere. */
function insideTest(grid: Grid, mask: Uint8Array, outline: Point[]) {
  const sure = new Int8Array(mask.length);
  for (let cell = 0; cell < mask.length; cell += 1) {
    let around = mask[cell]!;
    for (let step = 0; step < 8; step += 1) around += mask[neighbourOf(grid, cell, step)] ?? 0;
    if (around === 9) sure[cell] = 1;
    if (around === 0) sure[cell] = -1;
  }
  return (x: number, y: number): boolean => {
    const known = sure[cellAt(grid, x, y)]!;
    return known === 0 ? isInRing(outline, x, y) : known === 1;
  };
}

function insideParts(river: River, isInside: (x: number, y: number) => boolean): River[] {
  const parts: River[] = [];
  let points: River['points'] = [];
  for (const point of [...river.points, null]) {
    if (point && isInside(point.x, point.y)) points.push(point);
    else {
      if (points.length >= 2) parts.push({ ...river, points });
      points = [];
    }
  }
  return parts;
}
