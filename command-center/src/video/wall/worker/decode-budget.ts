/**
 * How many tiles this machine decodes in full, found out by its decoders falling behind: beyond that tiles show key
 * pictures only. The most important tiles come first in the order given.
 */
const overrunsTolerated = 3;
const overrunsWithinMs = 5_000;
const liftAfterMs = 15_000;
const liftAtMostMs = 120_000;
/** After a change the queues need a moment to empty; what they say meanwhile is no news. */
const settleMs = 2_000;

export class DecodeBudget {
  /** Infinity until a limit has been met. */
  #fullTiles = Number.POSITIVE_INFINITY;
  #overruns: number[] = [];
  #changedAtMs = 0;
  #liftMs = liftAfterMs;

  overrun(tilesInFull: number, nowMs: number): void {
    if (nowMs - this.#changedAtMs < settleMs) return;
    this.#overruns = [...this.#overruns.filter((at) => nowMs - at < overrunsWithinMs), nowMs];
    if (this.#overruns.length < overrunsTolerated) return;
    const fewer = Math.max(1, Math.ceil(tilesInFull / 4));
    this.#fullTiles = Math.max(1, tilesInFull - fewer);
    this.#overruns = [];
    this.#changedAtMs = nowMs;
    // A limit met again soon after it was lifted is the machine's own: it is tried ever more rarely.
    this.#liftMs = Math.min(liftAtMostMs, this.#liftMs * 2);
  }

  /** Called now and then: tries one tile more when all has been well for long enough. */
  rest(nowMs: number): void {
    if (this.#fullTiles === Number.POSITIVE_INFINITY) return;
    if (nowMs - this.#changedAtMs < this.#liftMs) return;
    this.#fullTiles += 1;
    this.#changedAtMs = nowMs;
  }

  keyOnly<Tile>(byImportance: readonly Tile[]): ReadonlySet<Tile> {
    return new Set(byImportance.slice(Math.min(byImportance.length, this.#fullTiles)));
  }
}
