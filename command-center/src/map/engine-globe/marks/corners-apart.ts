/** Corners of a line that lie apart: between two at one spot a line has no direction, and Cesium paints half the picture. */

/** About 0.2 m. */
const nearestDeg = 2e-6;

export function cornersApart(line: readonly GeoJSON.Position[]): GeoJSON.Position[] {
  const kept: GeoJSON.Position[] = [];
  for (const corner of line) {
    const before = kept.at(-1);
    if (before === undefined || areApart(before, corner)) kept.push(corner);
  }
  const [last, end] = [line.at(-1), kept.at(-1)];
  // The end stays where it is, for there a ring closes.
  if (last && end !== last && kept.length > 1) kept[kept.length - 1] = last;
  return kept;
}

function areApart([x = 0, y = 0]: GeoJSON.Position, [toX = 0, toY = 0]: GeoJSON.Position): boolean {
  const eastward = (toX - x) * Math.cos((y * Math.PI) / 180);
  return Math.hypot(eastward, toY - y) >= nearestDeg;
}
