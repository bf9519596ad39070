/** Keeps the last picture on a canvas above the video, because a new attempt blanks the video itself. */
import type { Screen } from '#video/player/picture-state.ts';

export class FrozenFrame {
  readonly #video: HTMLVideoElement;
  readonly #canvas: HTMLCanvasElement;

  constructor({ video, frozen }: Pick<Screen, 'video' | 'frozen'>) {
    this.#video = video;
    this.#canvas = frozen;
    this.clear();
  }

  hold(): void {
    const { videoWidth, videoHeight } = this.#video;
    if (videoWidth === 0 || this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    this.#canvas.width = videoWidth;
    this.#canvas.height = videoHeight;
    this.#canvas.getContext('2d')?.drawImage(this.#video, 0, 0);
    this.#canvas.hidden = false;
  }

  clear(): void {
    this.#canvas.hidden = true;
    this.#canvas.width = 1;
    this.#canvas.height = 1;
  }
}
