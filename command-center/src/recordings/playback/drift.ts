/** How a tile that is early or late is brought back to the clock: by its rate where it is near, by a jump where not. */
export type Correction = { rate: number; jump: boolean };

/** Nobody sees less. */
const toleratedMs = 40;
/** Farther off than this, catching up by rate would show other moments than the tiles beside it for too long. */
const jumpMs = 180;
/** Of recorded time per second, in share of the speed. */
const strongest = 0.25;

/** `driftMs`: how far the tile is ahead of the clock, in recorded time. */
export function correctionFor(driftMs: number, speed: number): Correction {
  const real = driftMs / speed;
  if (Math.abs(real) > jumpMs) return { rate: speed, jump: true };
  if (Math.abs(real) <= toleratedMs) return { rate: speed, jump: false };
  // Within half a second it is back.
  const share = Math.max(-strongest, Math.min(strongest, -real / 500));
  return { rate: clampRate(speed * (1 + share)), jump: false };
}

/** Browsers play at no other rates. */
function clampRate(rate: number): number {
  return Math.min(16, Math.max(0.0625, rate));
}
