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
import { themeColor } from '../../theme-colors.ts';
import type { ShapeMarks } from './shape-marks.ts';

type Drawn = GroundPrimitive | GroundPolylinePrimitive;

export class GroundShapes {
  readonly #scene: Scene;
  readonly #dots: PointPrimitiveCollection;
  readonly #marks: ShapeMarks;
  #drawn: Drawn[] = [];
  #shapes: readonly MapShape[] = [];

  constructor(scene: Scene, marks: ShapeMarks) {
    this.#scene = scene;
    this.#marks = marks;
    this.#dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  }

  set(shapes: readonly MapShape[]): void {
    this.#shapes = shapes;
    this.#dots.removeAll();
    this.#marks.set(shapes);
    for (const drawn of this.#drawn) this.#scene.groundPrimitives.remove(drawn);
    this.#drawn = shapes.flatMap((shape) =>
      shape.symbols.flatMap((symbol) => this.#draw(shape.geometry, symbol)),
    );
  }

  redraw(): void {
    this.set(this.#shapes);
  }

  #draw(geometry: GeoJSON.Geometry, symbol: Symbol): Drawn[] {
    if (symbol.kind === 'dot') this.#drawDots(geometry, symbol);
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
  #drawDots(geometry: GeoJSON.Geometry, symbol: Extract<Symbol, { kind: 'dot' }>): void {
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
