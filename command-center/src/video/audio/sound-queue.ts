/** Where the next piece of sound begins, so that pieces join without a gap and never run behind the picture. */
export type Placement = { at: number; dropped: boolean };

/** Held back so much at the begin and after a gap: sound comes less evenly than it is played. */
const cushionSeconds = 0.12;
const mostAheadSeconds = 0.5;

export class SoundQueue {
  #next = 0;

  /** `now` and the answer are seconds of the sound card's clock. */
  place(now: number, durationSeconds: number): Placement {
    if (this.#next < now + 0.01) this.#next = now + cushionSeconds;
    // Clocks of camera and card differ: what piles up is left out, and the sound stays with its picture.
    if (this.#next - now > mostAheadSeconds) return { at: this.#next, dropped: true };
    const at = this.#next;
    this.#next += durationSeconds;
    return { at, dropped: false };
  }

  clear(): void {
    this.#next = 0;
  }
}
