import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PlacedTile } from './placed-tile.ts';

/** A machine without a graphics card, whose canvases only count what is drawn. */
class CountingCanvas {
  width = 1;
  height = 1;
  getContext(kind: string) {
    return kind === '2d' ? { canvas: this, putImageData() {}, drawImage() {} } : null;
  }
}

class Pixels {
  readonly width: number;
  readonly height: number;
  constructor(_data: unknown, width: number, height: number) {
    this.width = width;
    this.height = height;
  }
}

const aFrame = () => ({
  displayWidth: 640,
  displayHeight: 360,
  visibleRect: { width: 640, height: 360 },
  copyTo: vi.fn(async () => []),
  close: vi.fn(),
});
const asFrame = (frame: ReturnType<typeof aFrame>) => frame as unknown as VideoFrame;
const aMark = () => ({
  picture: { width: 10, height: 10, close() {} } as unknown as ImageBitmap,
  left: 0,
  top: 0,
});

function aTile() {
  const told = { drawn: [] as (number | null)[], missed: 0 };
  const tile = new PlacedTile({
    onDrawn: (takenAt) => told.drawn.push(takenAt),
    onMissed: () => {
      told.missed += 1;
    },
  });
  tile.rect = { x: 0, y: 0, width: 320, height: 180 };
  const context = { fillRect: vi.fn(), drawImage: vi.fn(), fillStyle: '', filter: '' };
  const draw = () => tile.draw(context as unknown as OffscreenCanvasRenderingContext2D);
  return { tile, told, draw, drawImage: context.drawImage };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', CountingCanvas);
  vi.stubGlobal('ImageData', Pixels);
});

describe('a tile', () => {
  test('shows no picture before the mark of who looks is there', async () => {
    const { tile, told, draw, drawImage } = aTile();
    tile.show(asFrame(aFrame()), 7);
    await soon();
    draw();
    expect(drawImage).not.toHaveBeenCalled();
    tile.mark(aMark());
    draw();
    expect(drawImage).toHaveBeenCalledTimes(2);
    expect(told.drawn).toEqual([7]);
  });

  test('that was blanked stays so, whatever is still being developed', async () => {
    const { tile, draw, drawImage } = aTile();
    tile.mark(aMark());
    const [first, second] = [aFrame(), aFrame()];
    tile.show(asFrame(first), null);
    tile.show(asFrame(second), null);
    tile.blank();
    await soon();
    draw();
    expect(drawImage).not.toHaveBeenCalled();
    for (const frame of [first, second]) expect(frame.close).toHaveBeenCalled();
  });

  test('counts what came too fast to be seen, and closes every frame', async () => {
    const { tile, told, draw } = aTile();
    tile.mark(aMark());
    const frames = Array.from({ length: 5 }, aFrame);
    for (const frame of frames) tile.show(asFrame(frame), null);
    await soon();
    draw();
    expect(told.drawn).toHaveLength(1);
    expect(told.missed).toBe(4);
    for (const frame of frames) expect(frame.close).toHaveBeenCalledOnce();
  });
});
