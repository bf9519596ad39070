import type { MapLayer } from '../layer.ts';

/** Patrols, teams and vehicles, moving as they report. */
export const unitLayer: MapLayer = {
  id: 'units',
  source: { kind: 'moving' },
  idAttribute: 'id',
  click: 'unit',
  engines: ['flat', 'globe'],
  shownAtStart: true,
  parts: [],
  legend: [
    { words: 'legend.unit', color: 'map-unit', shape: 'triangle' },
    { words: 'legend.unitSilent', color: 'state-off', shape: 'triangle' },
  ],
};
