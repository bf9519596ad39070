/** The seen ground as a shape: neighbouring rays that see the same stretch grow into one strip. */
import type { LonLat } from 'grid-data';
import { localFrame } from './local-frame.ts';
import { simplifyLine, type MeterPoint } from './simplify-line.ts';
import type { PolarSight } from './viewshed.ts';

export type SightPolygon = { type: 'MultiPolygon'; coordinates: LonLat[][][] };

/** As many corners as a map draws of thousands of cameras without a stutter. */
export const mostCorners = 320;
/** Smaller patches, in cells, are crumbs of the raster. */
const smallestStripCells = 6;

type Strip = { firstRay: number; lastRay: number; from: number[]; to: number[] };
type Stretch = readonly [from: number, to: number];

export function sightPolygon(sight: PolarSight, eye: LonLat): SightPolygon | null {
  const strips = stripsOf(sight).filter((strip) => cellsOf(strip) >= smallestStripCells);
  if (strips.length === 0) return null;
  const frame = localFrame(eye);
  let rings: MeterPoint[][] = [];
  for (let cells = 0.7; cells < 50; cells *= 1.6) {
    const tolerance = cells * sight.stepMeters;
    rings = strips
      .map((strip) => ringOf(strip, sight, tolerance))
      .filter((ring) => ring.length > 3);
    const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
    if (corners <= mostCorners) break;
    strips.sort((a, b) => cellsOf(b) - cellsOf(a)).splice(Math.ceil(strips.length * 0.9));
  }
  const coordinates = rings.map((ring) => [
    ring.map(([east, north]) => rounded(frame.toPlace(east, north))),
  ]);
  return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
}

function rounded([longitude, latitude]: LonLat): LonLat {
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}

function cellsOf({ from, to }: Strip): number {
  return from.reduce((sum, start, i) => sum + (to[i] as number) - start, 0);
}

function stripsOf({ rays, steps, codes }: PolarSight): Strip[] {
  const strips: Strip[] = [];
  let open: Strip[] = [];
  for (let ray = 0; ray < rays; ray++) {
    const stretches = seenStretches(codes.subarray(ray * steps, (ray + 1) * steps));
    open = stretches.map((stretch) => {
      const before = open.filter((strip) => overlaps(lastOf(strip), stretch));
      const [only] = before;
      const goesOn =
        before.length === 1 &&
        only !== undefined &&
        stretches.filter((other) => overlaps(lastOf(only), other)).length === 1;
      if (!goesOn) {
        const strip = { firstRay: ray, lastRay: ray, from: [stretch[0]], to: [stretch[1]] };
        strips.push(strip);
        return strip;
      }
      only.from.push(stretch[0]);
      only.to.push(stretch[1]);
      only.lastRay = ray;
      return only;
    });
  }
  return strips;
}

function seenStretches(codes: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < codes.length;) {
    if (codes[from] !== 0) {
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < codes.length && codes[to] === 0) to += 1;
    stretches.push([from, to]);
    from = to;
  }
  return stretches;
}

function lastOf({ from, to }: Strip): Stretch {
  return [from.at(-1) as number, to.at(-1) as number];
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return Math.min(a[1], b[1]) > Math.max(a[0], b[0]);
}

/** Along the far edge from the first ray to the last, and back along the near one. */
function ringOf(strip: Strip, sight: PolarSight, tolerance: number): MeterPoint[] {
  const far = simplifyLine(edgeOf(strip.firstRay, strip.to, sight), tolerance);
  const near = simplifyLine(edgeOf(strip.firstRay, strip.from, sight), tolerance).toReversed();
  const ring = [...far, ...near].filter(
    (point, i, all) => i === 0 || !isSame(point, all[i - 1] as MeterPoint),
  );
  const [first] = ring;
  if (first !== undefined && !isSame(first, ring.at(-1) as MeterPoint)) ring.push(first);
  return ring;
}

function edgeOf(firstRay: number, ends: readonly number[], sight: PolarSight): MeterPoint[] {
  const { startDeg, stepDeg, stepMeters } = sight;
  return ends.flatMap((end, i) =>
    [firstRay + i, firstRay + i + 1].map((edge): MeterPoint => {
      const direction = ((startDeg + edge * stepDeg) * Math.PI) / 180;
      const meters = end * stepMeters;
      return [meters * Math.sin(direction), meters * Math.cos(direction)];
    }),
  );
}

function isSame(a: MeterPoint, b: MeterPoint): boolean {
  return Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01;
}
