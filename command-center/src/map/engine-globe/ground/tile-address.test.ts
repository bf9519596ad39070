import { expect, test } from 'vitest';
import { placeOf, tilePosition, tilesAround, windowIn } from './tile-address.ts';

test('a place and its tile position say the same', () => {
  const { x, y } = tilePosition(111.6, 27.7, 14);
  const [longitude, latitude] = placeOf(14, x, y);
  expect(longitude).toBeCloseTo(111.6, 9);
  expect(latitude).toBeCloseTo(27.7, 9);
});

test('a tile finer than its source is a window of it', () => {
  expect(windowIn({ z: 16, x: 9, y: 6 }, 14)).toEqual({
    source: { z: 14, x: 2, y: 1 },
    left: 0.25,
    top: 0.5,
    size: 0.25,
  });
  expect(windowIn({ z: 3, x: 1, y: 2 }, 14)).toEqual({
    source: { z: 3, x: 1, y: 2 },
    left: 0,
    top: 0,
    size: 1,
  });
});

test('the tile that holds the centre comes first, and a wide view stays within the limit', () => {
  const centre = [111.6, 27.7] as const;
  const { x, y } = tilePosition(centre[0], centre[1], 14);
  const tiles = tilesAround(centre, 5_000_000, { z: 14, limit: 20 });
  expect(tiles).toHaveLength(20);
  expect(tiles[0]).toEqual({ z: 14, x: Math.floor(x), y: Math.floor(y) });
});
