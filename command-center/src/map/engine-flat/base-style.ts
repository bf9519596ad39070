import type { StyleSpecification } from 'maplibre-gl';
import type { ThemeName } from '../engine.ts';
import { themeColor, themeTextPx } from '../theme-colors.ts';

/** The base map's style; throws where the tile server does not give it. */
export async function fetchBaseStyle(theme: ThemeName): Promise<StyleSpecification> {
  const response = await fetch(`/tiles/styles/${theme}.json`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`/tiles/styles/${theme}.json: ${response.status}`);
  return readable((await response.json()) as StyleSpecification);
}

/** Names as large as the screen is far, where the style gives their size as one number. */
function readable(style: StyleSpecification): StyleSpecification {
  const layers = style.layers.map((layer) => {
    if (layer.type !== 'symbol') return layer;
    const size = layer.layout?.['text-size'];
    if (typeof size !== 'number') return layer;
    return { ...layer, layout: { ...layer.layout, 'text-size': themeTextPx(size) } };
  });
  return { ...style, layers };
}

/** Ground alone: what is shown until the base map comes. */
export function bareStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': themeColor('map-ground') } },
    ],
  };
}
