/** Pictures of the ground that this page paints by itself, as the globe takes them. */
import {
  Credit,
  Event,
  WebMercatorTilingScheme,
  type ImageryProvider,
  type ImageryTypes,
  type Rectangle,
  type TilingScheme,
} from '@cesium/engine';
import type { TileAddress } from './tile-address.ts';
import { picturePx } from './tile-canvas.ts';

export type PaintTile = (tile: TileAddress) => Promise<HTMLCanvasElement>;

export class PaintedImagery implements Partial<ImageryProvider> {
  readonly tilingScheme: TilingScheme = new WebMercatorTilingScheme();
  readonly rectangle: Rectangle = this.tilingScheme.rectangle;
  readonly tileWidth = picturePx;
  readonly tileHeight = picturePx;
  readonly minimumLevel = 0;
  readonly maximumLevel: number;
  readonly errorEvent = new Event();
  readonly hasAlphaChannel = true;
  readonly credit = new Credit('');
  readonly #paint: PaintTile;
  readonly #onPainted: () => void;

  constructor(paint: PaintTile, maximumLevel: number, onPainted: () => void) {
    this.#paint = paint;
    this.maximumLevel = maximumLevel;
    this.#onPainted = onPainted;
  }

  getTileCredits(): Credit[] {
    return [];
  }

  /** A canvas and no bitmap: the globe turns pictures upside down on upload, which bitmaps do not obey. */
  requestImage(x: number, y: number, level: number): Promise<ImageryTypes> {
    // The globe draws only when asked to, and nobody else knows that a picture is ready.
    return this.#paint({ z: level, x, y }).finally(this.#onPainted);
  }

  pickFeatures(): undefined {
    return undefined;
  }

  asProvider(): ImageryProvider {
    return this as unknown as ImageryProvider;
  }
}
