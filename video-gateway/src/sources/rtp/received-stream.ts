/** One RTP stream as it arrives, over either transport: its packets in order, its sender's reports, our answers. */
import { Reception } from '#sources/rtp/reception.ts';
import { ReorderBuffer } from '#sources/rtp/reorder-buffer.ts';
import { readSenderReport, saysGoodbye, type SenderReport } from '#sources/rtp/rtcp.ts';
import { readRtpPacket, type RtpPacket } from '#sources/rtp/rtp-packet.ts';

export type ReceivedStreamOptions = {
  clockRate: number;
  payloadType: number;
  /** Datagrams come in any order, interleaved packets in theirs. */
  reorders: boolean;
  onPacket(packet: RtpPacket): void;
  onReport(report: SenderReport): void;
  /** The camera says that it has ended the stream. */
  onGoodbye(): void;
};

export class ReceivedStream {
  received = 0;
  readonly #options: ReceivedStreamOptions;
  readonly #reception: Reception;
  readonly #reorder: ReorderBuffer | null;

  constructor(options: ReceivedStreamOptions) {
    this.#options = options;
    this.#reception = new Reception(options.clockRate);
    this.#reorder = options.reorders ? new ReorderBuffer(options.onPacket) : null;
  }

  takePacket(data: Buffer): void {
    const packet = readRtpPacket(data);
    if (packet === null || packet.payloadType !== this.#options.payloadType) return;
    this.received += 1;
    this.#reception.saw(packet, performance.now());
    if (this.#reorder === null) this.#options.onPacket(packet);
    else this.#reorder.push(packet);
  }

  takeControl(data: Buffer): void {
    const report = readSenderReport(data);
    if (report !== null) {
      this.#reception.sawReport(report, performance.now());
      this.#options.onReport(report);
    }
    if (saysGoodbye(data)) this.#options.onGoodbye();
  }

  /** What to tell the sender; null before its first packet. */
  answer(ours: number): Buffer | null {
    return this.#reception.answer(ours, performance.now());
  }

  close(): void {
    this.#reorder?.close();
  }
}
