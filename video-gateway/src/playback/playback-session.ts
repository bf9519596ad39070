/** One viewer's playing of one camera's recordings: where it stands, what is recorded, what is pulled now. */
import type { DomainError } from 'grid-data';
import type { TimeSpan } from '#platforms/platform.ts';
import { RecordedPackager, type PackagedPicture } from '#playback/recorded-packager.ts';
import { RecordedSound, type PackagedSound } from '#playback/recorded-sound.ts';
import { RecordedPull, type Recordings } from '#playback/recorded-pull.ts';
import type { RecordedCamera } from '#video-side/open-recorded.ts';

/** Asked for along with what is to be seen, so that the recorder has a key picture before it; longer than most groups. */
const leadMs = 10_000;
/** Between two looks at whether a viewer has caught up. */
const catchUpMs = 200;

export type PlaybackNews =
  | { type: 'playing'; generation: number; atMs: number; speed: number }
  | { type: 'paused'; generation: number }
  /** Nothing is recorded there; `nextMs` is where something is again, null where nothing follows. */
  | { type: 'gap'; generation: number; atMs: number; nextMs: number | null }
  | { type: 'failed'; generation: number; reason: string };

export type PlaybackOutput = {
  tell(news: PlaybackNews): void;
  show(picture: PackagedPicture): void;
  hear(sound: PackagedSound): void;
  /** More waits for the viewer than one who reads leaves behind. */
  isBehind(): boolean;
};

export type PlaybackParts = {
  video: Recordings;
  camera: RecordedCamera;
  window: TimeSpan;
  /** In order; what lies between two is a gap. */
  recordings: readonly TimeSpan[];
  speeds: readonly number[];
  /** Whether the ticket grants it. */
  sound: boolean;
  output: PlaybackOutput;
};

/** Each word of the viewer begins a generation: what was asked before shows nothing any more. */
export class PlaybackSession {
  readonly #parts: PlaybackParts;
  #pull: RecordedPull | null = null;
  /** Runs while nothing is pulled because the viewer is behind. */
  #catchingUp: NodeJS.Timeout | null = null;
  #generation = 0;
  /** Null while nobody listens. */
  #sound: RecordedSound | null = null;

  constructor(parts: PlaybackParts) {
    this.#parts = parts;
  }

  play({ generation, atMs, speed }: { generation: number; atMs: number; speed: number }): void {
    this.#begin(generation);
    const { recordings, speeds, window, output } = this.#parts;
    if (!speeds.includes(speed)) {
      output.tell({ type: 'failed', generation, reason: 'speed-unsupported' });
      return;
    }
    const from = Math.max(window.fromMs, Math.min(atMs, window.toMs));
    const recorded = recordings.find(({ fromMs, toMs }) => fromMs <= from && from < toMs);
    if (recorded === undefined) return this.#tellGap(from);
    output.tell({ type: 'playing', generation, atMs: from, speed });
    this.#open(recorded, from, speed);
  }

  /** Nothing is pulled while nothing moves: the line goes back to the platform. */
  pause(generation: number): void {
    this.#begin(generation);
    this.#parts.output.tell({ type: 'paused', generation });
  }

  /** Its sound begins with a header of its own each time. */
  listen(on: boolean): void {
    const { sound, window } = this.#parts;
    this.#sound = on && sound ? new RecordedSound(window.fromMs) : null;
  }

  close(): void {
    this.#begin(Number.POSITIVE_INFINITY);
  }

  #begin(generation: number): void {
    this.#letGo();
    this.#generation = generation;
    if (this.#sound !== null) this.listen(true);
  }

  #letGo(): void {
    this.#pull?.close();
    this.#pull = null;
    if (this.#catchingUp !== null) clearInterval(this.#catchingUp);
    this.#catchingUp = null;
  }

  /**
   * Gives the line back until the viewer has read what waits, and goes on with this key picture: what nobody reads yet
   * stays with the recorder, not in our memory.
   */
  #hold(recorded: TimeSpan, keyMs: number, speed: number): void {
    this.#letGo();
    this.#catchingUp = setInterval(() => {
      if (this.#parts.output.isBehind()) return;
      this.#letGo();
      if (this.#sound !== null) this.listen(true);
      this.#open(recorded, keyMs, speed);
    }, catchUpMs);
  }

  #open(recorded: TimeSpan, fromMs: number, speed: number): void {
    const { video, camera, output, window, sound } = this.#parts;
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation;
    const packager = new RecordedPackager(window.fromMs);
    const show = (picture: PackagedPicture | null) => {
      if (picture !== null && isCurrent()) output.show(picture);
    };
    const stretch = { fromMs: Math.max(recorded.fromMs, fromMs - leadMs), toMs: recorded.toMs };
    this.#pull = new RecordedPull(
      video,
      { camera, stretch, fromMs, speed, copies: false, sound },
      {
        onPicture: (unit, times) => {
          const mayHold = isCurrent() && unit.key && times.shownMs > fromMs;
          if (!mayHold || !output.isBehind()) return show(packager.push(unit, times));
          show(packager.flush());
          this.#hold(recorded, times.shownMs, speed);
        },
        onSound: (unit, recordedMs) => {
          if (!isCurrent()) return;
          for (const piece of this.#sound?.push(unit, recordedMs) ?? []) output.hear(piece);
        },
        onEnd: (failure) => {
          show(packager.flush());
          if (isCurrent()) this.#ended(stretch, failure);
        },
      },
    );
  }

  #ended(stretch: TimeSpan, failure: DomainError | null): void {
    if (failure === null) return this.#tellGap(stretch.toMs);
    const { reason } = failure;
    this.#parts.output.tell({ type: 'failed', generation: this.#generation, reason });
  }

  #tellGap(atMs: number): void {
    const next = this.#parts.recordings.find(({ fromMs }) => fromMs > atMs);
    const nextMs = next === undefined ? null : next.fromMs;
    this.#parts.output.tell({ type: 'gap', generation: this.#generation, atMs, nextMs });
  }
}
