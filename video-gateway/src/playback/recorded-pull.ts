/** One pull of one recorded stretch: each picture, and what is heard with it, with the time at which it was recorded, until the stretch ends. */
import type { DomainError } from 'grid-data';
import { ticksPerMillisecond, type AudioUnit, type VideoUnit } from '#media/access-unit.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source } from '#sources/source.ts';
import type { RecordedAsk, RecordedLine } from '#video-side/open-recorded.ts';
import type { VideoSide } from '#video-side/video-side.ts';

/** Who opens recordings. */
export type Recordings = Pick<VideoSide, 'openRecorded'>;

export type RecordedPullHandlers = {
  /** Times are Unix milliseconds of the recording, whatever the speed. */
  onPicture(unit: VideoUnit, times: { decodeMs: number; shownMs: number }): void;
  /** Only where it was asked for, and at single speed. */
  onSound(unit: AudioUnit, recordedMs: number): void;
  /** Told of packets that never came. */
  onLost?(packets: number): void;
  /** Null where all that was recorded has been sent; called once, not after close(). */
  onEnd(failure: DomainError | null): void;
};

/** A recorder that has ended within this much of the stretch's end has sent all there is. */
const endToleranceMs = 3_000;
const silenceMs = 10_000;

export class RecordedPull {
  readonly #stretch: TimeSpan;
  readonly #handlers: RecordedPullHandlers;
  #source: Source | null = null;
  #silence: NodeJS.Timeout | null = null;
  #closed = false;
  #line: RecordedLine | null = null;
  #firstPts: number | null = null;
  #lastMs: number;

  constructor(video: Recordings, asked: RecordedAsk, handlers: RecordedPullHandlers) {
    this.#stretch = asked.stretch;
    this.#handlers = handlers;
    this.#lastMs = asked.fromMs;
    this.#listenForSilence();
    this.#open(video, asked).catch((error: unknown) =>
      this.#end(asFailure(error, 'broken-stream')),
    );
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#silence) clearTimeout(this.#silence);
    this.#source?.close();
  }

  async #open(video: Recordings, asked: RecordedAsk): Promise<void> {
    const source = await video.openRecorded(asked, {
      onLine: (line) => {
        this.#line = line;
      },
      onUnit: (unit) => {
        if (unit.track === 'video') this.#take(unit);
        else this.#hear(unit);
      },
      onLost: (packets) => this.#handlers.onLost?.(packets),
      onEnd: (failure) => this.#end(failure),
    });
    if (this.#closed) source.close();
    else this.#source = source;
  }

  #take(unit: VideoUnit): void {
    if (this.#closed) return;
    this.#listenForSilence();
    this.#firstPts ??= unit.pts;
    const shownMs = this.#timeOf(unit.pts);
    if (shownMs >= this.#stretch.toMs) return this.#end(null);
    this.#lastMs = Math.max(this.#lastMs, shownMs);
    this.#handlers.onPicture(unit, { decodeMs: this.#timeOf(unit.dts), shownMs });
  }

  /** What comes before the first picture has no place yet. */
  #hear(unit: AudioUnit): void {
    if (this.#closed || this.#firstPts === null) return;
    const recordedMs = this.#timeOf(unit.dts);
    if (recordedMs < this.#stretch.toMs) this.#handlers.onSound(unit, recordedMs);
  }

  #timeOf(ticks: number): number {
    const { startMs, scale } = this.#line!;
    return startMs + ((ticks - this.#firstPts!) / ticksPerMillisecond) * scale;
  }

  #end(failure: DomainError | null): void {
    if (this.#closed) return;
    this.close();
    const isOver =
      failure?.reason === 'source-ended' && this.#stretch.toMs - this.#lastMs <= endToleranceMs;
    this.#handlers.onEnd(isOver ? null : failure);
  }

  #listenForSilence(): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.#end(sourceFailure('no-frames', 'the recorder sends no pictures')),
      silenceMs,
    );
  }
}
