/** What a tile shows and where: its last picture, the mark over it, and whether it stands still. */
import type { TileRect } from '#video/wall/wall-message.ts';
import { hasGraphicsCard, ofFrame, PixelStore, type Drawable } from './drawable.ts';

type Mark = { picture: ImageBitmap; left: number; top: number };
type Taken = { frame: VideoFrame; takenAt: number | null };

export type PlacedEvents = {
  onDrawn(takenAt: number | null): void;
  /** A newer picture came before it could be drawn: the screen is slower than the camera. */
  onMissed(): void;
};

export class PlacedTile {
  rect: TileRect = { x: 0, y: 0, width: 0, height: 0 };
  dirty = true;
  readonly #events: PlacedEvents;
  readonly #pixels = new PixelStore();
  #picture: Drawable | null = null;
  #undrawn: { takenAt: number | null } | null = null;
  #developing = false;
  #waiting: Taken | null = null;
  /** Grows when all pictures are taken away: what is being developed then is not shown any more. */
  #blanked = 0;
  #mark: Mark | null = null;
  #dim = false;

  constructor(events: PlacedEvents) {
    this.#events = events;
  }

  /** The last picture is kept: it is drawn again when the layout changes, and stands when nothing newer comes. */
  show(frame: VideoFrame, takenAt: number | null): void {
    if (hasGraphicsCard()) return this.#put(ofFrame(frame), takenAt);
    if (this.#developing) {
      this.#dropWaiting();
      this.#waiting = { frame, takenAt };
    } else void this.#develop({ frame, takenAt });
  }

  blank(): void {
    this.#blanked += 1;
    this.#waiting?.frame.close();
    this.#waiting = null;
    this.#picture?.close();
    this.#picture = null;
    this.#undrawn = null;
    this.dirty = true;
  }

  mark(mark: Mark): void {
    this.#mark?.picture.close();
    this.#mark = mark;
    this.dirty = true;
  }

  dim(on: boolean): void {
    if (this.#dim === on) return;
    this.#dim = on;
    this.dirty = true;
  }

  forget(): void {
    this.blank();
    this.#mark?.picture.close();
    this.#mark = null;
  }

  draw(context: OffscreenCanvasRenderingContext2D): void {
    this.dirty = false;
    const { x, y, width, height } = this.rect;
    context.fillStyle = 'black';
    context.fillRect(x, y, width, height);
    const picture = this.#picture;
    // Who would take the mark away gets no picture either.
    if (picture === null || this.#mark === null) return;
    const scale = Math.min(width / picture.width, height / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    const box = { x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h };
    if (this.#dim) context.filter = 'grayscale(1) brightness(0.75)';
    picture.paint(context, box);
    if (this.#dim) context.filter = 'none';
    const { picture: mark, left, top } = this.#mark;
    context.drawImage(mark, x + (width - mark.width) * left, y + (height - mark.height) * top);
    if (this.#undrawn !== null) this.#events.onDrawn(this.#undrawn.takenAt);
    this.#undrawn = null;
  }

  async #develop({ frame, takenAt }: Taken): Promise<void> {
    const blanked = this.#blanked;
    this.#developing = true;
    const picture = await this.#pixels.develop(frame);
    this.#developing = false;
    if (blanked === this.#blanked) this.#put(picture, takenAt);
    else picture.close();
    const next = this.#waiting;
    this.#waiting = null;
    if (next !== null) void this.#develop(next);
  }

  #put(picture: Drawable, takenAt: number | null): void {
    if (this.#undrawn !== null) this.#events.onMissed();
    this.#picture?.close();
    this.#picture = picture;
    this.#undrawn = { takenAt };
    this.dirty = true;
  }

  #dropWaiting(): void {
    if (this.#waiting === null) return;
    this.#waiting.frame.close();
    this.#events.onMissed();
  }
}
