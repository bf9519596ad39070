import type { PolarSight } from './viewshed.ts';

/** The part of a sight that lies between the edges of a picture; rays that the edge cuts belong to it. */
export function sectorOf(
  sight: PolarSight,
  { bearingDeg, widthDeg }: { bearingDeg: number; widthDeg: number },
): PolarSight {
  const { startDeg, stepDeg, rays, steps, codes } = sight;
  if (widthDeg >= 360) return sight;
  const turn = (((bearingDeg - widthDeg / 2 - startDeg) % 360) + 360) % 360;
  const first = Math.floor(turn / stepDeg);
  const count = Math.min(rays, Math.ceil(widthDeg / stepDeg));
  const part = new Uint8Array(count * steps);
  for (let i = 0; i < count; i++) {
    const ray = (first + i) % rays;
    part.set(codes.subarray(ray * steps, (ray + 1) * steps), i * steps);
  }
  return { ...sight, startDeg: (startDeg + first * stepDeg) % 360, rays: count, codes: part };
}
