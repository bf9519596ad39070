/** The net of a picture on the ground, a hand's breadth above it. */
import type { Drape } from '../../engine.ts';
import type { Place } from './building-mesh.ts';

export type DrapeMesh = {
  positions: Float64Array;
  normals: Float32Array;
  /** Of the picture, from its left lower corner. */
  shares: Float32Array;
  indices: Uint32Array;
};

/** Over the ground's own coarse triangles, which stand a little above or below the heights they are made of. */
const aboveMeters = 0.6;

export function drapeMesh(
  { columns, points }: Pick<Drape, 'columns' | 'points'>,
  heightAt: (longitude: number, latitude: number) => number,
  place: Place,
): DrapeMesh {
  const positions = new Float64Array(points.length * 3);
  const normals = new Float32Array(points.length * 3);
  const shares = new Float32Array(points.length * 2);
  for (const [index, { x, y, place: at }] of points.entries()) {
    const point = place(at[0], at[1], heightAt(at[0], at[1]) + aboveMeters);
    const far = Math.hypot(...point);
    positions.set(point, index * 3);
    normals.set([point[0] / far, point[1] / far, point[2] / far], index * 3);
    shares.set([x, 1 - y], index * 2);
  }
  const indices: number[] = [];
  const rows = points.length / columns;
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const [a, b] = [row * columns + column, row * columns + column + 1];
      indices.push(a, b, b + columns, a, b + columns, a + columns);
    }
  }
  return { positions, normals, shares, indices: new Uint32Array(indices) };
}
