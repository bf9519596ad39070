import { Delaunay } from 'd3-delaunay';
import type { AreaPlan } from '../areas/area-plan.ts';
import type { Point } from '../geometry/frame.ts';
import { cellAt, xOf, yOf } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import type { Random } from '../random.ts';
import type { RoadKind } from './road-sketch.ts';
import { TerrainPaths, trail } from './terrain-path.ts';

export type RoadStep = { kind: RoadKind; name: string };

/** Roads outside the towns as steps between raster cells, keyed `low cell/high cell`. */
export type CountryRoads = { steps: Map<string, RoadStep>; sites: Site[] };

/** A place that a road must reach: a village's centre or one of its hamlets. */
export type Site = { cell: number; village: number; isCentre: boolean };

export type CountryPlan = { land: Land; areas: AreaPlan; townOfCell: Int16Array };

const hamletsPerVillage = 4;

export function layCountryRoads(plan: CountryPlan, random: Random): CountryRoads {
  const { land, areas, townOfCell } = plan;
  const paths = new TerrainPaths(
    land,
    Uint8Array.from(townOfCell, (town) => (town >= 0 ? 1 : 0)),
  );
  const builder = new RoadBuilder(paths, townOfCell);
  for (const [from, to] of townPairs(areas)) {
    const [a, b] = [areas.townships[from]!, areas.townships[to]!];
    const sources = cellsOfTown(townOfCell, from);
    const { came, reached } = paths.explore(sources, new Set(cellsOfTown(townOfCell, to)));
    const name = `${a.name[0]}${b.name[0]}公路`;
    if (reached >= 0) builder.build(trail(came, reached), { kind: 'primary', name });
  }
  for (const { name, at } of wayOut) {
    const gate = gateCell(land, at);
    const { came } = paths.explore(builder.cells(), new Set([gate]));
    builder.build(trail(came, gate), { kind: 'primary', name });
  }
  const sites = placeSites(plan, random);
  const centres = sites.filter((site) => site.isCentre);
  connect(builder, paths, centres, (site) => {
    return { kind: 'secondary', name: `${shortName(areas.villages[site.village]!.name)}公路` };
  });
  linkNeighbours(builder, paths, { centres, areas });
  connect(
    builder,
    paths,
    sites.filter((site) => !site.isCentre),
    (site) => {
      return { kind: 'tertiary', name: `${shortName(areas.villages[site.village]!.name)}村道` };
    },
  );
  return { steps: builder.steps, sites };
}

/** The village's name without the words for its council. */
export function shortName(name: string): string {
  return name.replace(/(社区居民委员会|社区居委会|居委会|村委会|社区)$/, '').replace(/村$/, '');
}

class RoadBuilder {
  readonly steps = new Map<string, RoadStep>();
  readonly #paths: TerrainPaths;
  readonly #townOfCell: Int16Array;
  readonly #cells = new Set<number>();

  constructor(paths: TerrainPaths, townOfCell: Int16Array) {
    this.#paths = paths;
    this.#townOfCell = townOfCell;
    townOfCell.forEach((town, cell) => {
      if (town >= 0) this.#cells.add(cell);
    });
  }

  cells(): Iterable<number> {
    return this.#cells;
  }

