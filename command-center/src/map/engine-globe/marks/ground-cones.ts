/** What cameras cover, laid on the ground. */
import {
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  GroundPrimitive,
  PerInstanceColorAppearance,
  PolygonGeometry,
  PolygonHierarchy,
  type Scene,
} from '@cesium/engine';
import type { LonLat } from 'grid-data';
import { coneRoom, nearestToMiddle } from '../../cone-room.ts';
import type { LayerPart, MapLayer } from '../../layer.ts';
import { isTurned } from '../../turned-cameras.ts';
import { sightOf } from '../../camera-sights.ts';
import { seenGround } from '../../view-cones.ts';
import { themeColor } from '../../theme-colors.ts';
import { fits, styledBy } from '../styled-by.ts';
import type { MarkThing } from './mark-layer.ts';

export class GroundCones {
  readonly #scene: Scene;
  #drawn: GroundPrimitive | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  draw(things: readonly MarkThing[], zoom: number, middle: LonLat): void {
    const standing = things.filter((thing) => conePartAt(thing, zoom) !== null);
    const drawn = nearestToMiddle(standing, middle);
    if (things.some(({ layer }) => conePartOf(layer))) {
      coneRoom.set({ all: standing.length, drawn: drawn.length });
    }
    const instances = drawn.flatMap((thing) => coneOf(thing, zoom));
    this.clear();
    if (instances.length === 0) return;
    this.#drawn = this.#scene.groundPrimitives.add(
      new GroundPrimitive({
        geometryInstances: instances,
        appearance: new PerInstanceColorAppearance({ flat: true, translucent: true }),
        allowPicking: false,
      }),
    ) as GroundPrimitive;
  }

  clear(): void {
    if (this.#drawn) this.#scene.groundPrimitives.remove(this.#drawn);
    this.#drawn = null;
  }
}

function conePartOf({ parts }: MapLayer): boolean {
  return parts.some(({ symbol }) => symbol.kind === 'view-cone');
}

function conePartAt(thing: MarkThing, zoom: number): LayerPart | null {
  const part = thing.layer.parts.find(
    (each) => each.symbol.kind === 'view-cone' && each.sourceLayer === thing.sourceLayer,
  );
  if (!part || zoom < part.minZoom || zoom >= part.maxZoom) return null;
  return fits(part, thing.attributes) ? part : null;
}

function coneOf(thing: MarkThing, zoom: number): GeometryInstance[] {
  const part = conePartAt(thing, zoom);
  if (part?.symbol.kind !== 'view-cone') return [];
  const id = String(thing.attributes['id']);
  if (isTurned(id)) return [];
  const ground = seenGround(thing.position, thing.attributes, sightOf(id))?.geometry;
  if (!ground) return [];
  const color = Color.fromCssColorString(themeColor(styledBy(part.symbol.color, thing.attributes)));
  const { opacity } = part.symbol;
  const polygons = ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
  return polygons.map(
    ([ring]) =>
      new GeometryInstance({
        geometry: new PolygonGeometry({
          polygonHierarchy: new PolygonHierarchy(Cartesian3.fromDegreesArray((ring ?? []).flat())),
        }),
        attributes: { color: ColorGeometryInstanceAttribute.fromColor(color.withAlpha(opacity)) },
      }),
  );
}
