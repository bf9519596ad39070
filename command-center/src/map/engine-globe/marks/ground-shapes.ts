/** Shapes of the page that are no tile layer: an area's outline, a circle, a beat. */
import {
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  GroundPolylineGeometry,
  GroundPolylinePrimitive,
  GroundPrimitive,
  PerInstanceColorAppearance,
  PointPrimitiveCollection,
  PolygonGeometry,
  PolygonHierarchy,
  PolylineColorAppearance,
  type Scene,
} from '@cesium/engine';
import type { MapShape } from '../../engine.ts';
import type { Symbol } from '../../layer.ts';
import { sameForm, sameLook } from '../../same-shape.ts';
import { themeColor } from '../../theme-colors.ts';
import { cornersApart } from './corners-apart.ts';
import type { ShapeMarks } from './shape-marks.ts';

type Drawn = GroundPrimitive | GroundPolylinePrimitive;

export class GroundShapes {
  readonly #scene: Scene;
  readonly #dots: PointPrimitiveCollection;
  readonly #marks: ShapeMarks;
  readonly #onDrawn: (ids: readonly string[]) => void;
  #drawn = new Map<string, { shape: MapShape; parts: Drawn[] }>();
  #shapes: readonly MapShape[] = [];
  #told = '';

  /** `onDrawn` hears the ids of all shapes that stand in the picture whole, whenever they are others. */
  constructor(scene: Scene, marks: ShapeMarks, onDrawn: (ids: readonly string[]) => void) {
    this.#scene = scene;
    this.#marks = marks;
    this.#onDrawn = onDrawn;
    scene.postRender.addEventListener(() => this.#look());
    this.#dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  }

  set(shapes: readonly MapShape[]): void {
    this.#shapes = shapes;
    this.#dots.removeAll();
    this.#marks.set(shapes);
    const wanted = new Map(shapes.map((shape) => [shape.id, shape]));
    for (const [id, { shape, parts }] of this.#drawn) {
      const next = wanted.get(id);
      if (next && sameLook(shape, next) && sameForm(shape, next)) continue;
      for (const part of parts) this.#scene.groundPrimitives.remove(part);
      this.#drawn.delete(id);
    }
    for (const shape of shapes) {
      for (const symbol of shape.symbols) this.#drawDots(shape.geometry, symbol);
      if (!this.#drawn.has(shape.id)) {
        const parts = shape.symbols.flatMap((symbol) => this.#draw(shape.geometry, symbol));
        this.#drawn.set(shape.id, { shape, parts });
      }
    }
  }

  redraw(): void {
    for (const { parts } of this.#drawn.values()) {
      for (const part of parts) this.#scene.groundPrimitives.remove(part);
    }
    this.#drawn.clear();
    this.set(this.#shapes);
  }

  /** After a picture: what is ready was painted into it; making it ready takes workers some pictures' time. */
  #look(): void {
    const whole = [...this.#drawn].filter(([, { parts }]) => parts.every(({ ready }) => ready));
    const ids = whole.map(([id]) => id);
    if (ids.join(' ') === this.#told) return;
    this.#told = ids.join(' ');
    this.#onDrawn(ids);
  }

  #draw(geometry: GeoJSON.Geometry, symbol: Symbol): Drawn[] {
    if (symbol.kind !== 'fill' && symbol.kind !== 'line') return [];
    const token = typeof symbol.color === 'string' ? symbol.color : symbol.color.otherwise;
    const color = Color.fromCssColorString(themeColor(token)).withAlpha(symbol.opacity);
    const attributes = { color: ColorGeometryInstanceAttribute.fromColor(color) };
    const drawn =
      symbol.kind === 'fill'
        ? fillOf(geometry, attributes)
        : lineOf(geometry, attributes, symbol.widthPx);
    if (drawn) this.#scene.groundPrimitives.add(drawn);
    return drawn ? [drawn] : [];
  }

  /** A dot is seen through hills, as the marks of the live layers are. */
  #drawDots(geometry: GeoJSON.Geometry, symbol: Symbol): void {
    if (symbol.kind !== 'dot') return;
    if (geometry.type !== 'Point' && geometry.type !== 'MultiPoint') return;
    const token = typeof symbol.color === 'string' ? symbol.color : symbol.color.otherwise;
    const radius =
      typeof symbol.radiusPx === 'number' ? symbol.radiusPx : symbol.radiusPx.otherwise;
    const color = Color.fromCssColorString(themeColor(token)).withAlpha(symbol.opacity);
    const places = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
    for (const position of points(places)) {
      this.#dots.add({
        position,
        color,
        pixelSize: radius * 2,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
  }
}

type Attributes = { color: ColorGeometryInstanceAttribute };

function fillOf(geometry: GeoJSON.Geometry, attributes: Attributes): GroundPrimitive | null {
  const polygons = polygonsOf(geometry);
  if (polygons.length === 0) return null;
  const geometryInstances = polygons.map(
    ([outer, ...holes]) =>
      new GeometryInstance({
        geometry: new PolygonGeometry({
          polygonHierarchy: new PolygonHierarchy(
            points(outer ?? []),
            holes.map((hole) => new PolygonHierarchy(points(hole))),
          ),
        }),
        attributes,
      }),
  );
  return new GroundPrimitive({
    geometryInstances,
    appearance: new PerInstanceColorAppearance({ flat: true, translucent: true }),
    allowPicking: false,
  });
}

function lineOf(
  geometry: GeoJSON.Geometry,
  attributes: Attributes,
  width: number,
): GroundPolylinePrimitive | null {
  const geometryInstances = linesOf(geometry)
    .map(cornersApart)
    .filter((line) => line.length > 1)
    .map(
      (line) =>
        new GeometryInstance({
          geometry: new GroundPolylineGeometry({ positions: points(line), width }),
          attributes,
        }),
    );
  if (geometryInstances.length === 0) return null;
  return new GroundPolylinePrimitive({
    geometryInstances,
    appearance: new PolylineColorAppearance(),
    allowPicking: false,
  });
}

const points = (ring: readonly GeoJSON.Position[]): Cartesian3[] =>
  ring.map((position) => Cartesian3.fromDegrees(position[0] ?? 0, position[1] ?? 0));

function polygonsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : [];
}

function linesOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
    case 'Point':
    case 'MultiPoint':
      return [];
  }
}
