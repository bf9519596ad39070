/** The ground that is reached: along the roads by car, to their sides on foot for what time is left. */
import type { LonLat } from 'grid-data';
import type { Start } from './arrival-times.ts';
import type { RoadGraph } from './road-graph.ts';
import { longestWalkMeters, walkMetersPerSecond } from './road-speeds.ts';

/** A strip of a row of cells, in degrees. */
export type Strip = { west: number; south: number; east: number; north: number };
export type ReachedGround = { strips: Strip[]; cellMeters: number };

type Reach = { graph: RoadGraph; start: Start; times: Float64Array; withinSeconds: number };

const finestCellMeters = 20;
const mostCellsAcross = 400;
const metersPerDegree = 111_195;
/** The road itself, and who stands at its edge. */
const leastAsideMeters = 15;

export function reachedGround(reach: Reach): ReachedGround {
  const box = boxAround(reach);
  const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180) * metersPerDegree;
  const widthMeters = (box.east - box.west) * squeeze;
  const heightMeters = (box.north - box.south) * metersPerDegree;
  const cellMeters = Math.max(
    finestCellMeters,
    Math.max(widthMeters, heightMeters) / mostCellsAcross,
  );
  const [cellWest, cellSouth] = [cellMeters / squeeze, cellMeters / metersPerDegree];
  const columns = Math.ceil(widthMeters / cellMeters);
  const rows = Math.ceil(heightMeters / cellMeters);
  const cells = new Uint8Array(columns * rows);
  const mark = ([longitude, latitude]: LonLat, secondsLeft: number): void => {
    const walk = Math.min(longestWalkMeters, secondsLeft * walkMetersPerSecond);
    const radius = Math.max(leastAsideMeters, walk) / cellMeters;
    const x = (longitude - box.west) / cellWest;
    const y = (latitude - box.south) / cellSouth;
    markDisc({ cells, columns, rows }, { x, y, radius });
  };
  walkRoads(reach, cellMeters / 2, mark);
  const strips = stripsOf({ cells, columns, rows }).map(([row, from, to]) => ({
    west: box.west + from * cellWest,
    south: box.south + row * cellSouth,
    east: box.west + to * cellWest,
    north: box.south + (row + 1) * cellSouth,
  }));
  return { strips, cellMeters };
}

type Grid = { cells: Uint8Array; columns: number; rows: number };

/** A cell counts where its middle lies within; the one under the middle of the disc always does. */
function markDisc(
  { cells, columns, rows }: Grid,
  { x, y, radius }: { x: number; y: number; radius: number },
): void {
  const [top, bottom] = [
    Math.max(0, Math.floor(y - radius)),
    Math.min(rows - 1, Math.floor(y + radius)),
  ];
  for (let row = top; row <= bottom; row += 1) {
    const off = row + 0.5 - y;
    const half = Math.sqrt(Math.max(0, radius * radius - off * off));
    const from = Math.max(0, Math.ceil(x - half - 0.5));
    const to = Math.min(columns - 1, Math.floor(x + half - 0.5));
    if (from <= to) cells.fill(1, row * columns + from, row * columns + to + 1);
  }
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column >= 0 && column < columns && row >= 0 && row < rows) cells[row * columns + column] = 1;
}

type Visit = (place: LonLat, secondsLeft: number) => void;

/** Every so many metres of road that is reached, with the time that is left there. */
function walkRoads(
  { graph, start, times, withinSeconds }: Reach,
  step: number,
  visit: Visit,
): void {
  const walk = start.offRoadMeters / walkMetersPerSecond;
  const leftAtRoad = withinSeconds - walk;
  visit(start.place, Math.max(0, leftAtRoad));
  for (const { node, seconds } of start.ends) {
    const way = { from: start.place, to: graph.places[node]!, seconds: seconds - walk };
    visitAlong(way, { left: leftAtRoad, step }, visit);
  }
  for (let node = 0; node < graph.places.length; node += 1) {
    const left = withinSeconds - times[node]!;
    if (!(left >= 0)) continue;
    const from = graph.places[node]!;
    visit(from, left);
    for (let edge = graph.firstEdge[node]!; edge < graph.firstEdge[node + 1]!; edge += 1) {
      const to = graph.places[graph.edgeTo[edge]!]!;
      visitAlong({ from, to, seconds: graph.edgeSeconds[edge]! }, { left, step }, visit);
    }
  }
}

type Way = { from: LonLat; to: LonLat; seconds: number };

function visitAlong(
  { from, to, seconds }: Way,
  { left, step }: { left: number; step: number },
  visit: Visit,
): void {
  const squeeze = Math.cos((from[1] * Math.PI) / 180);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const steps = Math.ceil((Math.hypot(dx * squeeze, dy) * metersPerDegree) / step);
  for (let i = 1; i < steps; i += 1) {
    const share = i / steps;
    if (seconds * share > left) break;
    visit([from[0] + dx * share, from[1] + dy * share], left - seconds * share);
  }
}

function stripsOf({ cells, columns, rows }: Grid): [row: number, from: number, to: number][] {
  const strips: [number, number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < columns; from += 1) {
      if (cells[row * columns + from] === 0) continue;
      let to = from;
      while (to < columns && cells[row * columns + to] === 1) to += 1;
      strips.push([row, from, to]);
      from = to;
    }
  }
  return strips;
}

/** Edges that leave the last junctions reached go no farther than their other ends. */
function boxAround({ graph, start, times }: Reach): Strip {
  let [west, south, east, north] = [start.place[0], start.place[1], start.place[0], start.place[1]];
  const take = ([x, y]: LonLat): void => {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  };
  for (const { node } of start.ends) take(graph.places[node]!);
  graph.places.forEach((place, node) => {
    if (times[node] === Infinity) return;
    take(place);
    for (let edge = graph.firstEdge[node]!; edge < graph.firstEdge[node + 1]!; edge += 1) {
      take(graph.places[graph.edgeTo[edge]!]!);
    }
  });
  const up = (longestWalkMeters + finestCellMeters) / metersPerDegree;
  const aside = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return { west: west - aside, south: south - up, east: east + aside, north: north + up };
}
