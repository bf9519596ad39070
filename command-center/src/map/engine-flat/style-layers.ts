/** A declared layer as MapLibre style layers. */
import type { AddLayerObject, ExpressionSpecification, SourceSpecification } from 'maplibre-gl';
import type { LayerPart, MapLayer, Symbol } from '../layer.ts';
import { themeColor, themeScale, themeTextPx } from '../theme-colors.ts';
import { binCount, iconValue, partFilter, styledValue, type Lookups } from './expressions.ts';
import { markImageId } from './mark-images.ts';

export type StyledLayer = { spec: AddLayerObject; clickable: boolean; bin: boolean };

/** Name of the base style's font face. */
const labelFont = ['Noto Sans SC'];

export function sourceOf(layer: MapLayer): SourceSpecification | null {
  if (layer.source.kind !== 'tiles') return null;
  const { tiles, minZoom, maxZoom } = layer.source;
  return {
    type: 'vector',
    tiles: [`${location.origin}/tiles/${tiles}/{z}/{x}/{y}.mvt`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(layer.idAttribute === 'featureId' ? {} : { promoteId: layer.idAttribute }),
  };
}

/** `fed`: the page gives the layer's points itself, which stand in for its bins. */
export function styleLayersOf(layer: MapLayer, lookups: Lookups, fed: boolean): StyledLayer[] {
  return layer.parts.flatMap((part, index) => {
    if (part.symbol.kind === 'bin' && fed) return [];
    if (part.sourceLayer === pageSourceLayer && !fed) return [];
    const base = {
      id: `${layer.id}/${index}`,
      ...sourceOfPart(layer, part),
      minzoom: part.minZoom,
      maxzoom: part.maxZoom,
    };
    const filter = partFilter(part);
    const specs = symbolSpecs(part.symbol, filter ? { ...base, filter } : base, lookups);
    const clickable = layer.click !== null && part.symbol.kind !== 'view-cone';
    return specs.map((spec) => ({ spec, clickable, bin: part.symbol.kind === 'bin' }));
  });
}

export const pageSourceLayer = 'page';

function sourceOfPart(layer: MapLayer, part: LayerPart): object {
  if (part.symbol.kind === 'view-cone') return { source: conesSourceId(layer.id) };
  if (part.sourceLayer === pageSourceLayer) return { source: pageSourceId(layer.id) };
  return { source: layer.id, 'source-layer': part.sourceLayer };
}

export function pageSourceId(layerId: string): string {
  return `${layerId}/page`;
}

export function conesSourceId(layerId: string): string {
  return `${layerId}/cones`;
}

export function conePartOf(layer: MapLayer): LayerPart | undefined {
  return layer.parts.find((part) => part.symbol.kind === 'view-cone');
}

/** `base` carries id, source and zoom range; what is added depends on the kind of symbol. */
export function symbolSpecs(symbol: Symbol, base: object, lookups: Lookups): AddLayerObject[] {
  const made = (rest: object): AddLayerObject => ({ ...base, ...rest }) as AddLayerObject;
  const scale = themeScale();
  switch (symbol.kind) {
    case 'fill':
      return [made({ type: 'fill', paint: fillPaint(symbol.color, symbol.opacity) })];
    case 'view-cone':
      return [made({ type: 'fill', paint: fillPaint(symbol.color, symbol.opacity) })];
    case 'line':
      return [made({ type: 'line', layout: { 'line-join': 'round' }, paint: linePaint(symbol) })];
    case 'dot':
      return [
        made({
          type: 'circle',
          paint: {
            'circle-color': styledValue(symbol.color, themeColor),
            'circle-radius': styledValue(symbol.radiusPx, (radius) => radius * scale),
            'circle-opacity': symbol.opacity,
          },
        }),
      ];
    case 'icon':
      return [made({ type: 'symbol', layout: iconLayout(symbol, lookups, scale) })];
    case 'bin':
      return binSpecs(symbol, base, scale);
    case 'label':
      return [made({ type: 'symbol', ...labelLook(symbol) })];
  }
}

function fillPaint(color: Extract<Symbol, { kind: 'fill' }>['color'], opacity: number): object {
  return { 'fill-color': styledValue(color, themeColor), 'fill-opacity': opacity };
}

function linePaint(symbol: Extract<Symbol, { kind: 'line' }>): object {
  return {
    'line-color': styledValue(symbol.color, themeColor),
    'line-opacity': symbol.opacity,
    'line-width': symbol.widthPx * themeScale(),
    ...(symbol.dashed ? { 'line-dasharray': [3, 2] } : {}),
  };
}

function iconLayout(
  symbol: Extract<Symbol, { kind: 'icon' }>,
  lookups: Lookups,
  scale: number,
): object {
  return {
    'icon-image': [
      'concat',
      markImageId(Math.round(symbol.sizePx * scale)),
      styledValue(symbol.shape),
      '|',
      styledValue(symbol.color),
      '|',
      iconValue(symbol.icon, lookups),
    ],
    'icon-allow-overlap': true,
    // Names give way to marks, which never give way.
    'icon-ignore-placement': false,
    // The graver the later drawn, so that nothing hides it.
    'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'grade'], 0]],
  };
}

function binSpecs(
  symbol: Extract<Symbol, { kind: 'bin' }>,
  base: object,
  scale: number,
): AddLayerObject[] {
  const count = binCount(symbol.counted);
  const color = themeColor(symbol.color);
  const many: ExpressionSpecification = ['>', count, 1];
  const radius = ['min', 22, ['+', 9, ['*', 1.6, ['ln', ['+', 1, count]]]]];
  const { id } = base as { id: string };
  const disc = {
    ...base,
    filter: ['>', count, 0],
    type: 'circle',
    paint: {
      // One alone is a plain dot: a number says something only from two on.
      'circle-color': ['case', many, themeColor('surface-2'), color],
      'circle-opacity': 0.88,
      'circle-stroke-color': color,
      'circle-stroke-width': ['case', many, 1.4 * scale, 0],
      'circle-radius': ['*', scale, ['case', many, radius, 4]],
    },
  };
  const number = {
    ...base,
    id: `${id}/count`,
    filter: many,
    type: 'symbol',
    layout: {
      'text-field': countWords(count),
      'text-font': labelFont,
      'text-size': themeTextPx(11),
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': color },
  };
  return [disc, number] as unknown as AddLayerObject[];
}

function countWords(count: ExpressionSpecification): unknown {
  const thousands = ['concat', ['to-string', ['round', ['/', count, 1000]]], 'k'];
  return ['case', ['>=', count, 10_000], thousands, ['to-string', count]];
}

function labelLook(symbol: Extract<Symbol, { kind: 'label' }>): object {
  return {
    layout: {
      'text-field': ['get', symbol.attribute],
      'text-font': labelFont,
      'text-size': themeTextPx(symbol.sizePx),
      'text-max-width': 8,
      ...(symbol.below
        ? { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.9 }
        : {}),
    },
    paint: {
      'text-color': themeColor(symbol.color),
      'text-halo-color': themeColor('map-halo'),
      'text-halo-width': 1.4,
    },
  };
}
