import type { MapLayer, Styled } from '../layer.ts';

const byState: Styled<string> = {
  attribute: 'state',
  values: { damaged: 'state-high', lost: 'state-alarm', abandoned: 'state-off' },
  otherwise: 'map-component',
};

/** City components (部件): counts from afar, dots nearer, their class's symbol in the street. */
export const cityComponentLayer: MapLayer = {
  id: 'city-components',
  source: { kind: 'tiles', tiles: 'city-components', minZoom: 0, maxZoom: 16 },
  idAttribute: 'featureId',
  click: 'city-component',
  engines: ['flat', 'globe'],
  shownAtStart: false,
  parts: [
    {
      sourceLayer: 'city-components-bins',
      minZoom: 0,
      maxZoom: 24,
      symbol: { kind: 'bin', color: 'map-component', counted: null },
    },
    {
      sourceLayer: 'city-components',
      minZoom: 12,
      maxZoom: 17,
      symbol: { kind: 'dot', color: byState, radiusPx: 2.4, opacity: 0.85 },
    },
    {
      sourceLayer: 'city-components',
      minZoom: 17,
      maxZoom: 24,
      symbol: {
        kind: 'icon',
        icon: { attribute: 'class', lookup: 'city-component-classes', otherwise: 'component' },
        shape: {
          attribute: 'state',
          values: { damaged: 'diamond', lost: 'triangle' },
          otherwise: 'disc',
        },
        color: byState,
        sizePx: 18,
      },
    },
  ],
  legend: [
    { words: 'legend.componentIntact', color: 'map-component', shape: 'disc' },
    { words: 'legend.componentDamaged', color: 'state-high', shape: 'diamond' },
    { words: 'legend.componentLost', color: 'state-alarm', shape: 'triangle' },
  ],
};
