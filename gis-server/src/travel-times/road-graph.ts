/** The roads as a graph: each place where lines share a vertex is one junction; every road can be driven both ways. */
import { distanceMeters, type LonLat } from 'grid-data';
import { metersPerSecondOn } from './road-speeds.ts';

export type RoadLine = { roadClass: string; coordinates: readonly LonLat[] };

export type RoadGraph = {
  places: LonLat[];
  /** Edges of node n are those from firstEdge[n] up to firstEdge[n + 1]. */
  firstEdge: Int32Array;
  edgeTo: Int32Array;
  edgeSeconds: Float64Array;
};

/** About a metre: ends drawn that close to each other are one place. */
const sameDegrees = 1e-5;

export function roadGraph(lines: readonly RoadLine[]): RoadGraph {
  const places: LonLat[] = [];
  const nodes = new Map<string, number>();
  const nodeAt = (place: LonLat): number => {
    const key = `${Math.round(place[0] / sameDegrees)} ${Math.round(place[1] / sameDegrees)}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    nodes.set(key, places.length);
    return places.push(place) - 1;
  };
  const edges: { from: number; to: number; seconds: number }[] = [];
  for (const { roadClass, coordinates } of lines) {
    const speed = metersPerSecondOn(roadClass);
    for (let i = 1; i < coordinates.length; i += 1) {
      const [a, b] = [coordinates[i - 1]!, coordinates[i]!];
      const [from, to] = [nodeAt(a), nodeAt(b)];
      if (from === to) continue;
      const seconds = distanceMeters(a, b) / speed;
      edges.push({ from, to, seconds }, { from: to, to: from, seconds });
    }
  }
  return { places, ...adjacency(places.length, edges) };
}

function adjacency(
  nodes: number,
  edges: readonly { from: number; to: number; seconds: number }[],
): Omit<RoadGraph, 'places'> {
  const firstEdge = new Int32Array(nodes + 1);
  for (const { from } of edges) firstEdge[from + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) firstEdge[node + 1]! += firstEdge[node]!;
  const next = firstEdge.slice(0, nodes);
  const edgeTo = new Int32Array(edges.length);
  const edgeSeconds = new Float64Array(edges.length);
  for (const { from, to, seconds } of edges) {
    const at = next[from]!++;
    edgeTo[at] = to;
    edgeSeconds[at] = seconds;
  }
  return { firstEdge, edgeTo, edgeSeconds };
}
