/** Leaves specks out of a shape: of its parts and of its holes, the largest so many are kept. */
type Ring = [number, number][];
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Ring[][] };

export function withoutSpecks(shape: MultiPolygon, mostRings: number): MultiPolygon {
  const sizes = shape.coordinates.flat().map(sizeOf);
  const least = sizes.toSorted((a, b) => b - a)[Math.floor(mostRings) - 1] ?? 0;
  const coordinates = shape.coordinates
    .map((rings) => rings.filter((ring, i) => i === 0 || sizeOf(ring) >= least))
    .filter(([outline]) => outline !== undefined && sizeOf(outline) >= least);
  return { type: 'MultiPolygon', coordinates };
}

/** In square degrees: good for comparing places of one neighbourhood. */
function sizeOf(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
