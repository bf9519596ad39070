/** The point things of one declared layer, as billboards and labels above the ground. */
import {
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  VerticalOrigin,
  type Billboard,
  type Scene,
} from '@cesium/engine';
import type { LonLat } from 'grid-data';
import type { LayerPart, MapLayer } from '../../layer.ts';
import { themeScale } from '../../theme-colors.ts';
import { binCount, fits, iconBy, styledBy, type Attributes, type Lookups } from '../styled-by.ts';
import type { MarkPicture, MarkPictures } from './mark-pictures.ts';

export type MarkThing = {
  layer: MapLayer;
  id: string;
  position: LonLat;
  heightMeters: number;
  attributes: Attributes;
  sourceLayer: string;
  bin: boolean;
};

/** Marks stand over everything: a hill in between must not hide an incident. */
const never = Number.POSITIVE_INFINITY;

export class MarkLayer {
  readonly #scene: Scene;
  readonly #billboards: BillboardCollection;
  readonly #pictures: MarkPictures;
  /** Those of its marks that are writing. */
  readonly labels: Billboard[] = [];

  constructor(scene: Scene, pictures: MarkPictures) {
    this.#scene = scene;
    this.#pictures = pictures;
    this.#billboards = scene.primitives.add(
      new BillboardCollection({ scene }),
    ) as BillboardCollection;
  }

  draw(things: readonly MarkThing[], zoom: number, lookups: Lookups): void {
    this.clear();
    for (const thing of things) {
      for (const part of thing.layer.parts) {
        if (part.sourceLayer !== thing.sourceLayer) continue;
        if (zoom < part.minZoom || zoom >= part.maxZoom || !fits(part, thing.attributes)) continue;
        this.#drawPart(thing, part, lookups);
      }
    }
  }

  clear(): void {
    this.#billboards.removeAll();
    this.labels.length = 0;
  }

  destroy(): void {
    this.#scene.primitives.remove(this.#billboards);
  }

  #drawPart(thing: MarkThing, { symbol }: LayerPart, lookups: Lookups): void {
    const { attributes } = thing;
    switch (symbol.kind) {
      case 'icon': {
        const look = {
          shape: styledBy(symbol.shape, attributes),
          color: styledBy(symbol.color, attributes),
          icon: iconBy(symbol.icon, attributes, lookups),
          sizePx: symbol.sizePx,
        };
        this.#addBillboard(thing, this.#pictures.mark(look));
        return;
      }
      case 'dot': {
        const sizePx = styledBy(symbol.radiusPx, attributes) * 2;
        const color = styledBy(symbol.color, attributes);
        this.#addBillboard(thing, this.#pictures.mark({ shape: 'disc', color, icon: '', sizePx }));
        return;
      }
      case 'bin': {
        const count = binCount(symbol.counted, attributes);
        if (count > 0) this.#addBillboard(thing, this.#pictures.bin(count, symbol.color));
        return;
      }
      case 'label': {
        const text = attributes[symbol.attribute];
        if (typeof text !== 'string') return;
        const below = symbol.below ? symbol.sizePx * themeScale() : 0;
        this.labels.push(this.#addBillboard(thing, this.#pictures.label(text, symbol), below));
        return;
      }
      case 'fill':
      case 'line':
      case 'view-cone':
    }
  }

  #addBillboard(thing: MarkThing, picture: MarkPicture, belowPx = 0): Billboard {
    const billboard = this.#billboards.add({
      id: thing,
      position: placeOf(thing),
      width: picture.widthPx,
      height: picture.heightPx,
      verticalOrigin: belowPx > 0 ? VerticalOrigin.TOP : VerticalOrigin.CENTER,
      pixelOffset: new Cartesian2(0, belowPx),
      disableDepthTestDistance: never,
    });
    billboard.setImage(picture.id, picture.canvas);
    return billboard;
  }
}

function placeOf({ position, heightMeters }: MarkThing): Cartesian3 {
  return Cartesian3.fromDegrees(position[0], position[1], heightMeters + 1);
}
