/** Icons and words of the page's own shapes, such as plots: upright over the ground, seen through hills. */
import {
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  VerticalOrigin,
  type Scene,
} from '@cesium/engine';
import type { LonLat } from 'grid-data';
import type { MapShape } from '../../engine.ts';
import type { Styled, Symbol } from '../../layer.ts';
import { themeScale } from '../../theme-colors.ts';
import type { MarkPicture, MarkPictures } from './mark-pictures.ts';

type HeightAt = (longitude: number, latitude: number) => number;

export class ShapeMarks {
  readonly #billboards: BillboardCollection;
  readonly #pictures: MarkPictures;
  readonly #heightAt: HeightAt;

  constructor(scene: Scene, pictures: MarkPictures, heightAt: HeightAt) {
    this.#pictures = pictures;
    this.#heightAt = heightAt;
    this.#billboards = scene.primitives.add(
      new BillboardCollection({ scene }),
    ) as BillboardCollection;
  }

  set(shapes: readonly MapShape[]): void {
    this.#billboards.removeAll();
    for (const shape of shapes) {
      for (const symbol of shape.symbols) this.#draw(shape, symbol);
    }
  }

  #draw({ geometry, attributes }: MapShape, symbol: Symbol): void {
    if (symbol.kind === 'icon') {
      if (typeof symbol.icon !== 'string') return;
      const { icon, sizePx } = symbol;
      const look = { shape: plain(symbol.shape), color: plain(symbol.color), icon, sizePx };
      for (const place of placesOf(geometry)) this.#add(place, this.#pictures.mark(look), 0);
    }
    if (symbol.kind !== 'label') return;
    const words = attributes?.[symbol.attribute];
    if (!words) return;
    const belowPx = symbol.below ? symbol.sizePx * themeScale() : 0;
    for (const place of placesOf(geometry)) {
      this.#add(place, this.#pictures.label(words, symbol), belowPx);
    }
  }

  #add([longitude, latitude]: LonLat, picture: MarkPicture, belowPx: number): void {
    const height = this.#heightAt(longitude, latitude) + 1;
    const billboard = this.#billboards.add({
      position: Cartesian3.fromDegrees(longitude, latitude, height),
      width: picture.widthPx,
      height: picture.heightPx,
      verticalOrigin: belowPx > 0 ? VerticalOrigin.TOP : VerticalOrigin.CENTER,
      pixelOffset: new Cartesian2(0, belowPx),
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    });
    billboard.setImage(picture.id, picture.canvas);
  }
}

/** A shape of the page has one look. */
function plain<Value>(styled: Styled<Value>): Value {
  const isByAttribute = typeof styled === 'object' && styled !== null && 'otherwise' in styled;
  return isByAttribute ? styled.otherwise : (styled as Value);
}

/** Where its mark stands: at each point, else at the middle of a line or in the midst of an outline. */
export function placesOf(geometry: GeoJSON.Geometry): LonLat[] {
  switch (geometry.type) {
    case 'Point':
      return [placeOf(geometry.coordinates)];
    case 'MultiPoint':
      return geometry.coordinates.map(placeOf);
    case 'LineString':
      return [placeOf(geometry.coordinates[geometry.coordinates.length >> 1] ?? [0, 0])];
    case 'MultiLineString': {
      const [first = []] = geometry.coordinates;
      return placesOf({ type: 'LineString', coordinates: first });
    }
    case 'Polygon': {
      const ring = (geometry.coordinates[0] ?? []).slice(1);
      const mean = (axis: 0 | 1): number =>
        ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length;
      return ring.length === 0 ? [] : [[mean(0), mean(1)]];
    }
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((coordinates) =>
        placesOf({ type: 'Polygon', coordinates }),
      );
    case 'GeometryCollection':
      return geometry.geometries.flatMap(placesOf);
  }
}

const placeOf = ([longitude = 0, latitude = 0]: GeoJSON.Position): LonLat => [longitude, latitude];
