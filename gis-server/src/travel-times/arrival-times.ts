/** When a car that leaves now arrives at each junction (Dijkstra 1959), as far as its time reaches. */
import type { LonLat } from 'grid-data';
import { ArrivalHeap } from './arrival-heap.ts';
import type { RoadGraph } from './road-graph.ts';
import { longestWalkMeters, walkMetersPerSecond } from './road-speeds.ts';

export type Start = {
  /** Where the road is reached on foot. */
  place: LonLat;
  offRoadMeters: number;
  ends: readonly { node: number; seconds: number }[];
};

/** The nearest place on a road; null where the walk to it is too long. */
export function startAt(graph: RoadGraph, from: LonLat): Start | null {
  const plane = planeAround(from);
  let nearest: { meters: number; node: number; edge: number; share: number } | null = null;
  for (let node = 0; node < graph.places.length; node += 1) {
    const [ax, ay] = plane(graph.places[node]!);
    for (let edge = graph.firstEdge[node]!; edge < graph.firstEdge[node + 1]!; edge += 1) {
      const [bx, by] = plane(graph.places[graph.edgeTo[edge]!]!);
      const [dx, dy] = [bx - ax, by - ay];
      const along = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
      const share = Math.min(1, Math.max(0, along));
      const meters = Math.hypot(ax + dx * share, ay + dy * share);
      if (nearest === null || meters < nearest.meters) nearest = { meters, node, edge, share };
    }
  }
  if (nearest === null || nearest.meters > longestWalkMeters) return null;
  const { meters, node, edge, share } = nearest;
  const to = graph.edgeTo[edge]!;
  const [a, b] = [graph.places[node]!, graph.places[to]!];
  const walk = meters / walkMetersPerSecond;
  const seconds = graph.edgeSeconds[edge]!;
  return {
    place: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
    offRoadMeters: meters,
    ends: [
      { node, seconds: walk + seconds * share },
      { node: to, seconds: walk + seconds * (1 - share) },
    ],
  };
}

const metersPerDegree = 111_195;

function planeAround([longitude, latitude]: LonLat): (place: LonLat) => [number, number] {
  const squeeze = Math.cos((latitude * Math.PI) / 180) * metersPerDegree;
  return ([x, y]) => [(x - longitude) * squeeze, (y - latitude) * metersPerDegree];
}

/** Seconds by node; Infinity where the car does not arrive in time. */
export function arrivalTimes(graph: RoadGraph, start: Start, withinSeconds: number): Float64Array {
  const times = new Float64Array(graph.places.length).fill(Infinity);
  const heap = new ArrivalHeap();
  const reach = (node: number, seconds: number): void => {
    if (seconds > withinSeconds || seconds >= times[node]!) return;
    times[node] = seconds;
    heap.push(node, seconds);
  };
  for (const { node, seconds } of start.ends) reach(node, seconds);
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    if (next.seconds > times[next.node]!) continue;
    for (
      let edge = graph.firstEdge[next.node]!;
      edge < graph.firstEdge[next.node + 1]!;
      edge += 1
    ) {
      reach(graph.edgeTo[edge]!, next.seconds + graph.edgeSeconds[edge]!);
    }
  }
  return times;
}
