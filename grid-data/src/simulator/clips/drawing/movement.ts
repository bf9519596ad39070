import type { Spot } from './solids.ts';
import type { Vec2 } from './vectors.ts';

/** A broken line that things go along; what it begins and ends at lies out of sight. */
export type Path = readonly Vec2[];

export function pathLength(path: Path): number {
  return path.slice(1).reduce((sum, to, index) => {
    const from = path[index]!;
    return sum + Math.hypot(to[0] - from[0], to[1] - from[1]);
  }, 0);
}

/** Where something stands that has gone a share of a path, facing the way it goes. */
export function alongPath(path: Path, share: number): Spot {
  let rest = share * pathLength(path);
  for (let index = 1; index < path.length; index++) {
    const from = path[index - 1]!;
    const to = path[index]!;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (rest <= length || index === path.length - 1) {
      const part = length > 0 ? rest / length : 0;
      const headingDeg = (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
      const x = from[0] + (to[0] - from[0]) * part;
      const y = from[1] + (to[1] - from[1]) * part;
      return { x, y, headingDeg };
    }
    rest -= length;
  }
  throw new RangeError('a path has at least two points');
}

/**
 * The share of the way at a share of the loop, for one that waits on its way: goes until `stopAt` of
 * the way by `from` of the time, stands until `until`, then goes on. Speeds ease, as cars brake.
 */
export function withWait(
  time: number,
  wait: { stopAt: number; from: number; until: number },
): number {
  if (time < wait.from) {
    const part = time / wait.from;
    return wait.stopAt * (1 - (1 - part) ** 1.7);
  }
  if (time < wait.until) return wait.stopAt;
  const part = (time - wait.until) / (1 - wait.until);
  return wait.stopAt + (1 - wait.stopAt) * part ** 1.7;
}

/** 0 to 1 and back over a loop, slow at both ends: one who strolls up and down. */
export function toAndFro(time: number): number {
  return (1 - Math.cos(time * 2 * Math.PI)) / 2;
}

/** The share of a loop that wraps round. */
export function wrapped(time: number): number {
  return time - Math.floor(time);
}
