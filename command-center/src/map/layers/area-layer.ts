import type { MapLayer } from '../layer.ts';

const width = { kind: 'line', color: 'map-area', opacity: 0.75 } as const;

/** Outlines of county, townships and villages; their names belong to the base map. */
export const areaLayer: MapLayer = {
  id: 'areas',
  source: { kind: 'tiles', tiles: 'areas', minZoom: 0, maxZoom: 14 },
  idAttribute: 'code',
  click: 'area',
  engines: ['flat', 'globe'],
  shownAtStart: true,
  parts: [
    {
      // The county stands out from the land around it.
      sourceLayer: 'areas',
      minZoom: 0,
      maxZoom: 12.5,
      only: { attribute: 'level', values: ['county'] },
      symbol: { kind: 'fill', color: 'map-area', opacity: 0.07 },
    },
    {
      sourceLayer: 'areas',
      minZoom: 0,
      maxZoom: 24,
      only: { attribute: 'level', values: ['township'] },
      symbol: { kind: 'fill', color: 'map-area', opacity: 0 },
    },
    {
      sourceLayer: 'areas',
      minZoom: 11.5,
      maxZoom: 24,
      only: { attribute: 'level', values: ['village'] },
      symbol: { kind: 'line', color: 'map-area', opacity: 0.28, widthPx: 1, dashed: true },
    },
    {
      sourceLayer: 'areas',
      minZoom: 0,
      maxZoom: 24,
      only: { attribute: 'level', values: ['township'] },
      symbol: { ...width, opacity: 0.45, widthPx: 1.2 },
    },
    {
      sourceLayer: 'areas',
      minZoom: 0,
      maxZoom: 24,
      only: { attribute: 'level', values: ['county'] },
      symbol: { ...width, widthPx: 2.2 },
    },
  ],
  legend: [
    { words: 'legend.county', color: 'map-area', shape: 'line' },
    { words: 'legend.townshipOrVillage', color: 'map-area', shape: 'line' },
  ],
};
