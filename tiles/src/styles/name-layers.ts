import type { MapTokens } from './map-tokens.ts';
import type { StyleLayer } from './style-layer.ts';

export const mapFont = 'Noto Sans SC';

/** The writing on the base map. Areas come last and so win the room over roads and water. */
export function nameLayers(tokens: MapTokens): StyleLayer[] {
  return [
    {
      ...along('road-name', 'road', tokens.roadName, tokens),
      minzoom: 13,
      filter: ['all', ['has', 'name'], ['==', ['geometry-type'], 'LineString']],
    },
    {
      ...along('river-name', 'river', tokens.waterName, tokens),
      minzoom: 10,
      filter: ['all', ['has', 'name'], ['==', ['geometry-type'], 'LineString']],
    },
    {
      id: 'lake-name',
      type: 'symbol',
      source: 'base',
      'source-layer': 'lake',
      minzoom: 11,
      filter: ['has', 'name'],
      layout: { 'text-field': ['get', 'name'], 'text-font': [mapFont], 'text-size': 12 },
      paint: written(tokens.waterName, tokens),
    },
    areaName('village', { minzoom: 13, maxzoom: 17, size: 12, opacity: 0.75 }, tokens),
    areaName('township', { minzoom: 9, maxzoom: 14, size: 15, opacity: 0.95 }, tokens),
    areaName('county', { minzoom: 5, maxzoom: 9, size: 18, opacity: 1 }, tokens),
  ];
}

function along(id: string, sourceLayer: string, colour: string, tokens: MapTokens): StyleLayer {
  return {
    id,
    type: 'symbol',
    source: 'base',
    'source-layer': sourceLayer,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'name'],
      'text-font': [mapFont],
      'text-size': 12,
      'text-letter-spacing': 0.06,
    },
    paint: written(colour, tokens),
  };
}

function areaName(
  level: string,
  look: { minzoom: number; maxzoom: number; size: number; opacity: number },
  tokens: MapTokens,
): StyleLayer {
  return {
    id: `${level}-name`,
    type: 'symbol',
    source: 'areas',
    'source-layer': 'area-names',
    minzoom: look.minzoom,
    maxzoom: look.maxzoom,
    filter: ['==', ['get', 'level'], level],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [mapFont],
      'text-size': look.size,
      'text-letter-spacing': 0.08,
      'text-max-width': 8,
      'text-variable-anchor-offset': beside,
      ...(level === 'village' ? {} : { 'text-overlap': 'always' }),
    },
    paint: { ...written(tokens.areaName, tokens), 'text-opacity': look.opacity },
  };
}

/** Beside the marks at its middle rather than under them: close by, else a little farther. */
const beside = [0.7, 2.2].reduce<unknown[]>(
  (places, away) => [
    ...places,
    ...['bottom', [0, -away], 'top', [0, away], 'left', [away, 0], 'right', [-away, 0]],
  ],
  ['center', [0, 0]],
);

function written(colour: string, tokens: MapTokens): Record<string, unknown> {
  return { 'text-color': colour, 'text-halo-color': tokens.halo, 'text-halo-width': 1.4 };
}
