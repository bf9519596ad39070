/** What has arrived of one RTP stream, as its sender wants to be told (RFC 3550 6.4.1 and A.8). */
import { receiverReport, type SenderReport } from '#sources/rtp/rtcp.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';

const mostLost = 0x7fffff;

export class Reception {
  readonly #rate: number;
  #source: number | null = null;
  #first = 0;
  #highest = 0;
  #received = 0;
  #reported = { expected: 0, received: 0 };
  #jitter = 0;
  #lastTransit: number | null = null;
  #report: { name: number; atMs: number } | null = null;

  constructor(clockRate: number) {
    this.#rate = clockRate;
  }

  saw({ source, sequence, timestamp }: RtpPacket, nowMs: number): void {
    if (this.#source !== source) this.#begin(source, sequence);
    const ahead = ((sequence - this.#highest) << 16) >> 16;
    if (ahead > 0) this.#highest += ahead;
    this.#received += 1;
    const transit = Math.floor((nowMs * this.#rate) / 1000) - timestamp;
    if (this.#lastTransit !== null) {
      const change = Math.abs((transit - this.#lastTransit) | 0);
      this.#jitter += (change - this.#jitter) / 16;
    }
    this.#lastTransit = transit;
  }

  sawReport({ name }: SenderReport, nowMs: number): void {
    this.#report = { name, atMs: nowMs };
  }

  /** Null before the first packet. */
  answer(ours: number, nowMs: number): Buffer | null {
    if (this.#source === null) return null;
    const expected = this.#highest - this.#first + 1;
    const since = {
      expected: expected - this.#reported.expected,
      received: this.#received - this.#reported.received,
    };
    this.#reported = { expected, received: this.#received };
    const lostSince = Math.max(0, since.expected - since.received);
    const sinceMs = this.#report === null ? 0 : nowMs - this.#report.atMs;
    return receiverReport(ours, {
      source: this.#source,
      fractionLost: since.expected > 0 ? Math.min(255, (lostSince * 256) / since.expected) : 0,
      lost: Math.min(mostLost, Math.max(0, expected - this.#received)),
      highestSequence: this.#highest >>> 0,
      jitter: Math.min(0xffffffff, Math.floor(this.#jitter)),
      lastReport: this.#report?.name ?? 0,
      sinceLastReport: Math.min(0xffffffff, Math.floor((sinceMs * 65_536) / 1000)),
    });
  }

  #begin(source: number, sequence: number): void {
    this.#source = source;
    this.#first = sequence;
    this.#highest = sequence;
    this.#received = 0;
    this.#reported = { expected: 0, received: 0 };
    this.#lastTransit = null;
  }
}
