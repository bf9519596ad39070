import { reliefZooms } from '#relief/relief-tile.ts';
import { shapeMaxZoom } from '#shapes/shape-group.ts';
import { fontFaces } from '#assets/fonts.ts';
import { groundLayers } from './ground-layers.ts';
import { mapTokens, type MapTheme } from './map-tokens.ts';
import { mapFont, nameLayers } from './name-layers.ts';
import type { StyleLayer } from './style-layer.ts';

export type BaseStyle = {
  version: 8;
  name: string;
  'font-faces': Record<string, { url: string; 'unicode-range': string[] }[]>;
  sources: Record<string, unknown>;
  light: Record<string, unknown>;
  layers: StyleLayer[];
};

/** The base map in one theme: land, water, roads, buildings, relief and names; the client lays the city's life on it. */
export function baseStyle(theme: MapTheme): BaseStyle {
  const tokens = mapTokens[theme];
  const vector = (name: string) => ({
    type: 'vector',
    tiles: [`/tiles/${name}/{z}/{x}/{y}.mvt`],
    minzoom: 0,
    maxzoom: shapeMaxZoom,
  });
  return {
    version: 8,
    name: theme,
    // Without a glyphs address MapLibre draws every letter from these files; nothing is fetched from outside.
    'font-faces': { [mapFont]: fontFaces() },
    sources: {
      base: vector('base'),
      areas: vector('areas'),
      relief: {
        type: 'raster-dem',
        tiles: ['/tiles/relief/{z}/{x}/{y}.png'],
        encoding: 'mapbox',
        tileSize: 256,
        minzoom: reliefZooms.from,
        maxzoom: reliefZooms.to,
      },
    },
    // Even light: walls of buildings only a shade darker than their roofs.
    light: { anchor: 'map', intensity: 0.16 },
    layers: [...groundLayers(tokens), ...nameLayers(tokens)],
  };
}
