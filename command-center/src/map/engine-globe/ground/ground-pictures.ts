/** What is painted onto the globe: the base map, and the areas and lines of the declared layers. */
import { ImageryLayer, type CesiumWidget } from '@cesium/engine';
import type { MapLayer } from '../../layer.ts';
import { loadGroundStyle, type GroundStyle } from './ground-style.ts';
import { paintGround, type GroundSources } from './paint-ground.ts';
import { paintedParts, paintLayer } from './paint-layer.ts';
import { PaintedImagery, type PaintTile } from './painted-imagery.ts';

/** Finer than this the ground has nothing more to show. */
const finestGround = 17;

export class GroundPictures {
  readonly #widget: CesiumWidget;
  readonly #sources: GroundSources;
  readonly #painted = new Map<string, ImageryLayer>();
  #ground: ImageryLayer | null = null;
  #brightness = 1;
  #layers: readonly MapLayer[] = [];

  constructor(widget: CesiumWidget, sources: GroundSources) {
    this.#widget = widget;
    this.#sources = sources;
  }

  /** Answers with the style, for the tones of what stands on the ground. */
  async useTheme(theme: string): Promise<GroundStyle> {
    const style = await loadGroundStyle(theme);
    const before = this.#ground;
    this.#ground = this.#add((tile) => paintGround(tile, style, this.#sources), 0);
    this.#ground.brightness = this.#brightness;
    if (before) this.#widget.imageryLayers.remove(before);
    this.#repaintLayers();
    return style;
  }

  /** Of the base map alone: what it bears is as bright by night. */
  setBrightness(brightness: number): void {
    this.#brightness = brightness;
    if (this.#ground) this.#ground.brightness = brightness;
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.#layers = layers;
    this.#repaintLayers();
  }

  refresh(layerId: string): void {
    const painted = this.#painted.get(layerId);
    if (!painted) return;
    this.#widget.imageryLayers.remove(painted);
    this.#painted.delete(layerId);
    this.#repaintMissing();
  }

  #repaintLayers(): void {
    for (const painted of this.#painted.values()) this.#widget.imageryLayers.remove(painted);
    this.#painted.clear();
    this.#repaintMissing();
  }

  #repaintMissing(): void {
    for (const layer of this.#layers) {
      if (this.#painted.has(layer.id) || paintedParts(layer).length === 0) continue;
      const { tiles } = this.#sources;
      this.#painted.set(
        layer.id,
        this.#add((tile) => paintLayer(tile, layer, tiles)),
      );
    }
    this.#widget.scene.requestRender();
  }

  #add(paint: PaintTile, index?: number): ImageryLayer {
    const { scene } = this.#widget;
    const imagery = new PaintedImagery(paint, finestGround, () => scene.requestRender());
    const layer = new ImageryLayer(imagery.asProvider());
    this.#widget.imageryLayers.add(layer, index);
    return layer;
  }
}
