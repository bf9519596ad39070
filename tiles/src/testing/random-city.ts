import type { PointRow } from '#engine/point-row.ts';

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Area codes of three levels below one county, chosen at random. */
export function randomAreas(random: () => number, villages: number): string[] {
  return Array.from({ length: villages }, () => {
    const township = String(1 + Math.floor(random() * 6)).padStart(3, '0');
    return `990101${township}${String(1 + Math.floor(random() * 9)).padStart(3, '0')}`;
  });
}

const classes = ['0101', '0102', '0118', '0210', '0305', '0402'];
const states = ['intact', 'damaged', 'lost', 'abandoned'];

/** City components strewn over a made-up county, thick in its middle. */
export function randomComponents(random: () => number, count: number): PointRow[] {
  const areas = randomAreas(random, 30);
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] as string;
  return Array.from({ length: count }, (_, i) => ({
    id: 8_901_010_000_000_001 + i,
    longitude: 105.3 + (random() + random() + random() - 1.5) * 0.2,
    latitude: 30.2 + (random() + random() + random() - 1.5) * 0.2,
    class: pick(classes),
    state: random() < 0.9 ? 'intact' : pick(states),
    areaCode: pick(areas),
    attributes: [],
  }));
}
