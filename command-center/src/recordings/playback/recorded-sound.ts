/** What is heard with one camera's recording: an element of its own beside the picture's, so that no picture waits for sound. */
import { correctionFor } from './drift.ts';
import { RecordedBuffer } from './recorded-buffer.ts';

export class RecordedSound {
  readonly #audio = new Audio();
  readonly #buffer: RecordedBuffer;
  /** Why this page cannot play it. */
  failure: string | null = null;

  constructor() {
    this.#buffer = new RecordedBuffer(this.#audio, (reason) => {
      this.failure = reason;
    });
  }

  /** What was asked for before is not wanted any more. */
  clear(): void {
    this.#audio.pause();
    this.#buffer.clear();
  }

  begin(mime: string): void {
    this.#buffer.begin(mime);
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    this.#buffer.append(bytes);
  }

  has(atSeconds: number): boolean {
    return this.#buffer.bufferedUntil(atSeconds) !== null;
  }

  /** Called several times a second: brings the sound to the clock. */
  follow(atSeconds: number, runs: boolean): void {
    this.#buffer.trim(atSeconds);
    if (!runs || !this.has(atSeconds)) return this.#audio.pause();
    const { rate, jump } = correctionFor((this.#audio.currentTime - atSeconds) * 1000, 1);
    if (jump) this.#audio.currentTime = atSeconds;
    if (this.#audio.playbackRate !== rate) this.#audio.playbackRate = rate;
    // A browser may refuse a play() that a pause() overtakes; the next call says it again.
    if (this.#audio.paused) this.#audio.play().catch(() => undefined);
  }

  stop(): void {
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }
}
