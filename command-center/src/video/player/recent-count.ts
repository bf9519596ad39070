/** How many a second, over the last two. */
const windowMs = 2_000;

export class RecentCount {
  #at: number[] = [];

  add(now: number = performance.now()): void {
    this.#at.push(now);
    if (this.#at.length > 240) this.#at = this.#at.slice(-120);
  }

  perSecond(): number {
    const now = performance.now();
    this.#at = this.#at.filter((at) => now - at <= windowMs);
    return this.#at.length / (windowMs / 1000);
  }
}
