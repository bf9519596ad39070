/** Where suspected duplicates lie around a case: metres east and north of it, and how wide the plan must be. */
type Position = { longitude: number; latitude: number };

const metersPerDegree = 111_195;

export type NearMark = { east: number; north: number; meters: number };

export function nearMark(from: Position, to: Position): NearMark {
  const squeeze = Math.cos((from.latitude * Math.PI) / 180);
  const east = (to.longitude - from.longitude) * metersPerDegree * squeeze;
  const north = (to.latitude - from.latitude) * metersPerDegree;
  return { east, north, meters: Math.hypot(east, north) };
}

/** Half the side of the plan in metres: the whole circle of suspicion, with a little air. */
export function planReach(circleMeters: number): number {
  return circleMeters * 1.15;
}
