/** One canvas with any number of tiles in it, drawn when something in it changed. */
import { hasGraphicsCard } from './drawable.ts';
import type { PlacedTile } from './placed-tile.ts';

export class Surface {
  readonly #canvas: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #ground: string;
  readonly tiles = new Set<PlacedTile>();
  /** The ground between the tiles is drawn anew with all of them after a change of layout. */
  #everything = true;

  constructor(canvas: OffscreenCanvas, ground: string) {
    this.#canvas = canvas;
    this.#ground = ground;
    const context = canvas.getContext('2d', {
      alpha: false,
      // Without a graphics card the canvas is drawn by the processor, which then must not fetch it back each time.
      willReadFrequently: !hasGraphicsCard(),
    });
    if (context === null) throw new Error('the browser gives no canvas to a worker');
    this.#context = context;
  }

  resize(width: number, height: number): void {
    if (this.#canvas.width === width && this.#canvas.height === height) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#everything = true;
  }

  layoutChanged(): void {
    this.#everything = true;
  }

  draw(): void {
    if (this.#everything) {
      this.#everything = false;
      this.#context.fillStyle = this.#ground;
      this.#context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
      for (const tile of this.tiles) tile.dirty = true;
    }
    for (const tile of this.tiles) if (tile.dirty) tile.draw(this.#context);
  }
}
