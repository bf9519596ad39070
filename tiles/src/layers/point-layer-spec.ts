import { cameraStates, cityComponentStates, incidentStates } from 'grid-data';

/** Words are dictionary-coded, numbers may be absent, texts are one per row. */
export type AttributeKind = 'word' | 'number' | 'text';

export type PointAttribute = {
  name: string;
  kind: AttributeKind;
  /** Left out of tiles below this zoom, to keep them small. */
  fromZoom: number;
};

export type PointLayerSpec = {
  name: string;
  /** What the row's class is called in the tile: `class` or `kind`. */
  classAttribute: 'class' | 'kind';
  /** Counted apart in bins; empty where the layer has no state. */
  states: readonly string[];
  /**
   * Numbers become the feature's id, with the attribute `id` only where they are too large for a double; texts always
   * become the attribute `id`, and the feature's id is a running number.
   */
  idKind: 'number' | 'text';
  attributes: readonly PointAttribute[];
  /** The word attribute that a viewer bound to one department is filtered by; null where departments do not matter. */
  departmentAttribute: string | null;
  /** Below this zoom a tile carries bins, from it on single points. */
  singlesFromZoom: number;
  /** Classes that no tile shows, counts included, below the given zoom. */
  classFromZoom: Readonly<Record<string, number>>;
};

const everyZoom = 0;
/** Kept for filtering, never written to a tile. */
const noZoom = 99;

export const pointLayerSpecs = [
  {
    name: 'city-components',
    classAttribute: 'class',
    states: cityComponentStates,
    idKind: 'number',
    attributes: [],
    departmentAttribute: null,
    singlesFromZoom: 13,
    classFromZoom: {},
  },
  {
    name: 'incidents',
    classAttribute: 'class',
    states: incidentStates,
    idKind: 'text',
    attributes: [
      { name: 'grade', kind: 'number', fromZoom: everyZoom },
      { name: 'reportedAt', kind: 'number', fromZoom: everyZoom },
      { name: 'department', kind: 'word', fromZoom: noZoom },
    ],
    departmentAttribute: 'department',
    singlesFromZoom: 13,
    classFromZoom: {},
  },
  {
    name: 'cameras',
    classAttribute: 'kind',
    // Pictures come, and something is wrong with them: seen on the map like a state.
    states: [...cameraStates, 'faulty'],
    idKind: 'text',
    attributes: [
      { name: 'owner', kind: 'word', fromZoom: everyZoom },
      { name: 'bearingDeg', kind: 'number', fromZoom: everyZoom },
      { name: 'widthDeg', kind: 'number', fromZoom: everyZoom },
      { name: 'rangeMeters', kind: 'number', fromZoom: everyZoom },
      { name: 'name', kind: 'text', fromZoom: 14 },
      // What is amiss with its picture; else its kind.
      { name: 'sign', kind: 'word', fromZoom: 14 },
    ],
    departmentAttribute: null,
    singlesFromZoom: 13,
    classFromZoom: {},
  },
  {
    name: 'places',
    classAttribute: 'kind',
    states: [],
    idKind: 'text',
    attributes: [{ name: 'name', kind: 'text', fromZoom: 13 }],
    departmentAttribute: null,
    singlesFromZoom: 13,
    // A county has a door-plate for every building: they mean something only at street level.
    classFromZoom: { 'door-plate': 16 },
  },
] as const satisfies readonly PointLayerSpec[];

export type PointLayerName = (typeof pointLayerSpecs)[number]['name'];
