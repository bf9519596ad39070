/**
 * A decoded picture in the shape in which a canvas takes it fastest. With a graphics card that is the frame itself.
 * Without one, turning it into colours is what costs: measured, sixteen tiles are drawn 5 times a second from frames
 * and 28 times from pixels that the decoder's own converter wrote.
 */
export type Drawable = {
  /** As it is to be seen; its pixels may be of another shape. */
  width: number;
  height: number;
  paint(context: OffscreenCanvasRenderingContext2D, box: Box): void;
  close(): void;
};

export type Box = { x: number; y: number; width: number; height: number };

const drawnBySoftware = /swiftshader|llvmpipe|softpipe|basic render|software/i;

let known: boolean | null = null;

export function hasGraphicsCard(): boolean {
  known ??= askGraphicsCard();
  return known;
}

function askGraphicsCard(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', {
    failIfMajorPerformanceCaveat: true,
  });
  if (context === null) return false;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = names && context.getParameter(names.UNMASKED_RENDERER_WEBGL);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !drawnBySoftware.test(String(name ?? ''));
}

export const ofFrame = (frame: VideoFrame): Drawable => ({
  width: frame.displayWidth,
  height: frame.displayHeight,
  paint: (context, { x, y, width, height }) => context.drawImage(frame, x, y, width, height),
  close: () => frame.close(),
});

/** Two pictures' worth of pixels for a tile: one is on the screen while the next is written. */
export class PixelStore {
  #free: Uint8ClampedArray<ArrayBuffer>[] = [];

  /** Takes the frame over. */
  async develop(frame: VideoFrame): Promise<Drawable> {
    const { displayWidth: width, displayHeight: height } = frame;
    const { width: columns, height: rows } = frame.visibleRect ??
      frame.codedRect ?? { width, height };
    const bytes = columns * rows * 4;
    const held = this.#free.pop();
    const pixels = held?.length === bytes ? held : new Uint8ClampedArray(bytes);
    try {
      await frame.copyTo(pixels, { format: 'RGBA' });
    } catch {
      return ofFrame(frame); // an older browser, which copies frames only as they were coded
    }
    frame.close();
    const image = new ImageData(pixels, columns, rows);
    return {
      width,
      height,
      paint: (context, box) => paintPixels(context, image, box),
      close: () => {
        if (this.#free.length < 2) this.#free.push(pixels);
      },
    };
  }
}

let scratch: OffscreenCanvasRenderingContext2D | null = null;

function paintPixels(
  context: OffscreenCanvasRenderingContext2D,
  image: ImageData,
  { x, y, width, height }: Box,
): void {
  scratch ??= new OffscreenCanvas(1, 1).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (scratch === null) return;
  const { canvas } = scratch;
  if (canvas.width !== image.width || canvas.height !== image.height) {
    canvas.width = image.width;
    canvas.height = image.height;
  }
  scratch.putImageData(image, 0, 0);
  context.drawImage(canvas, x, y, width, height);
}
