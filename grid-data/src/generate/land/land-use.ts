import { createNoise2D } from 'simplex-noise';
import type { Random } from '../random.ts';
import { cellAt, neighbourOf, xOf, yOf } from '../geometry/grid.ts';
import type { Land } from './land.ts';
import { outside, traceArcs } from '../geometry/region-arcs.ts';
import { snapToOutline } from '../geometry/outline-snap.ts';
import { shapesOf, type Shape } from '../geometry/region-shapes.ts';
import type { Point } from '../geometry/frame.ts';

export const groundUses = ['farmland', 'forest', 'residential', 'grass'] as const;
export type GroundUse = (typeof groundUses)[number];

export type GroundUseShape = { use: GroundUse; shape: Shape };

const [farmland, forest, builtUp, grass] = [0, 1, 2, 3];

/** What covers the ground: houses where they stand, woods on the steep, rough grass on gentle slopes, fields below. */
export function groundUse(land: Land, houses: Point[], random: Random): GroundUseShape[] {
  const uses = smoothed(land, classify(land, houses, random));
  const arcs = snapToOutline(traceArcs(land.grid, uses), land.outline);
  return [...shapesOf(arcs, (use) => use)].flatMap(([use, shape]) =>
    shape.map((part) => ({ use: groundUses[use]!, shape: [part] })),
  );
}

function classify(land: Land, houses: Point[], random: Random): Int32Array {
  const noise = createNoise2D(random.next);
  const counts = new Uint16Array(land.mask.length);
  for (const [x, y] of houses) counts[cellAt(land.grid, x, y)]! += 1;
  return Int32Array.from(land.mask, (inside, cell) => {
    if (inside === 0) return outside;
    if (counts[cell]! >= 4) return builtUp!;
    const [x, y] = [xOf(land.grid, cell), yOf(land.grid, cell)];
    const uneven = noise(x / 1500, y / 1500) * 0.6 + noise(x / 420, y / 420) * 0.4;
    const slope = land.slopes[cell]!;
    if (slope + uneven * 0.05 > 0.1) return forest!;
    return slope + uneven * 0.03 > 0.068 ? grass! : farmland!;
  });
}

/** Cells take the use that most of their neighbours have, so that specks go. */
function smoothed({ grid }: Land, uses: Int32Array): Int32Array {
  let current = uses;
  for (let round = 0; round < 2; round += 1) {
    const next = current.slice();
    for (let cell = 0; cell < current.length; cell += 1) {
      if (current[cell] === outside || current[cell] === builtUp) continue;
      const votes = [0, 0, 0, 0];
      votes[current[cell]!] = 2;
      for (let step = 0; step < 8; step += 1) {
        const around = current[neighbourOf(grid, cell, step)] ?? outside;
        if (around !== outside && around !== builtUp) votes[around]! += 1;
      }
      next[cell] = votes.indexOf(Math.max(...votes));
    }
    current = next;
  }
  return current;
}
