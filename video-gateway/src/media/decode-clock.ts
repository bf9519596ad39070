/**
 * Gives decode times to a stream that carries presentation times only (RTP). With no B-frames both are one;
 * with B-frames a picture shown earlier than its predecessor is decoded one tick after it.
 */
export class DecodeClock {
  #last: number | null = null;

  decodeTime(presentationTime: number): number {
    // A step back of more than 2 s is no reordering but a clock that was set: the packager's timeline bridges it.
    const reordered =
      this.#last !== null &&
      presentationTime <= this.#last &&
      this.#last - presentationTime < 180_000;
    this.#last = reordered ? this.#last! + 1 : presentationTime;
    return this.#last;
  }
}
