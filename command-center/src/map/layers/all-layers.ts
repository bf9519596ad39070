import type { MapLayer } from '../layer.ts';
import { areaLayer } from './area-layer.ts';
import { cameraLayer } from './camera-layer.ts';
import { cityComponentLayer } from './city-component-layer.ts';
import { governanceCellLayer, unitCellLayer } from './grid-cell-layers.ts';
import { incidentLayer } from './incident-layer.ts';
import { placeLayer } from './place-layer.ts';
import { unitLayer } from './unit-layer.ts';

/** Bottom first: the order in which they are drawn, listed and named in the URL. */
export const allLayers: readonly MapLayer[] = [
  areaLayer,
  unitCellLayer,
  governanceCellLayer,
  cityComponentLayer,
  placeLayer,
  cameraLayer,
  incidentLayer,
  unitLayer,
];

export const layersAtStart: readonly string[] = allLayers
  .filter((layer) => layer.shownAtStart)
  .map((layer) => layer.id);
