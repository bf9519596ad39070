/** Lengths, areas and heights of what was drawn, on the ball of the earth; heights as the relief has them. */
import { routeOf, stepsAlong, type LonLat } from 'grid-data';

const earthRadiusMeters = 6_371_008.8;
const toRadians = Math.PI / 180;

/** Square metres inside a ring that does not cross itself, on a sphere; which way round it was drawn does not matter. */
export function ringAreaSquareMeters(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [lon1, lat1] = ring[i]!;
    const [lon2, lat2] = ring[(i + 1) % ring.length]!;
    sum +=
      (lon2 - lon1) * toRadians * (2 + Math.sin(lat1 * toRadians) + Math.sin(lat2 * toRadians));
  }
  return Math.abs((sum * earthRadiusMeters * earthRadiusMeters) / 2);
}

export function ringLengthMeters(ring: readonly LonLat[]): number {
  const [first] = ring;
  return first === undefined ? 0 : routeOf([...ring, first]).lengthMeters;
}

export type ProfilePoint = { alongMeters: number; position: LonLat; heightMeters: number };

export type Profile = {
  points: readonly ProfilePoint[];
  lowestMeters: number;
  highestMeters: number;
  /** All that goes up, and all that goes down, along the way. */
  ascentMeters: number;
  descentMeters: number;
};

const profilePoints = 160;

/** Where heights are asked along a line: evenly, both ends included. */
export function placesAlong(line: readonly LonLat[]): { alongMeters: number; position: LonLat }[] {
  const route = routeOf(line);
  const ends = [route.places[0]!, route.places.at(-1)!] as const;
  return [
    { alongMeters: 0, position: ends[0] },
    ...stepsAlong(route, route.lengthMeters / profilePoints).map(({ alongMeters, position }) => ({
      alongMeters,
      position,
    })),
    { alongMeters: route.lengthMeters, position: ends[1] },
  ];
}

export function profileOf(points: readonly ProfilePoint[]): Profile {
  const heights = points.map(({ heightMeters }) => heightMeters);
  let [ascentMeters, descentMeters] = [0, 0];
  for (let i = 1; i < heights.length; i += 1) {
    const step = heights[i]! - heights[i - 1]!;
    if (step > 0) ascentMeters += step;
    else descentMeters -= step;
  }
  return {
    points,
    lowestMeters: Math.min(...heights),
    highestMeters: Math.max(...heights),
    ascentMeters,
    descentMeters,
  };
}
