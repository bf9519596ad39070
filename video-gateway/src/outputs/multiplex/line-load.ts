/** How far a page's socket is behind, in seconds of what its channels send together. */
export type Load = {
  /** Waiting in the socket beyond the groups of pictures that joining channels were given. */
  waitingSeconds: number;
  /** Nothing can be added, not even a key picture. */
  isFull: boolean;
  /** Since when the socket has taken nothing although something waits. */
  stuckMs: number;
};

const bucketMs = 1_000;
/** However low the bitrate: a key picture must not count as delay. */
const leastBytesPerSecond = 256 * 1024;
const mostBytes = 12 * 1024 * 1024;

export class LineLoad {
  #handed = 0;
  #joinedUpTo = 0;
  #taken = 0;
  #takenAtMs = 0;
  #bucketStartMs = 0;
  #bucketBytes = 0;
  #bytesPerSecond = 0;

  /** What the channels have to send, whether it is sent or left out: leaving out must not look like a slow stream. */
  offer(bytes: number, nowMs: number): void {
    if (nowMs - this.#bucketStartMs >= bucketMs) {
      const perSecond =
        (this.#bucketBytes * 1000) / Math.max(bucketMs, nowMs - this.#bucketStartMs);
      this.#bytesPerSecond += (perSecond - this.#bytesPerSecond) * 0.3;
      this.#bucketStartMs = nowMs;
      this.#bucketBytes = 0;
    }
    this.#bucketBytes += bytes;
  }

  handed(bytes: number, isJoining: boolean): void {
    this.#handed += bytes;
    if (isJoining) this.#joinedUpTo = this.#handed;
  }

  measure(waitingBytes: number, nowMs: number): Load {
    const taken = this.#handed - waitingBytes;
    if (taken > this.#taken || waitingBytes === 0) this.#takenAtMs = nowMs;
    this.#taken = taken;
    const live = Math.min(waitingBytes, this.#handed - this.#joinedUpTo);
    return {
      waitingSeconds: live / Math.max(leastBytesPerSecond, this.#bytesPerSecond),
      isFull: waitingBytes > mostBytes,
      stuckMs: nowMs - this.#takenAtMs,
    };
  }
}
