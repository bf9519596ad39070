import type { Geometry } from 'geojson';

/** A line, polygon or label point on its way into tiles; `areaCode` decides who sees it where the layer is scoped. */
export type ShapeFeature = {
  geometry: Geometry;
  attributes: Readonly<Record<string, string | number>>;
  areaCode: string;
};
