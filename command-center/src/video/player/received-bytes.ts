/** Bit rate over the last few seconds. */
const windowMs = 4_000;

export class ReceivedBytes {
  #pieces: { at: number; count: number }[] = [];

  add(count: number): void {
    const now = performance.now();
    this.#pieces.push({ at: now, count });
    if (this.#pieces.length > 1_000) this.#forget(now);
  }

  kilobitsPerSecond(): number {
    const now = performance.now();
    this.#forget(now);
    const first = this.#pieces[0];
    if (first === undefined) return 0;
    const spanMs = Math.max(1_000, now - first.at);
    return (this.#pieces.reduce((sum, piece) => sum + piece.count, 0) * 8) / spanMs;
  }

  /** Whether something came within the last second. */
  isReceiving(): boolean {
    const last = this.#pieces.at(-1);
    return last !== undefined && performance.now() - last.at < 1_000;
  }

  #forget(now: number): void {
    this.#pieces = this.#pieces.filter((piece) => now - piece.at <= windowMs);
  }
}
