/** What an RTP timestamp means. */
import { ticksPerSecond } from '#media/access-unit.ts';
import type { SenderReport } from '#sources/rtp/rtcp.ts';

/** Unrolls a 32-bit RTP clock and gives it in ticks of 90 kHz, with the wall time where it is known. */
export class RtpClock {
  readonly #rate: number;
  #last: number | null = null;
  #unrolled = 0;
  #report: { wallMs: number; unrolled: number } | null = null;

  constructor(rate: number) {
    this.#rate = rate;
  }

  read(timestamp: number): { ticks: number; wall: number | null } {
    this.#unrolled += this.#last === null ? 0 : (timestamp - this.#last) | 0;
    this.#last = timestamp;
    const ticks = Math.round((this.#unrolled * ticksPerSecond) / this.#rate);
    const report = this.#report;
    if (report === null) return { ticks, wall: null };
    const sinceMs = ((this.#unrolled - report.unrolled) * 1000) / this.#rate;
    return { ticks, wall: Math.round(report.wallMs + sinceMs) };
  }

  learn({ wallMs, timestamp }: SenderReport): void {
    // Before the first packet the report has nothing to be tied to; another comes within seconds.
    if (this.#last === null) return;
    const unrolled = this.#unrolled + ((timestamp - this.#last) | 0);
    this.#report = wallMs === null ? null : { wallMs, unrolled };
  }
}
