/** Names of towns and villages: on the flat map the base style writes them, here they are marks like all others. */
import type { LayerPart, MapLayer } from '../../layer.ts';

const name = (
  level: string,
  { from, to, sizePx }: { from: number; to: number; sizePx: number },
): LayerPart => ({
  sourceLayer: 'area-names',
  minZoom: from,
  maxZoom: to,
  only: { attribute: 'level', values: [level] },
  symbol: { kind: 'label', attribute: 'name', color: 'map-area-name', sizePx },
});

export const areaNames: MapLayer = {
  id: 'area-names',
  source: { kind: 'tiles', tiles: 'areas', minZoom: 0, maxZoom: 14 },
  idAttribute: 'code',
  click: null,
  engines: ['globe'],
  shownAtStart: true,
  legend: [],
  parts: [
    name('county', { from: 5, to: 9, sizePx: 18 }),
    name('township', { from: 9, to: 14, sizePx: 15 }),
    name('village', { from: 13, to: 17, sizePx: 12 }),
  ],
};
