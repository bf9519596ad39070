import type { ShapeLayerSpec } from '#shapes/shape-layer.ts';

const areaFromZoom: Record<string, number> = { county: 0, township: 8, village: 10 };
/** Small ways only clutter a county seen whole. */
const roadFromZoom: Record<string, number> = {
  tertiary: 10,
  residential: 12,
  service: 13,
  track: 13,
  path: 14,
};
const streamFromZoom: Record<string, number> = { stream: 11, canal: 11 };

export const shapeLayerSpecs = [
  {
    name: 'areas',
    scoped: false,
    sourceLayers: [
      {
        name: 'areas',
        fromZoom: 0,
        featureFromZoom: ({ level }) => areaFromZoom[String(level)] ?? 0,
      },
      {
        name: 'area-names',
        fromZoom: 0,
        featureFromZoom: ({ level }) => areaFromZoom[String(level)] ?? 0,
      },
    ],
  },
  {
    name: 'grid-cells',
    scoped: true,
    sourceLayers: [{ name: 'grid-cells', fromZoom: 11 }],
  },
  {
    name: 'base',
    scoped: false,
    sourceLayers: [
      { name: 'land-use', fromZoom: 0 },
      { name: 'lake', fromZoom: 0 },
      {
        name: 'river',
        fromZoom: 0,
        featureFromZoom: ({ kind }) => streamFromZoom[String(kind)] ?? 0,
      },
      { name: 'road', fromZoom: 0, featureFromZoom: ({ kind }) => roadFromZoom[String(kind)] ?? 0 },
      { name: 'building', fromZoom: 14 },
    ],
  },
] as const satisfies readonly ShapeLayerSpec[];

export type ShapeLayerName = (typeof shapeLayerSpecs)[number]['name'];
