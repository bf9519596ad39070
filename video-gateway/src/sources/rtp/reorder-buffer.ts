/** Puts datagrams back in order; waits a moment for those that are missing, then goes on without them. */
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';

const mostHeld = 128;
/** A network that is slower than this loses pictures rather than delaying every one of them. */
const patienceMs = 80;
/** Further off than any reordering: the sender began to count anew. */
const farOff = 3000;

export class ReorderBuffer {
  readonly #onPacket: (packet: RtpPacket) => void;
  readonly #held = new Map<number, RtpPacket>();
  #expected: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(onPacket: (packet: RtpPacket) => void) {
    this.#onPacket = onPacket;
  }

  push(packet: RtpPacket): void {
    this.#expected ??= packet.sequence;
    const ahead = distance(this.#expected, packet.sequence);
    if (Math.abs(ahead) > farOff) {
      this.#skip();
      this.#expected = packet.sequence;
    } else if (ahead < 0) return; // too late, or a second copy
    this.#held.set(packet.sequence, packet);
    this.#drain();
    if (this.#held.size > mostHeld) this.#skip();
    else if (this.#held.size > 0) this.#timer ??= setTimeout(() => this.#skip(), patienceMs);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#held.clear();
  }

  #drain(): void {
    for (;;) {
      const packet = this.#held.get(this.#expected!);
      if (packet === undefined) break;
      this.#held.delete(packet.sequence);
      this.#expected = (packet.sequence + 1) & 0xffff;
      this.#onPacket(packet);
    }
    if (this.#held.size > 0 || this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Gives up what is missing before the nearest packet that is here. */
  #skip(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#held.size === 0) return;
    const nearest = [...this.#held.keys()].reduce((a, b) =>
      distance(this.#expected!, b) < distance(this.#expected!, a) ? b : a,
    );
    this.#expected = nearest;
    this.#drain();
    if (this.#held.size > 0) this.#timer = setTimeout(() => this.#skip(), patienceMs);
  }
}

/** From one sequence number to another, the shorter way round. */
const distance = (from: number, to: number): number => ((to - from) << 16) >> 16;
