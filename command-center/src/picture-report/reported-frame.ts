/** The frame as it goes with the case: its mark, and nothing clear but what lies in it. */
import type { PictureRegion } from 'grid-data';
import { hidePicture } from '#recordings/masking/hide-picture.ts';
import { markSnapshot } from '#recordings/mark-snapshot.ts';

type Frame = {
  picture: HTMLCanvasElement;
  mark: PictureRegion;
  /** Faces and plates inside the mark. */
  hidden: readonly PictureRegion[];
  /** Who took it where and when, in its own pixels. */
  lines: readonly string[];
};

/** PNG, for the server makes the one JPEG that is kept. */
export async function reportedFrame({ picture, mark, hidden, lines }: Frame): Promise<Blob> {
  const coarse = copyOf(picture);
  hidePicture(coarse);
  const frame = copyOf(coarse);
  copyPart(picture, frame, mark);
  for (const region of hidden) copyPart(coarse, frame, region);
  drawMark(frame, mark);
  markSnapshot(frame, lines);
  const blob = await new Promise<Blob | null>((done) => frame.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the browser makes no picture of the canvas');
  return blob;
}

function copyOf(from: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [from.width, from.height];
  context(canvas).drawImage(from, 0, 0);
  return canvas;
}

function copyPart(from: HTMLCanvasElement, to: HTMLCanvasElement, region: PictureRegion): void {
  const [x, y, width, height] = pixelsOf(region, from);
  if (width < 1 || height < 1) return;
  context(to).drawImage(from, x, y, width, height, x, y, width, height);
}

function drawMark(canvas: HTMLCanvasElement, mark: PictureRegion): void {
  const pen = context(canvas);
  const width = Math.max(2, Math.round(canvas.height / 180));
  for (const [color, line] of [
    ['white', width * 2],
    ['red', width],
  ] as const) {
    pen.strokeStyle = color;
    pen.lineWidth = line;
    pen.strokeRect(...pixelsOf(mark, canvas));
  }
}

export function pixelsOf(
  { left, top, right, bottom }: PictureRegion,
  { width, height }: { width: number; height: number },
): [x: number, y: number, width: number, height: number] {
  const [x, y] = [Math.round(left * width), Math.round(top * height)];
  return [x, y, Math.round(right * width) - x, Math.round(bottom * height) - y];
}

function context(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const found = canvas.getContext('2d');
  if (found === null) throw new Error('the browser gives no canvas');
  return found;
}
