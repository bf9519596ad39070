/** The rows of unsorted keys in the order of their keys: a radix sort, four passes of 13 bits. */
const digitBits = 13;
const buckets = 2 ** digitBits;
const half = 2 ** 26;

export function* rowsByKey(keys: Float64Array, count: number): Generator<void, Uint32Array> {
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  let order = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const key = keys[row] as number;
    high[row] = Math.floor(key / half);
    low[row] = key % half;
    order[row] = row;
  }
  let spare = new Uint32Array(count);
  for (const [digits, shift] of [
    [low, 0],
    [low, digitBits],
    [high, 0],
    [high, digitBits],
  ] as const) {
    yield;
    sortByDigit(order, spare, digits, shift);
    [order, spare] = [spare, order];
  }
  return order;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, digits: Uint32Array, shift: number): void {
  const starts = new Uint32Array(buckets + 1);
  for (let i = 0; i < digits.length; i++) {
    const digit = ((digits[i] as number) >>> shift) & (buckets - 1);
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
  for (let i = 1; i <= buckets; i++) {
    starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  }
  for (let i = 0; i < from.length; i++) {
    const row = from[i] as number;
    const digit = ((digits[row] as number) >>> shift) & (buckets - 1);
    const place = starts[digit] as number;
    to[place] = row;
    starts[digit] = place + 1;
  }
}
