/** The base map's own style, read so that the globe's ground has the same tones as the flat map. */
import {
  createPropertyExpression,
  featureFilter,
  latest,
  type FeatureFilter,
  type FilterSpecification,
  type StylePropertyExpression,
  type StylePropertySpecification,
  type StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { ShadeTones } from './hill-shade.ts';

export type GroundLayer = {
  paints: 'fill' | 'line';
  sourceLayer: string;
  minZoom: number;
  maxZoom: number;
  filter: FeatureFilter;
  color: StylePropertyExpression;
  width: StylePropertyExpression | null;
};

export type GroundStyle = { ground: string; shade: ShadeTones | null; layers: GroundLayer[] };

export async function loadGroundStyle(theme: string): Promise<GroundStyle> {
  const answer = await fetch(`/tiles/styles/${theme}.json`);
  if (!answer.ok) throw new Error(`style ${theme}: ${answer.status}`);
  return readGroundStyle((await answer.json()) as StyleSpecification);
}

type Paint = Readonly<Record<string, unknown>>;

export function readGroundStyle(style: StyleSpecification): GroundStyle {
  const ground: GroundStyle = { ground: '#101010', shade: null, layers: [] };
  for (const layer of style.layers) {
    const paint = (layer.paint ?? {}) as Paint;
    if (layer.type === 'background') ground.ground = String(paint['background-color']);
    else if (layer.type === 'hillshade') ground.shade = shadeOf(paint);
    else if ('source' in layer && layer.source === 'base') {
      const painted = groundLayer(layer as BaseLayer, paint);
      if (painted) ground.layers.push(painted);
    }
  }
  return ground;
}

type BaseLayer = {
  type: string;
  'source-layer'?: string;
  minzoom?: number;
  maxzoom?: number;
  filter?: FilterSpecification;
};

function groundLayer(layer: BaseLayer, paint: Paint): GroundLayer | null {
  const shared = {
    sourceLayer: layer['source-layer'] ?? '',
    minZoom: layer.minzoom ?? 0,
    maxZoom: layer.maxzoom ?? 24,
    filter: featureFilter(layer.filter, 'filter'),
  };
  switch (layer.type) {
    case 'fill':
      return { ...shared, paints: 'fill', color: read('fill', 'fill-color', paint), width: null };
    // From afar a building is its footprint; near by it stands up by itself.
    case 'fill-extrusion': {
      const color = read('fill-extrusion', 'fill-extrusion-color', paint);
      return { ...shared, paints: 'fill', color, width: null };
    }
    case 'line': {
      const color = read('line', 'line-color', paint);
      return { ...shared, paints: 'line', color, width: read('line', 'line-width', paint) };
    }
    default:
      return null;
  }
}

function read(kind: string, property: string, paint: Paint): StylePropertyExpression {
  const specifications = latest as unknown as Record<
    string,
    Record<string, StylePropertySpecification & { default: unknown }>
  >;
  const specification = specifications[`paint_${kind}`]?.[property];
  if (!specification) throw new Error(`${property} is no paint property`);
  const value = paint[property] ?? specification.default;
  const read = createPropertyExpression(asExpression(value), property, specification);
  if (read.result === 'error') throw new Error(`${property}: ${String(read.value[0])}`);
  return read.value;
}

/** A plain colour or number is a literal. */
function asExpression(value: unknown): unknown {
  return Array.isArray(value) ? value : ['literal', value];
}

function shadeOf(paint: Paint): ShadeTones {
  return {
    shadow: String(paint['hillshade-shadow-color']),
    highlight: String(paint['hillshade-highlight-color']),
    strength: Number(paint['hillshade-exaggeration']),
  };
}
