/**
 * Recorded pictures as CMAF fragments whose timeline is the recording's own: second 0 is the begin of the granted
 * window, at any speed, so that a page finds each moment by its time.
 */
import { ticksPerMillisecond, type VideoConfig, type VideoUnit } from '#media/access-unit.ts';
import { initSegment, mimeOf } from '#packaging/init-segment.ts';
import { pictureFragment } from '#packaging/media-fragment.ts';

export type PackagedPicture = {
  bytes: Buffer;
  key: boolean;
  /** Set with the first picture, and where the codec changed. */
  begins: { init: Buffer; mime: string; width: number; height: number } | null;
};

type Held = { unit: VideoUnit; decodeTime: number; offset: number; begins: boolean };

const usualDuration = 3_600;

export class RecordedPackager {
  readonly #windowFromMs: number;
  #config: VideoConfig | null = null;
  #held: Held | null = null;
  #sequence = 0;

  constructor(windowFromMs: number) {
    this.#windowFromMs = windowFromMs;
  }

  /** One picture late: only the next one tells how long it lasts. */
  push(
    unit: VideoUnit,
    { decodeMs, shownMs }: { decodeMs: number; shownMs: number },
  ): PackagedPicture | null {
    const begins = unit.config !== this.#config;
    // A recorder may send from before the window: nothing of it is handed on, though decoding could begin with it.
    if ((begins && !unit.key) || decodeMs < this.#windowFromMs) return null;
    this.#config = unit.config;
    const asked = Math.round((decodeMs - this.#windowFromMs) * ticksPerMillisecond);
    const decodeTime = this.#held === null ? asked : Math.max(asked, this.#held.decodeTime + 1);
    const offset = Math.round((shownMs - decodeMs) * ticksPerMillisecond);
    const before = this.#held;
    this.#held = { unit, decodeTime, offset, begins };
    return before === null ? null : this.#package(before, decodeTime - before.decodeTime);
  }

  /** The last picture, which nothing follows. */
  flush(): PackagedPicture | null {
    const last = this.#held;
    this.#held = null;
    return last === null ? null : this.#package(last, usualDuration);
  }

  #package({ unit, decodeTime, offset, begins }: Held, duration: number): PackagedPicture {
    this.#sequence += 1;
    const { key, data, config } = unit;
    const { width, height } = config;
    const { bytes } = pictureFragment({
      sequence: this.#sequence,
      decodeTime,
      compositionOffset: offset,
      duration,
      key,
      data,
    });
    return {
      bytes,
      key,
      begins: begins ? { init: initSegment(config), mime: mimeOf(config), width, height } : null,
    };
  }
}
