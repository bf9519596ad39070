import { expect, test } from 'vitest';
import { mostMapPieces } from './answer-to.ts';
import { mostFetched, piecesOver, type Bbox } from './own-area-map.ts';

const village: Bbox = [111.66, 27.68, 111.7, 27.71];
const base = { tiles: ['/tiles/base/{z}/{x}/{y}.mvt'], maxzoom: 14 };

test('an area’s pieces hold its middle at each zoom that there is', () => {
  const pieces = piecesOver(village, [base]);
  // The tile of 111.68 E, 27.695 N at zoom 14, worked out by hand from the Mercator formula.
  expect(pieces).toContain('/tiles/base/14/13274/6879.mvt');
  expect(pieces.some((piece) => piece.startsWith('/tiles/base/9/'))).toBe(true);
  expect(pieces.some((piece) => piece.startsWith('/tiles/base/15/'))).toBe(false);
  expect(new Set(pieces).size).toBe(pieces.length);
});

test('what would not fit on the phone is left out by whole zooms, the finest first', () => {
  const county: Bbox = [111.4, 27.4, 112.2, 28];
  const pieces = piecesOver(county, [base], 60);
  expect(pieces.length).toBeLessThanOrEqual(60);
  const zooms = new Set(pieces.map((piece) => Number(piece.split('/')[3])));
  expect([...zooms]).toEqual([9, 10, 11]);
});

test('what is fetched ahead stays, and leaves room for what is looked at', () => {
  expect(mostFetched).toBeLessThan(mostMapPieces * 0.9);
});

test('a source without pieces, such as drawn shapes, asks for nothing', () => {
  expect(piecesOver(village, [{}])).toEqual([]);
});
