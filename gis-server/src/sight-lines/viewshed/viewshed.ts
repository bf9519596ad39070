/** What an eye sees of a surface: rays from the eye, each cell weighed against the steepest thing before it. */
import { targetHeightMeters, type Eye } from './eye.ts';
import type { Surface } from './surface.ts';

/** What becomes of a cell: seen, or hidden behind a roof or behind the ground. */
export const sightCodes = ['clear', 'building', 'hill'] as const;
export type SightCode = (typeof sightCodes)[number];

/** Cells by ray and distance: ray `r` looks to startDeg + (r + 0.5) * stepDeg, cell `s` ends (s + 1) * stepMeters away. */
export type PolarSight = {
  startDeg: number;
  stepDeg: number;
  rays: number;
  stepMeters: number;
  steps: number;
  /** Index into `sightCodes`, ray by ray. */
  codes: Uint8Array;
};

/**
 * The earth falls away and the air bends light back by a seventh of it: what is left of the fall. GDAL's default, for
 * visible light over land.
 */
export const curvatureCoefficient = 0.85714;
const earthDiameterMeters = 2 * 6_378_137;

export function viewshed(eye: Eye, surface: Surface): PolarSight {
  const spanDeg = eye.sector === null ? 360 : Math.min(360, eye.sector.widthDeg);
  const startDeg = eye.sector === null ? 0 : eye.sector.bearingDeg - spanDeg / 2;
  const stepMeters = surface.cellMeters;
  const steps = Math.max(1, Math.round(eye.rangeMeters / stepMeters));
  // At the end of its range a ray is as wide as a cell.
  const rays = Math.max(1, Math.ceil((spanDeg * Math.PI * steps) / 180));
  const stepDeg = spanDeg / rays;
  const codes = new Uint8Array(rays * steps);
  for (let ray = 0; ray < rays; ray++) {
    const direction = ((startDeg + (ray + 0.5) * stepDeg) * Math.PI) / 180;
    lookAlong(direction, eye.heightMeters, surface, codes.subarray(ray * steps, (ray + 1) * steps));
  }
  return { startDeg: ((startDeg % 360) + 360) % 360, stepDeg, rays, stepMeters, steps, codes };
}

function lookAlong(
  direction: number,
  heightMeters: number,
  surface: Surface,
  codes: Uint8Array,
): void {
  const { cellMeters, reach, topsM, roofs } = surface;
  const size = 2 * reach + 1;
  const eyeM = (topsM[reach * size + reach] as number) + heightMeters;
  const east = Math.sin(direction);
  const north = Math.cos(direction);
  let steepest = -Infinity;
  let hiddenBy = 0;
  for (let step = 0; step < codes.length; step++) {
    const cells = step + 0.5;
    const column = reach + cells * east;
    const row = reach - cells * north;
    const cell = Math.round(row) * size + Math.round(column);
    const meters = cells * cellMeters;
    const fallM = (curvatureCoefficient * meters * meters) / earthDiameterMeters;
    const topM = topBetween(topsM, size, column, row) - fallM;
    // On the ground somebody stands there; of a house the wall and the roof are seen, not who is inside.
    const targetM = roofs[cell] === 1 ? topM : topM + targetHeightMeters;
    codes[step] = (targetM - eyeM) / meters >= steepest ? 0 : hiddenBy;
    const slope = (topM - eyeM) / meters;
    if (slope > steepest) {
      steepest = slope;
      hiddenBy = roofs[cell] === 1 ? 1 : 2;
    }
  }
}

/** Between the middles of four cells the surface is drawn straight. */
function topBetween(topsM: Float32Array, size: number, column: number, row: number): number {
  const left = Math.max(0, Math.min(size - 2, Math.floor(column)));
  const above = Math.max(0, Math.min(size - 2, Math.floor(row)));
  const x = column - left;
  const y = row - above;
  const at = above * size + left;
  const upper = (topsM[at] as number) * (1 - x) + (topsM[at + 1] as number) * x;
  const lower = (topsM[at + size] as number) * (1 - x) + (topsM[at + size + 1] as number) * x;
  return upper * (1 - y) + lower * y;
}

/** Seen ground over the ground within range and width. */
export function visibleShare({ codes, rays, steps }: PolarSight): number {
  let seen = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 0) seen += 2 * (i % steps) + 1;
  return seen / (rays * steps * steps);
}
