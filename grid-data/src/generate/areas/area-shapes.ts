import type { Point } from '../geometry/frame.ts';
import { cellAt, type Grid } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import { snapToOutline } from '../geometry/outline-snap.ts';
import { traceArcs } from '../geometry/region-arcs.ts';
import { isInShape, shapesOf, type Shape } from '../geometry/region-shapes.ts';
import type { MultiPolygon, Polygon, Position } from '../rows.ts';
import type { Random } from '../random.ts';
import type { AreaPlan } from './area-plan.ts';
import { partition } from './partition.ts';

/** Every shape of the county cut from one set of borders, so that all levels fit without gap or overlap. */
export type AreaShapes = {
  county: Shape;
  townships: Map<number, Shape>;
  villages: Map<number, Shape>;
  /** 综治网格, and the village of each. */
  governance: Map<number, Shape>;
  villageOfGovernance: number[];
  /** Pieces of governance cells of half a square kilometre, the unit cells of open country. */
  plots: Map<number, Shape>;
  villageOfPlot: number[];
  /** Number of the village whose shape holds the point, -1 outside the county. */
  villageAt(x: number, y: number): number;
  governanceAt(x: number, y: number): number;
};

const peoplePerGovernanceCell = 750;
const cellsPerPlot = 52;

export function cutAreas(land: Land, plan: AreaPlan, random: Random): AreaShapes {
  const { grid } = land;
  const even = new Float32Array(land.mask.length).fill(1);
  const governance = split(
    { grid, costs: even, ground: plan.villageOfCell },
    random,
    (village, cells) => {
      const wanted = Math.round(plan.villages[village]!.population / peoplePerGovernanceCell);
      return Math.max(2, Math.min(9, wanted, Math.floor(cells / 5)));
    },
  );
  const plots = split({ grid, costs: even, ground: governance.labels }, random, (_, cells) =>
    Math.max(1, Math.round(cells / cellsPerPlot)),
  );
  const governanceOfPlot = plots.parents;
  const villageOfGovernance = governance.parents;
  const villageOfPlot = governanceOfPlot.map((cell) => villageOfGovernance[cell]!);
  const arcs = snapToOutline(traceArcs(grid, plots.labels), land.outline);
  const villages = shapesOf(arcs, (plot) => villageOfPlot[plot]!);
  const governanceShapes = shapesOf(arcs, (plot) => governanceOfPlot[plot]!);
  return {
    county: shapesOf(arcs, () => 0).get(0)!,
    townships: shapesOf(arcs, (plot) => plan.villages[villageOfPlot[plot]!]!.township),
    villages,
    governance: governanceShapes,
    villageOfGovernance,
    plots: shapesOf(arcs, (plot) => plot),
    villageOfPlot,
    villageAt: finder(grid, plan.villageOfCell, villages),
    governanceAt: finder(grid, governance.labels, governanceShapes),
  };
}

/** Splits every region of `ground` around some of its cells; parents[i] is the region that part i came from. */
function split(
  ground: { grid: Grid; costs: Float32Array; ground: Int32Array },
  random: Random,
  wantedOf: (region: number, cells: number) => number,
): { labels: Int32Array; parents: number[] } {
  const cellsOf: number[][] = [];
  ground.ground.forEach((region, cell) => {
    if (region >= 0) (cellsOf[region] ??= []).push(cell);
  });
  const sites: { cell: number; offset: number }[] = [];
  const parents: number[] = [];
  cellsOf.forEach((cells, region) => {
    const chosen: number[] = [];
    for (let i = wantedOf(region, cells.length); i > 0; i -= 1) {
      const tries = Array.from({ length: 9 }, () => random.pick(cells));
      const cell = tries.reduce((a, b) =>
        room(ground.grid, b, chosen) > room(ground.grid, a, chosen) ? b : a,
      );
      if (chosen.includes(cell)) continue;
      chosen.push(cell);
      sites.push({ cell, offset: 0 });
      parents.push(region);
    }
  });
  return { labels: partition(ground, sites), parents };
}

function room(grid: Grid, cell: number, chosen: number[]): number {
  let least = Infinity;
  for (const other of chosen) {
    const dc = (cell % grid.columns) - (other % grid.columns);
    const dr = Math.floor(cell / grid.columns) - Math.floor(other / grid.columns);
    least = Math.min(least, dc * dc + dr * dr);
  }
  return least;
}

/** Exact beside borders; away from them the raster already knows. */
function finder(grid: Grid, labels: Int32Array, shapes: Map<number, Shape>) {
  const nearBorder = bordersOf(grid, labels);
  return (x: number, y: number): number => {
    const cell = cellAt(grid, x, y);
    if (nearBorder[cell] === 0) return labels[cell]!;
    const asked: number[] = [];
    for (let dr = -2; dr <= 2; dr += 1) {
      for (let dc = -2; dc <= 2; dc += 1) {
        const label = labels[cell + dr * grid.columns + dc] ?? -1;
        if (label < 0 || asked.includes(label)) continue;
        asked.push(label);
        if (isInShape(shapes.get(label)!, x, y)) return label;
      }
    }
    return -1;
  };
}

/** 1 for cells with another region within two cells: smoothing moves a border no farther. */
function bordersOf(grid: Grid, labels: Int32Array): Uint8Array {
  const near = new Uint8Array(labels.length);
  for (let cell = 0; cell < labels.length; cell += 1) {
    if (grid.rim[cell] === 1) continue;
    const isBorder =
      labels[cell] !== labels[cell + 1] || labels[cell] !== labels[cell + grid.columns];
    if (!isBorder) continue;
    for (let dr = -2; dr <= 3; dr += 1) {
      for (let dc = -2; dc <= 3; dc += 1) {
        const around = cell + dr * grid.columns + dc;
        if (around >= 0 && around < near.length) near[around] = 1;
      }
    }
  }
  return near;
}

export function toGeometry(land: Land, shape: Shape): Polygon | MultiPolygon {
  const ring = (points: Point[]): Position[] => points.map(([x, y]) => land.frame.toPosition(x, y));
  const polygons = shape.map(({ outer, holes }) => [ring(outer), ...holes.map(ring)]);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
