/** Which few of many choices cover most: the one with the largest gain first, then the one that adds most to it. */
export type CoverPick = {
  /** Index of the choice. */
  choice: number;
  /** What it adds to those picked before it, in the unit of the weights. */
  gain: number;
};

/**
 * `covers[choice]` are indexes into `weights`. Greedy cover comes within 63 % of the best possible, and no method that
 * ends in our lifetime promises more. Fewer than `count` where nothing is left to gain.
 */
export function greedyCover(
  covers: readonly (readonly number[])[],
  weights: readonly number[],
  count: number,
): CoverPick[] {
  const covered = new Set<number>();
  const left = new Set(covers.keys());
  const picks: CoverPick[] = [];
  const gainOf = (choice: number): number =>
    [...new Set(covers[choice])].reduce(
      (sum, index) => sum + (covered.has(index) ? 0 : (weights[index] ?? 0)),
      0,
    );
  while (picks.length < count && left.size > 0) {
    let best: CoverPick | null = null;
    for (const choice of left) {
      const gain = gainOf(choice);
      if (gain > (best?.gain ?? 0)) best = { choice, gain };
      // What it adds only shrinks: a choice that adds nothing now never will.
      if (gain === 0) left.delete(choice);
    }
    if (best === null) break;
    picks.push(best);
    left.delete(best.choice);
    for (const index of covers[best.choice] ?? []) covered.add(index);
  }
  return picks;
}
