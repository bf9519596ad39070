/** Counts pictures that reach the screen: decoded frames say nothing about what a person sees. */
import { RecentCount } from '#video/player/recent-count.ts';

export type FrameCount = {
  framesShown: number;
  framesPerSecond: number;
  /** Presentation time of the picture on screen, seconds of the stream. */
  mediaTime: number;
};

export class FrameCounter {
  readonly #video: HTMLVideoElement;
  readonly #onFrame: () => void;
  #handle = 0;
  #stopped = false;
  #shown = 0;
  #mediaTime = 0;
  readonly #recent = new RecentCount();

  constructor(video: HTMLVideoElement, onFrame: () => void) {
    this.#video = video;
    this.#onFrame = onFrame;
    this.#ask();
  }

  count(): FrameCount {
    return {
      framesShown: this.#shown,
      framesPerSecond: this.#recent.perSecond(),
      mediaTime: this.#mediaTime,
    };
  }

  stop(): void {
    this.#stopped = true;
    this.#video.cancelVideoFrameCallback(this.#handle);
  }

  #ask(): void {
    this.#handle = this.#video.requestVideoFrameCallback((now, { mediaTime }) => {
      if (this.#stopped) return;
      this.#shown += 1;
      this.#mediaTime = mediaTime;
      this.#recent.add(now);
      this.#onFrame();
      this.#ask();
    });
  }
}
