/** How many people the demo says live where: a village's people over its governance cells, a cell's over a lattice in it. */
import { isInRing } from '../geometry/polyline.ts';
import type { AreaRow, GridCellRow, MultiPolygon, Polygon, Position } from '../rows.ts';

export type PopulationPointRow = {
  gridCode: string;
  number: number;
  areaCode: string;
  position: Position;
  people: number;
};

/** Points to each side of a cell's box: a cut cell counts by about a sixteenth of its ground. */
const pointsAside = 4;

export function populationPoints(
  areas: readonly AreaRow[],
  gridCells: readonly GridCellRow[],
): PopulationPointRow[] {
  const peopleOf = new Map(areas.map(({ code, population }) => [code, population ?? 0]));
  const governance = gridCells.filter(({ gridSystem }) => gridSystem === 'governance');
  return [...Map.groupBy(governance, ({ areaCode }) => areaCode)].flatMap(([village, cells]) => {
    const whole = shares(cells.length, peopleOf.get(village) ?? 0);
    return cells.flatMap((cell, i) => dealt(cell, whole[i]!));
  });
}

/** Whole people, whose sum is the village's: the first cells have the larger part, as around a village's centre. */
function shares(count: number, people: number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 1 + 1 / (i + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let dealtSoFar = 0;
  let weightSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upTo = Math.round((people * weightSoFar) / sum);
    const share = upTo - dealtSoFar;
    dealtSoFar = upTo;
    return share;
  });
}

function dealt({ code, areaCode, polygon }: GridCellRow, people: number): PopulationPointRow[] {
  const points = latticeIn(polygon);
  return points.map((position, i) => ({
    gridCode: code,
    number: i + 1,
    areaCode,
    position,
    people: people / points.length,
  }));
}

/** A lattice over the box of a shape, of which only what lies in the shape stays; never none. */
export function latticeIn(shape: Polygon | MultiPolygon): Position[] {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const corners = polygons.flatMap(([outer]) => outer ?? []);
  const [west, east] = rangeOf(corners.map(([longitude]) => longitude));
  const [south, north] = rangeOf(corners.map(([, latitude]) => latitude));
  const inside: Position[] = [];
  for (let row = 0; row < pointsAside; row += 1) {
    for (let column = 0; column < pointsAside; column += 1) {
      const x = west + ((column + 0.5) / pointsAside) * (east - west);
      const y = south + ((row + 0.5) / pointsAside) * (north - south);
      if (polygons.some((rings) => holds(rings, x, y))) inside.push([x, y]);
    }
  }
  return inside.length > 0 ? inside : corners.slice(0, 1);
}

function holds([outer, ...holes]: Position[][], x: number, y: number): boolean {
  if (outer === undefined || !isInRing(outer, x, y)) return false;
  return !holes.some((hole) => isInRing(hole, x, y));
}

function rangeOf(values: readonly number[]): [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}
