import { createNoise2D } from 'simplex-noise';
import type { Township } from '../areas/area-plan.ts';
import type { Point } from '../geometry/frame.ts';
import { sampleAt } from '../geometry/grid.ts';
import type { Land } from '../land/land.ts';
import type { Random } from '../random.ts';
import type { RoadKind, RoadSketch } from './road-sketch.ts';
import type { StreetNamer } from './street-names.ts';

/** A block between four street corners, the natural 万米网格 of a town. */
export type Block = { ring: Point[]; town: number };

export type TownStreets = {
  town: number;
  /** Sketch points that are street corners. */
  corners: number[];
  blocks: Block[];
};

const spacingMeters = 104;
const longestBridgeMeters = 330;

type Lattice = {
  size: number;
  /** Sketch point of each lattice place, -1 where nobody built. */
  nodes: Int32Array;
  places: Point[];
};

export type TownSite = { land: Land; township: Township; town: number; isSeat: boolean };

/** Streets that follow the river's bend and the ground, in a lattice no surveyor would own up to. */
export function layTownStreets(
  sketch: RoadSketch,
  site: TownSite,
  namer: StreetNamer,
  random: Random,
): TownStreets {
  const lattice = placeLattice(sketch, site, random);
  const edges = streetEdges(site, lattice, random);
  const joined = joinedCorners(site, lattice, edges);
  for (const edge of edges) {
    if (!joined.has(edge.from) || !joined.has(edge.to)) continue;
    sketch.addEdge({
      a: lattice.nodes[edge.from]!,
      b: lattice.nodes[edge.to]!,
      kind: edge.kind,
      name: namer(edge.line),
      town: site.town,
    });
  }
  const corners = [...joined].map((place) => lattice.nodes[place]!);
  return { town: site.town, corners, blocks: blocksOf(lattice, joined, site.town) };
}

function placeLattice(sketch: RoadSketch, site: TownSite, random: Random): Lattice {
  const { township, land } = site;
  const noise = createNoise2D(random.fork('warp').next);
  const half = Math.ceil((township.townRadius * 1.5) / spacingMeters);
  const size = 2 * half + 1;
  const angle = riverDirection(land, township.seat) ?? random.between(0, Math.PI);
  const [us, vs] = [unevenSteps(half, random), unevenSteps(half, random)];
  const places: Point[] = [];
  const nodes = new Int32Array(size * size).fill(-1);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let j = 0; j < size; j += 1) {
    for (let i = 0; i < size; i += 1) {
      const [u, v] = [us[i]!, vs[j]!];
      const wu = u + 85 * noise(u / 1100, v / 1100) + 22 * noise(u / 330, v / 330 + 7);
      const wv = v + 85 * noise(u / 1100 + 50, v / 1100) + 22 * noise(u / 330 + 50, v / 330);
      const [x, y] = [
        township.seat[0] + wu * cos - wv * sin,
        township.seat[1] + wu * sin + wv * cos,
      ];
      places.push([x, y]);
      const reach = Math.hypot(u / 1.28, v / 0.82) / township.townRadius;
      const edge = 0.92 + 0.3 * noise(x / 1300, y / 1300) + 0.12 * noise(x / 300, y / 300);
      if (reach < edge && isBuildable(land, x, y)) nodes[j * size + i] = sketch.addPoint(x, y);
    }
  }
  return { size, nodes, places };
}

function isBuildable(land: Land, x: number, y: number): boolean {
  const clear = [
    [0, 0],
    [120, 0],
    [-120, 0],
    [0, 120],
    [0, -120],
  ] as const;
  if (!clear.every(([dx, dy]) => land.isInside(x + dx, y + dy))) return false;
  return sampleAt(land.grid, land.slopes, x, y) < 0.13 && !land.water.isWater(x, y, 14);
}

function unevenSteps(half: number, random: Random): number[] {
  const steps = [0];
  for (let i = 1; i <= half; i += 1) {
    steps.push(steps.at(-1)! + spacingMeters * random.between(0.8, 1.25));
    steps.unshift(steps[0]! - spacingMeters * random.between(0.8, 1.25));
  }
  return steps;
}

/** Direction of the named river by the seat, radians; null where none is near. */
function riverDirection(land: Land, [x, y]: Point): number | null {
  let [sumX, sumY] = [0, 0];
  for (const { kind, points } of land.rivers) {
    if (kind !== 'river') continue;
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      if (Math.hypot(a.x - x, a.y - y) > 1800) continue;
      sumX += b.x - a.x;
      sumY += b.y - a.y;
    }
  }
  return sumX === 0 && sumY === 0 ? null : Math.atan2(sumY, sumX);
}

