import type { Point } from '../geometry/frame.ts';
import { neighbourOf, xOf, yOf, type Grid } from '../geometry/grid.ts';

/** 1 for each cell whose middle lies inside the outline, in one piece that holds together by cell edges. */
export function countyMask(grid: Grid, outline: Point[]): Uint8Array {
  const mask = new Uint8Array(grid.columns * grid.rows);
  for (let row = 0; row < grid.rows; row += 1) {
    const crossings = crossingsAt(outline, yOf(grid, row * grid.columns));
    for (let column = 0; column < grid.columns; column += 1) {
      const x = xOf(grid, column);
      let before = 0;
      while (before < crossings.length && crossings[before]! < x) before += 1;
      mask[row * grid.columns + column] = before % 2;
    }
  }
  return largestPiece(grid, mask);
}

function crossingsAt(ring: Point[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1] > y !== b[1] > y) crossings.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
  }
  return crossings.sort((p, q) => p - q);
}

export function largestPiece(grid: Grid, mask: Uint8Array): Uint8Array {
  const piece = new Int32Array(mask.length);
  const sizes = [0];
  for (let seed = 0; seed < mask.length; seed += 1) {
    if (mask[seed] !== 1 || piece[seed] !== 0) continue;
    const number = sizes.length;
    const open = [seed];
    piece[seed] = number;
    let size = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      size += 1;
      for (let step = 0; step < 4; step += 1) {
        const next = neighbourOf(grid, cell, step);
        if (next < 0 || mask[next] !== 1 || piece[next] !== 0) continue;
        piece[next] = number;
        open.push(next);
      }
    }
    sizes.push(size);
  }
  const largest = sizes.indexOf(Math.max(...sizes));
  return piece.map((number) => (number === largest ? 1 : 0)) as unknown as Uint8Array;
}
