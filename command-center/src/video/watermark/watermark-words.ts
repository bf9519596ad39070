/** What a picture is marked with: a photograph of the screen tells who looked, of which unit, and when. */
import { clockWords } from '#ui/clock-words.ts';

export type Looker = { name: string; unit: string };

const stepMs = 45_000;
/** Places in fractions of the picture, far from one another in turn, so that no crop loses all of them. */
const places = [
  { left: 0.06, top: 0.12 },
  { left: 0.94, top: 0.84 },
  { left: 0.06, top: 0.86 },
  { left: 0.94, top: 0.16 },
  { left: 0.5, top: 0.5 },
] as const;

export const markPlace = (now: number): { left: number; top: number } =>
  places[Math.floor(now / stepMs) % places.length] ?? places[0];

/** Two lines: so they fit a small tile. */
export const markLines = (
  { name, unit }: Looker,
  viewId: string,
  now: number,
): [string, string] => [
  `${name} ${unit}`.trim(),
  `${clockWords(new Date(now), 'full')} ${viewId.slice(0, 6)}`,
];
