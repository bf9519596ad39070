/** Seeded randomness: the same seed gives the same county on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** Whole number in [0, count). */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** An independent stream, so that one part's changes do not shift another's draws. */
  fork(name: string): Random;
};

function hashText(text: string, start: number): number {
  let hash = start ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[below(list.length)]!,
    fork: (name) => createRandom(hashText(name, seed)),
  };
}

/** A uuid that says nothing but its seed and its number: version 8 (RFC 9562, custom). */
export function uuidOf(kind: string, number: number, seed: number): string {
  const hex = (part: number): string =>
    hashText(`${kind}/${part}/${number}`, Math.imul(seed, 0x9e3779b1))
      .toString(16)
      .padStart(8, '0');
  const all = hex(1) + hex(2) + hex(3) + hex(4);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-8${all.slice(13, 16)}-a${all.slice(17, 20)}-${all.slice(20)}`;
}