  /** Builds what of the way is neither a road yet nor inside a town. */
  build(cells: number[], step: RoadStep): void {
    for (let i = 1; i < cells.length; i += 1) {
      const [from, to] = [cells[i - 1]!, cells[i]!];
      this.#cells.add(from).add(to);
      if (this.#townOfCell[from]! >= 0 && this.#townOfCell[to]! >= 0) continue;
      const key = `${Math.min(from, to)}/${Math.max(from, to)}`;
      if (this.steps.has(key)) continue;
      this.steps.set(key, step);
      this.#paths.build(from, to);
    }
  }
}

function cellsOfTown(townOfCell: Int16Array, wanted: number): number[] {
  const cells: number[] = [];
  townOfCell.forEach((town, cell) => {
    if (town === wanted) cells.push(cell);
  });
  return cells;
}

/** Towns that are neighbours: no third town lies nearer to both (relative neighbourhood), shortest first. */
function townPairs({ townships }: AreaPlan): [number, number][] {
  const far = (a: number, b: number): number => {
    const [p, q] = [townships[a]!.seat, townships[b]!.seat];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  const pairs: [number, number][] = [];
  for (let a = 0; a < townships.length; a += 1) {
    for (let b = a + 1; b < townships.length; b += 1) {
      const blocked = townships.some(
        (_, c) => c !== a && c !== b && Math.max(far(a, c), far(b, c)) < far(a, b) * 0.92,
      );
      if (!blocked) pairs.push([a, b]);
    }
  }
  return pairs.sort((p, q) => far(...p) - far(...q));
}

/** Where the main roads leave for the neighbouring cities, and what those roads are called. */
const wayOut = [
  { name: '涟冷公路', at: [111.58, 27.635] },
  { name: '涟娄公路', at: [111.94, 27.69] },
  { name: '涟新公路', at: [111.58, 27.76] },
  { name: '涟邵公路', at: [111.72, 27.52] },
  { name: '涟安公路', at: [111.8, 28.02] },
  { name: '涟双公路', at: [111.99, 27.52] },
] as const;

/** The county's cell nearest to a way out. */
function gateCell({ frame, grid, mask }: Land, position: readonly [number, number]): number {
  const [x, y] = frame.toPoint(position);
  let [best, least] = [-1, Infinity];
  for (let cell = 0; cell < mask.length; cell += 1) {
    if (mask[cell] === 0) continue;
    const away = Math.hypot(xOf(grid, cell) - x, yOf(grid, cell) - y);
    if (away < least) [best, least] = [cell, away];
  }
  return best;
}

function placeSites({ land, areas, townOfCell }: CountryPlan, random: Random): Site[] {
  const cellsOf: number[][] = areas.villages.map(() => []);
  areas.villageOfCell.forEach((village, cell) => {
    const settles = village >= 0 && land.waterCells[cell] === 0 && land.slopes[cell]! < 0.24;
    if (settles && townOfCell[cell]! < 0) cellsOf[village]!.push(cell);
  });
  return areas.villages.flatMap((village, number) => {
    const own = cellsOf[number]!;
    const sites: Site[] = [];
    const centre = cellAt(land.grid, village.center[0], village.center[1]);
    if (townOfCell[centre]! < 0) sites.push({ cell: centre, village: number, isCentre: true });
    const wanted = Math.min(hamletsPerVillage + 2, Math.round(own.length / 75));
    for (let i = 0; i < wanted; i += 1) {
      const tries = Array.from({ length: 6 }, () => random.pick(own));
      const score = (cell: number): number => {
        const near = sites.map((site) =>
          Math.hypot(
            xOf(land.grid, cell) - xOf(land.grid, site.cell),
            yOf(land.grid, cell) - yOf(land.grid, site.cell),
          ),
        );
        return Math.min(2000, ...near) / (1 + 14 * land.slopes[cell]!);
      };
      const cell = tries.reduce((best, one) => (score(one) > score(best) ? one : best));
      sites.push({ cell, village: number, isCentre: false });
    }
    return sites;
  });
}

/** One flood from the whole network finds every site's way to it; trunks are shared. */
function connect(
  builder: RoadBuilder,
  paths: TerrainPaths,
  sites: Site[],
  stepOf: (site: Site) => RoadStep,
): void {
  const { came } = paths.explore(builder.cells(), null);
  for (const site of sites) builder.build(trail(came, site.cell), stepOf(site));
}

/** Roads between neighbouring villages close the loops that a tree of roads leaves open. */
function linkNeighbours(
  builder: RoadBuilder,
  paths: TerrainPaths,
  { centres, areas }: { centres: Site[]; areas: AreaPlan },
): void {
  const at = (site: Site): Point => areas.villages[site.village]!.center;
  const net = Delaunay.from(centres.map((site) => [...at(site)] as [number, number]));
  for (let a = 0; a < centres.length; a += 1) {
    for (const b of net.neighbors(a)) {
      if (b < a || (a * 31 + b * 17) % 5 > 1) continue;
      const [from, to] = [centres[a]!, centres[b]!];
      if (Math.hypot(at(from)[0] - at(to)[0], at(from)[1] - at(to)[1]) > 2600) continue;
      const { came, reached } = paths.explore([from.cell], new Set([to.cell]));
      const name = `${shortName(areas.villages[from.village]!.name)}公路`;
      if (reached >= 0) builder.build(trail(came, reached), { kind: 'tertiary', name });
    }
  }
}
