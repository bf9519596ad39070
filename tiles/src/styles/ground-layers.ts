import type { MapTokens } from './map-tokens.ts';
import type { StyleLayer } from './style-layer.ts';

const majorRoads = ['motorway', 'trunk', 'primary', 'secondary'];
const smallRoads = ['service', 'track', 'path'];

/** Everything of the base map that is not writing, from the ground up. */
export function groundLayers(tokens: MapTokens): StyleLayer[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.ground } },
    {
      id: 'land-use',
      type: 'fill',
      source: 'base',
      'source-layer': 'land-use',
      paint: {
        'fill-color': ['match', ['get', 'kind'], ...pairs(tokens.landUse), tokens.ground],
        'fill-antialias': false,
      },
    },
    {
      id: 'relief',
      type: 'hillshade',
      source: 'relief',
      paint: {
        'hillshade-exaggeration': tokens.hillExaggeration,
        'hillshade-shadow-color': tokens.hillShadow,
        'hillshade-highlight-color': tokens.hillHighlight,
        'hillshade-accent-color': tokens.hillShadow,
      },
    },
    ...waterLayers(tokens),
    ...roadLayers(tokens),
    {
      id: 'building',
      type: 'fill-extrusion',
      source: 'base',
      'source-layer': 'building',
      minzoom: 14,
      paint: {
        'fill-extrusion-color': tokens.building,
        'fill-extrusion-height': ['coalesce', ['get', 'heightM'], 6],
        'fill-extrusion-opacity': 0.9,
        'fill-extrusion-vertical-gradient': true,
      },
    },
  ];
}

function waterLayers(tokens: MapTokens): StyleLayer[] {
  const surface = (sourceLayer: string): StyleLayer => ({
    id: `${sourceLayer}-surface`,
    type: 'fill',
    source: 'base',
    'source-layer': sourceLayer,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': tokens.water, 'fill-outline-color': tokens.waterEdge },
  });
  return [
    surface('lake'),
    surface('river'),
    {
      id: 'river-line',
      type: 'line',
      source: 'base',
      'source-layer': 'river',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        // From near, a river has its true width as a surface, and its middle line melts into it.
        'line-color': [
          'interpolate',
          ['linear'],
          ['zoom'],
          11.5,
          tokens.waterEdge,
          13,
          ['match', ['get', 'kind'], ['stream', 'canal'], tokens.waterEdge, tokens.water],
        ],
        'line-width': widths(
          ['match', ['get', 'kind'], ['stream', 'canal'], 0.35, 1],
          [1, 2.4, 10],
        ),
      },
    },
  ];
}

function roadLayers(tokens: MapTokens): StyleLayer[] {
  const share = ['match', ['get', 'kind'], majorRoads, 1, smallRoads, 0.28, 0.5];
  const line = (id: string, colour: unknown, stops: [number, number, number]): StyleLayer => ({
    id,
    type: 'line',
    source: 'base',
    'source-layer': 'road',
    filter: ['!=', ['get', 'kind'], 'rail'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': widths(share, stops) },
  });
  return [
    { ...line('road-casing', tokens.roadCasing, [1.6, 5, 26]), minzoom: 11 },
    line(
      'road',
      ['match', ['get', 'kind'], majorRoads, tokens.roadMajor, tokens.roadMinor],
      [1, 3.2, 22],
    ),
    {
      id: 'rail',
      type: 'line',
      source: 'base',
      'source-layer': 'road',
      filter: ['==', ['get', 'kind'], 'rail'],
      paint: { 'line-color': tokens.rail, 'line-width': 1.4, 'line-dasharray': [5, 3] },
    },
  ];
}

/** Line widths in px at zooms 9, 13 and 18, each times a share by kind. */
function widths(share: unknown, [far, middle, near]: [number, number, number]): unknown {
  const times = (width: number): unknown => ['*', width, share];
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    9,
    times(far),
    13,
    times(middle),
    18,
    times(near),
  ];
}

function pairs(colours: Readonly<Record<string, string>>): string[] {
  return Object.entries(colours).flat();
}
