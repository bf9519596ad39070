import type { MapLayer } from '../layer.ts';

const kinds = [
  'school',
  'hospital',
  'square',
  'station',
  'government',
  'market',
  'park',
  'scenic',
  'police',
  'fire-station',
  'factory',
  'reservoir',
];

/** Key places, and door plates in the street. */
export const placeLayer: MapLayer = {
  id: 'places',
  source: { kind: 'tiles', tiles: 'places', minZoom: 0, maxZoom: 16 },
  idAttribute: 'id',
  click: 'place',
  engines: ['flat', 'globe'],
  shownAtStart: true,
  parts: [
    {
      sourceLayer: 'places',
      minZoom: 13.5,
      maxZoom: 24,
      only: { attribute: 'kind', values: kinds },
      symbol: {
        kind: 'icon',
        icon: {
          attribute: 'kind',
          values: Object.fromEntries(kinds.map((kind) => [kind, `place-${kind}`])),
          otherwise: 'place-square',
        },
        shape: 'ring',
        color: 'map-place',
        sizePx: 18,
      },
    },
    {
      sourceLayer: 'places',
      minZoom: 14.5,
      maxZoom: 24,
      only: { attribute: 'kind', values: kinds },
      symbol: { kind: 'label', attribute: 'name', color: 'map-place', sizePx: 13, below: true },
    },
    {
      sourceLayer: 'places',
      minZoom: 18,
      maxZoom: 24,
      only: { attribute: 'kind', values: ['door-plate'] },
      symbol: { kind: 'label', attribute: 'name', color: 'map-place', sizePx: 11 },
    },
  ],
  legend: [{ words: 'legend.place', color: 'map-place', shape: 'ring', icon: 'place-school' }],
};