type StreetEdge = { from: number; to: number; kind: RoadKind; line: string };

function streetEdges(site: TownSite, lattice: Lattice, random: Random): StreetEdge[] {
  const { size } = lattice;
  const edges: StreetEdge[] = [];
  for (const axis of [0, 1] as const) {
    for (let line = 0; line < size; line += 1) {
      const index = line - (size - 1) / 2;
      const kind = kindOf(index, site.isSeat);
      let last = -1;
      for (let k = 0; k < size; k += 1) {
        const place = axis === 0 ? line * size + k : k * size + line;
        if (lattice.nodes[place]! < 0) continue;
        const neighbours = last >= 0 && k > 0 && isNext(axis, size, { last, place });
        if (last >= 0 && mayBuild(site, lattice, { last, place, kind, neighbours }, random)) {
          edges.push({ from: last, to: place, kind, line: `${axis}/${index}` });
        }
        last = place;
      }
    }
  }
  return edges;
}

function isNext(
  axis: number,
  size: number,
  { last, place }: { last: number; place: number },
): boolean {
  return place - last === (axis === 0 ? 1 : size);
}

function kindOf(index: number, isSeat: boolean): RoadKind {
  if (index === 0) return 'primary';
  if (index % (isSeat ? 4 : 3) === 0) return isSeat && index % 8 === 0 ? 'primary' : 'secondary';
  return 'residential';
}

type Candidate = { last: number; place: number; kind: RoadKind; neighbours: boolean };

function mayBuild(site: TownSite, lattice: Lattice, edge: Candidate, random: Random): boolean {
  const [a, b] = [lattice.places[edge.last]!, lattice.places[edge.place]!];
  const wet = site.land.water.metersInWater(a, b);
  const skipped = edge.kind === 'residential' && random.next() < 0.16;
  if (edge.neighbours && wet === 0) return !skipped;
  const isMain = edge.kind !== 'residential';
  return isMain && wet > 0 && Math.hypot(b[0] - a[0], b[1] - a[1]) < longestBridgeMeters;
}

/** Corners that hang together with the most others; the rest is left unbuilt. */
function joinedCorners({ land }: TownSite, lattice: Lattice, edges: StreetEdge[]): Set<number> {
  const pieces = piecesOf(lattice, edges).sort((a, b) => b.length - a.length);
  const joined = new Set(pieces[0] ?? []);
  for (const piece of pieces.slice(1)) {
    if (piece.length < 6) continue;
    const bridge = shortestGap(lattice, [...joined], piece);
    if (bridge.meters > longestBridgeMeters) continue;
    const wet = land.water.metersInWater(lattice.places[bridge.from]!, lattice.places[bridge.to]!);
    if (wet > longestBridgeMeters * 0.6) continue;
    edges.push({
      from: bridge.from,
      to: bridge.to,
      kind: 'secondary',
      line: `bridge/${bridge.from}`,
    });
    for (const place of piece) joined.add(place);
  }
  return joined;
}

function piecesOf({ nodes }: Lattice, edges: StreetEdge[]): number[][] {
  const links = new Map<number, number[]>();
  for (const { from, to } of edges) {
    links.set(from, [...(links.get(from) ?? []), to]);
    links.set(to, [...(links.get(to) ?? []), from]);
  }
  const seen = new Set<number>();
  const pieces: number[][] = [];
  for (let place = 0; place < nodes.length; place += 1) {
    if (nodes[place]! < 0 || seen.has(place)) continue;
    const piece = [place];
    seen.add(place);
    for (let i = 0; i < piece.length; i += 1) {
      for (const next of links.get(piece[i]!) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}

function shortestGap({ places }: Lattice, from: number[], to: number[]) {
  let gap = { from: from[0]!, to: to[0]!, meters: Infinity };
  for (const a of from) {
    for (const b of to) {
      const meters = Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1]);
      if (meters < gap.meters) gap = { from: a, to: b, meters };
    }
  }
  return gap;
}

function blocksOf({ size, places }: Lattice, joined: Set<number>, town: number): Block[] {
  const blocks: Block[] = [];
  for (let j = 0; j + 1 < size; j += 1) {
    for (let i = 0; i + 1 < size; i += 1) {
      const at = j * size + i;
      const ring = [at, at + 1, at + size + 1, at + size];
      if (!ring.every((place) => joined.has(place))) continue;
      blocks.push({ town, ring: ring.map((place) => places[place]!) });
    }
  }
  return blocks;
}
