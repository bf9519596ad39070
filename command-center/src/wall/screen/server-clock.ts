/** The server's time, told from exchanges of which the quickest is believed: the machine's own clock may be wrong. */
const keptSamples = 30;

type Sample = { offsetMs: number; doubtMs: number };

export class ServerClock {
  #samples: Sample[] = [];
  #isNewLine = false;

  /** A line that was broken may have slept with its machine, whose clock stood still: what it knew is in doubt. */
  newLine(): void {
    this.#isNewLine = true;
  }

  /** `sentMs` and `receivedMs` by performance.now(), which no setting of a clock moves. */
  heard(sentMs: number, serverMs: number, receivedMs: number): void {
    const doubtMs = (receivedMs - sentMs) / 2;
    // Until the first word of the new line, what was known is still the best there is.
    if (this.#isNewLine) this.#samples = [];
    this.#isNewLine = false;
    this.#samples.push({ offsetMs: serverMs - (sentMs + doubtMs), doubtMs });
    this.#samples = this.#samples.slice(-keptSamples);
  }

  /** Without any word of the server yet, the machine's own time is the best there is. */
  nowMs(): number {
    const best = this.#best();
    return best === null ? Date.now() : performance.now() + best.offsetMs;
  }

  get doubtMs(): number | null {
    return this.#best()?.doubtMs ?? null;
  }

  /** The machine's clock less the server's. */
  get errorMs(): number | null {
    const best = this.#best();
    return best === null ? null : Date.now() - (performance.now() + best.offsetMs);
  }

  #best(): Sample | null {
    return this.#samples.reduce<Sample | null>(
      (best, sample) => (best === null || sample.doubtMs < best.doubtMs ? sample : best),
      null,
    );
  }
}
