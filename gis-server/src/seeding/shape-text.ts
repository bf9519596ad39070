import type { LineString, MultiPolygon, Polygon, Position } from 'grid-data/generate';

/** Shapes as the database reads them (EWKT, CGCS2000). */
export function pointText(longitude: number, latitude: number): string {
  return `SRID=4490;POINT(${longitude} ${latitude})`;
}

export function lineText(line: LineString): string {
  return `SRID=4490;LINESTRING${positions(line.coordinates)}`;
}

export function multiPolygonText(shape: Polygon | MultiPolygon): string {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return `SRID=4490;MULTIPOLYGON(${polygons.map((rings) => `(${rings.map(positions).join(',')})`).join(',')})`;
}

export function shapeText(shape: LineString | Polygon | MultiPolygon): string {
  return shape.type === 'LineString' ? lineText(shape) : multiPolygonText(shape);
}

function positions(list: readonly Position[]): string {
  return `(${list.map(([longitude, latitude]) => `${longitude} ${latitude}`).join(',')})`;
}
