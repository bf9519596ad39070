import type { MapLayer } from '../layer.ts';

type GridSystemLook = {
  id: string;
  gridSystem: string;
  color: string;
  dashed: boolean;
  words: string;
};

function gridCellLayer(look: GridSystemLook): MapLayer {
  const only = { attribute: 'gridSystem', values: [look.gridSystem] };
  return {
    id: look.id,
    source: { kind: 'tiles', tiles: 'grid-cells', minZoom: 11, maxZoom: 14 },
    idAttribute: 'code',
    click: 'grid-cell',
    engines: ['flat', 'globe'],
    shownAtStart: false,
    parts: [
      {
        sourceLayer: 'grid-cells',
        minZoom: 11,
        maxZoom: 24,
        only,
        symbol: { kind: 'fill', color: look.color, opacity: 0.04 },
      },
      {
        sourceLayer: 'grid-cells',
        minZoom: 11,
        maxZoom: 24,
        only,
        symbol: { kind: 'line', color: look.color, opacity: 0.7, widthPx: 1, dashed: look.dashed },
      },
      {
        sourceLayer: 'grid-cells',
        minZoom: 15,
        maxZoom: 24,
        only,
        symbol: { kind: 'label', attribute: 'name', color: look.color, sizePx: 13 },
      },
    ],
    legend: [{ words: look.words, color: look.color, shape: 'line' }],
  };
}

/** 单元网格: the cells of urban management. */
export const unitCellLayer = gridCellLayer({
  id: 'unit-cells',
  gridSystem: 'unit',
  color: 'map-unit-cell',
  dashed: false,
  words: 'legend.unitCell',
});

/** 综治网格: the cells of social governance. */
export const governanceCellLayer = gridCellLayer({
  id: 'governance-cells',
  gridSystem: 'governance',
  color: 'map-governance-cell',
  dashed: true,
  words: 'legend.governanceCell',
});
