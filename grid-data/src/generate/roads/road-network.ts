import { createNoise2D } from 'simplex-noise';
import type { Block, TownStreets } from './town-streets.ts';
import type { AreaPlan } from '../areas/area-plan.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, xOf, yOf } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import { distance, lengthOf, simplify } from '../geometry/polyline.ts';
import { createRandom, type Random } from '../random.ts';
import { layCountryRoads, type CountryRoads } from './country-roads.ts';
import { addExpressways } from './expressways.ts';
import { addVillageLanes } from './village-lanes.ts';
import { RoadSketch, type RoadKind } from './road-sketch.ts';
import { createStreetNamer } from './street-names.ts';
import { layTownStreets } from './town-streets.ts';

/** One piece of road from junction to junction. */
export type Road = {
  number: number;
  /** Junctions at its ends; roads that share a number meet there. */
  from: number;
  to: number;
  points: Point[];
  lengthMeters: number;
  kind: RoadKind;
  name: string | null;
  /** Number of the township whose town it runs in, -1 in the country. */
  town: number;
};

export type RoadNetwork = {
  roads: Road[];
  junctions: Map<number, Point>;
  blocks: Block[];
  sites: CountryRoads['sites'];
};

export function layRoads(land: Land, areas: AreaPlan, random: Random): RoadNetwork {
  const sketch = new RoadSketch();
  const towns = areas.townships.map((township, town) => {
    const isSeat = town === 0;
    const own = random.fork(`town ${town}`);
    const namer = createStreetNamer(isSeat, own.fork('names'));
    return layTownStreets(sketch, { land, township, town, isSeat }, namer, own);
  });
  const townOfCell = footprints(land, sketch, towns);
  const country = layCountryRoads({ land, areas, townOfCell }, random.fork('country'));
  const pointOfCell = drawCountry(land, sketch, { country, townOfCell, towns });
  addVillageLanes(land, sketch, { areas, sites: country.sites, pointOfCell }, random.fork('lanes'));
  addExpressways(land, sketch, areas);
  const blocks = towns.flatMap((town) => town.blocks);
  return { ...joinChains(sketch), blocks, sites: country.sites };
}

/** The town whose streets run through each cell, -1 elsewhere. */
function footprints(land: Land, sketch: RoadSketch, towns: TownStreets[]): Int16Array {
  const townOfCell = new Int16Array(land.mask.length).fill(-1);
  for (const { town, corners } of towns) {
    for (const corner of corners) {
      const [x, y] = sketch.points[corner]!;
      const cell = cellAt(land.grid, x, y);
      if (land.mask[cell] === 1) townOfCell[cell] = town;
    }
  }
  return townOfCell;
}

type CountryDrawing = { country: CountryRoads; townOfCell: Int16Array; towns: TownStreets[] };

function drawCountry(
  land: Land,
  sketch: RoadSketch,
  { country, townOfCell, towns }: CountryDrawing,
): Map<number, number> {
  const { grid } = land;
  const firstCountryPoint = sketch.points.length;
  const pointOfCell = new Map<number, number>();
  const pointOf = (cell: number, other: number): number => {
    const town = townOfCell[cell]!;
    if (town >= 0) return nearestCorner(land, sketch, towns[town]!, other);
    const known = pointOfCell.get(cell);
    if (known !== undefined) return known;
    const point = sketch.addPoint(xOf(grid, cell), yOf(grid, cell));
    pointOfCell.set(cell, point);
    return point;
  };
  for (const [key, { kind, name }] of country.steps) {
    const [a, b] = key.split('/').map(Number) as [number, number];
    sketch.addEdge({ a: pointOf(a, b), b: pointOf(b, a), kind, name, town: -1 });
  }
  straighten(sketch, firstCountryPoint);
  const bend = createNoise2D(createRandom(11).next);
  for (let point = firstCountryPoint; point < sketch.points.length; point += 1) {
    const [x, y] = sketch.points[point]!;
    sketch.points[point] = [x + 48 * bend(x / 520, y / 520), y + 48 * bend(y / 520, x / 520)];
  }
  return pointOfCell;
}

/** The street corner a country road comes in at: the nearest that no water parts from it. */
function nearestCorner(land: Land, sketch: RoadSketch, town: TownStreets, from: number): number {
  const at: Point = [xOf(land.grid, from), yOf(land.grid, from)];
  const byDistance = town.corners
    .map((corner) => ({ corner, meters: distance(sketch.points[corner]!, at) }))
    .sort((p, q) => p.meters - q.meters)
    .slice(0, 5);
  const dry = byDistance.find(
    ({ corner }) => land.water.metersInWater(sketch.points[corner]!, at) < 1,
  );
  return (dry ?? byDistance[0]!).corner;
}

/** Draws country points towards their neighbours, so that raster steps become bends. Street corners stay. */
function straighten(sketch: RoadSketch, first: number): void {
  const at = sketch.neighbours();
  for (let round = 0; round < 4; round += 1) {
    const before = sketch.points.slice();
    for (let point = first; point < before.length; point += 1) {
      const edges = at[point]!;
      if (edges.length < 2) continue;
      let [x, y] = [0, 0];
      for (const edge of edges) {
        const { a, b } = sketch.edges[edge]!;
        const other = before[a === point ? b : a]!;
        x += other[0] / edges.length;
        y += other[1] / edges.length;
      }
      sketch.points[point] = [
        before[point]![0] * 0.45 + x * 0.55,
        before[point]![1] * 0.45 + y * 0.55,
      ];
    }
  }
}

/** Joins sketch edges into roads that end at junctions or where kind or name change. */
function joinChains(sketch: RoadSketch): Pick<RoadNetwork, 'roads' | 'junctions'> {
  const at = sketch.neighbours();
  const isThrough = (point: number): boolean => {
    const edges = at[point]!;
    if (edges.length !== 2) return false;
    const [e, f] = [sketch.edges[edges[0]!]!, sketch.edges[edges[1]!]!];
    return e.kind === f.kind && e.name === f.name && e.town === f.town;
  };
  const used = new Uint8Array(sketch.edges.length);
  const roads: Road[] = [];
  const junctions = new Map<number, Point>();
  const follow = (start: number, first: number): void => {
    const line = [start];
    let edge = first;
    for (;;) {
      used[edge] = 1;
      const { a, b } = sketch.edges[edge]!;
      const next = a === line.at(-1)! ? b : a;
      line.push(next);
      if (next === start || !isThrough(next)) break;
      edge = at[next]!.find((other) => other !== edge)!;
    }
    const { kind, name, town } = sketch.edges[first]!;
    const points = simplify(
      line.map((point) => sketch.points[point]!),
      4,
    );
    const [from, to] = [start, line.at(-1)!];
    junctions.set(from, points[0]!).set(to, points.at(-1)!);
    roads.push({
      number: roads.length,
      from,
      to,
      points,
      lengthMeters: lengthOf(points),
      kind,
      name,
      town,
    });
  };
  for (const anyStart of [false, true]) {
    for (let point = 0; point < sketch.points.length; point += 1) {
      if (!anyStart && isThrough(point)) continue;
      for (const edge of at[point]!) if (used[edge] === 0) follow(point, edge);
    }
  }
  return { roads, junctions };
}
