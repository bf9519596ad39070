/** Hands one stream's units to the link. Where that is behind, a live stream leaves out up to its next key picture. */
import type { AccessUnit } from '#media/access-unit.ts';
import type { VideoLine } from '#exchange/video/exchange-dialler.ts';
import { UnitFrameWriter } from '#exchange/unit-frame.ts';

/** Live streams leave out where their pictures would come so late: words that belong in the register wait behind them. */
export const behindMs = 1_000;
/** What may wait here before they do, however fast it leaves: a second of a hundred cameras of 2 Mbit/s, and as much memory. */
export const behindBytes = 32 * 1024 * 1024;
/** Recordings leave nothing out: a copy with holes that nobody knows of is no evidence. */
export const farBehindBytes = 64 * 1024 * 1024;

export type StreamOutletParts = {
  line: Pick<VideoLine, 'say' | 'sendFrame' | 'backlogBytes' | 'delayMs'>;
  stream: number;
  isLive: boolean;
  /** The link does not carry a recording as fast as it plays. */
  onTooSlow: () => void;
};

export class StreamOutlet {
  readonly #parts: StreamOutletParts;
  readonly #writer: UnitFrameWriter;
  #leftOut = 0;
  #isBehind = false;

  constructor(parts: StreamOutletParts) {
    this.#parts = parts;
    this.#writer = new UnitFrameWriter(parts.stream);
  }

  take(unit: AccessUnit): void {
    const { line, isLive, onTooSlow } = this.#parts;
    if (!isLive) {
      if (line.backlogBytes > farBehindBytes) onTooSlow();
      else line.sendFrame(this.#writer.write(unit));
      return;
    }
    const isBehind = line.backlogBytes > behindBytes || line.delayMs > behindMs;
    this.#isBehind ||= isBehind;
    const mayGoOn = unit.track === 'video' && unit.key && !isBehind;
    if (this.#isBehind && !mayGoOn) {
      this.#leftOut += 1;
      return;
    }
    if (this.#isBehind) this.#catchUp();
    line.sendFrame(this.#writer.write(unit));
  }

  #catchUp(): void {
    const { line, stream } = this.#parts;
    this.#isBehind = false;
    line.say({ type: 'left-out', stream, units: this.#leftOut });
    this.#leftOut = 0;
  }
}
