/** The picture that a window shows now, as it stands on the screen: whichever way it came there. */
import { pictureWithin } from './picture-within.ts';
import type { LivePicture } from './use-live-picture.ts';

type ShownPicture = {
  source: HTMLVideoElement | HTMLCanvasElement;
  /** What of the source is picture, in its own pixels: a canvas is as large as its window. */
  left: number;
  top: number;
  width: number;
  height: number;
};

/** Null while nothing shows. A source is good for one drawing: the next picture may come another way. */
export function shownPicture({
  view,
  video,
  frozen,
  host,
  player,
}: LivePicture): ShownPicture | null {
  if (view === null || view.state.kind === 'offline') return null;
  if (view.transport === 'webcodecs') {
    const canvas = host.current?.querySelector('canvas') ?? null;
    const figures = player()?.figures() ?? null;
    if (canvas === null || figures === null || figures.width === 0) return null;
    return { source: canvas, ...pictureWithin(canvas, figures) };
  }
  if (view.transport === 'still-picture') {
    const canvas = frozen.current;
    return canvas === null || canvas.hidden ? null : whole(canvas, canvas.width, canvas.height);
  }
  const element = video.current;
  if (element === null || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  return whole(element, element.videoWidth, element.videoHeight);
}

const whole = (source: ShownPicture['source'], width: number, height: number): ShownPicture => ({
  source,
  left: 0,
  top: 0,
  width,
  height,
});

/** A copy that stands still; null where nothing shows. */
export function grabPicture(picture: LivePicture): HTMLCanvasElement | null {
  const shown = shownPicture(picture);
  if (shown === null || shown.width < 2) return null;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(shown.width), Math.round(shown.height)];
  drawPicture(shown, canvas);
  return canvas;
}

export function drawPicture(shown: ShownPicture, canvas: HTMLCanvasElement): void {
  const { source, left, top, width, height } = shown;
  canvas
    .getContext('2d')
    ?.drawImage(source, left, top, width, height, 0, 0, canvas.width, canvas.height);
}
