import type { Position } from '../rows.ts';

/** A flat frame of the county: metres east (x) and north (y) of its middle. */
export type Point = readonly [x: number, y: number];

export type Frame = {
  toPoint(position: readonly [number, number]): Point;
  /** Rounded to a decimetre, so that shapes sharing a vertex go on sharing it. */
  toPosition(x: number, y: number): Position;
};

const metersPerDegree = 111_195.08;

export function createFrame(middle: readonly [longitude: number, latitude: number]): Frame {
  const [lon0, lat0] = middle;
  const metersPerLon = metersPerDegree * Math.cos((lat0 * Math.PI) / 180);
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    toPoint: ([lon, lat]) => [(lon - lon0) * metersPerLon, (lat - lat0) * metersPerDegree],
    toPosition: (x, y) => [round(lon0 + x / metersPerLon), round(lat0 + y / metersPerDegree)],
  };
}
