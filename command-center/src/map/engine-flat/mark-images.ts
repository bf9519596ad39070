/** Marks are drawn when the map first asks for them, by the look that their name spells out. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MarkShape } from '../layer.ts';
import { loadMapSymbols, type MapSymbols } from '../map-symbols.ts';
import { drawMark } from '../mark-image.ts';

const pixelRatio = 2;

/** What a mark's name begins with; shape, colour and icon follow, each behind a `|`. */
export function markImageId(sizePx: number): string {
  return `mark|${sizePx}|`;
}

export function resolveMarkImages(map: MapLibreMap): void {
  map.setMissingStyleImageResolver(async (id) => {
    const [kind, size, shape, color, icon] = id.split('|');
    if (kind !== 'mark' || !size || !shape || !color || icon === undefined) return;
    const symbols: MapSymbols = await loadMapSymbols().catch(() => new Map());
    if (map.hasImage(id)) return;
    const look = { shape: shape as MarkShape, color, icon, sizePx: Number(size) };
    map.addImage(id, drawMark(look, symbols, pixelRatio), { pixelRatio });
  });
}
