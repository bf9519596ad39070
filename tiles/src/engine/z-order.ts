/**
 * Points sorted along the Z curve (Morton order): every tile of every zoom is then one unbroken stretch of rows, found by
 * two binary searches, and a sorted delta joins them by a plain merge. A kd-tree would have to be built anew each time.
 */
import { worldBits } from './web-mercator.ts';

/** Bits per axis in a key, 0.6 m: twice 26 bits are the whole numbers a double holds exactly. */
export const keyBits = 26;

const halfBits = keyBits / 2;
const halfMask = 2 ** halfBits - 1;
const droppedBits = worldBits - keyBits;

export type KeyRange = { from: number; to: number };

/** Key of a point given in world units. */
export function keyOf(x: number, y: number): number {
  return interleave(x >>> droppedBits, y >>> droppedBits);
}

/** The keys that lie in a tile: `from` inclusive, `to` exclusive. */
export function keysOfTile(z: number, x: number, y: number): KeyRange {
  const size = 4 ** (keyBits - z);
  const from = interleave(x, y) * size;
  return { from, to: from + size };
}

/** First of the first `count` rows whose key is at least `key`. */
export function lowerBound(keys: Float64Array, count: number, key: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function interleave(x: number, y: number): number {
  const high = spread(x >>> halfBits) | (spread(y >>> halfBits) << 1);
  const low = spread(x & halfMask) | (spread(y & halfMask) << 1);
  return high * 4 ** halfBits + low;
}

/** Puts a zero between the 13 bits of a number. */
function spread(bits: number): number {
  let value = bits;
  value = (value | (value << 8)) & 0x00ff00ff;
  value = (value | (value << 4)) & 0x0f0f0f0f;
  value = (value | (value << 2)) & 0x33333333;
  return (value | (value << 1)) & 0x55555555;
}
