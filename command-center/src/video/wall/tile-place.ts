/** Where a picture's tile stands: in a canvas of its own, or with others in the wall's. */
import { wallEngine, type WallSurface, type WallTile } from './wall-engine.ts';

export type TilePlace = {
  /** Null until it was needed. */
  readonly tile: WallTile | null;
  needTile(): WallTile | null;
  close(): void;
};

/** A canvas inside an element, made when first needed: most windows play in a video element. */
export class OwnCanvas implements TilePlace {
  readonly #host: HTMLElement;
  readonly #resizing = new ResizeObserver(() => this.#fit());
  #made: { tile: WallTile; surface: WallSurface; canvas: HTMLCanvasElement } | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get tile(): WallTile | null {
    return this.#made?.tile ?? null;
  }

  needTile(): WallTile {
    if (this.#made !== null) return this.#made.tile;
    const canvas = document.createElement('canvas');
    this.#host.append(canvas);
    const engine = wallEngine();
    this.#made = { tile: engine.tile(), surface: engine.surface(canvas, 'black'), canvas };
    this.#resizing.observe(this.#host);
    this.#fit();
    return this.#made.tile;
  }

  close(): void {
    this.#resizing.disconnect();
    if (this.#made === null) return;
    const { tile, surface, canvas } = this.#made;
    this.#made = null;
    wallEngine().release(tile);
    surface.close();
    canvas.remove();
  }

  #fit(): void {
    if (this.#made === null) return;
    const { tile, surface } = this.#made;
    const width = Math.round(this.#host.clientWidth * devicePixelRatio);
    const height = Math.round(this.#host.clientHeight * devicePixelRatio);
    surface.resize(width, height);
    tile.place(surface, { x: 0, y: 0, width, height });
    tile.profile(profileFor(width));
  }
}

/** A smaller stream is usually 640 wide: up to a little more than that nobody sees a difference. */
const widestOfSub = 800;

export const profileFor = (devicePixels: number): 'main' | 'sub' =>
  devicePixels > widestOfSub ? 'main' : 'sub';
