/** 标绘: what is drawn on the map of an incident, and by which words it is known. */
import { z } from 'zod';

export const plotKinds = ['symbol', 'arrow', 'attack-arrow', 'line', 'zone', 'text'] as const;
export type PlotKind = (typeof plotKinds)[number];

/** The emergency symbols, in the order in which they are offered; each is drawn as `plot-{name}`. */
export const plotSymbols = [
  'command-post',
  'assembly',
  'fire',
  'flood',
  'collapse',
  'hazard',
  'medical',
  'shelter',
  'supplies',
  'water-source',
  'roadblock',
  'gate',
  'helipad',
  'rescue',
  'evacuation',
  'observation',
] as const;
export type PlotSymbol = (typeof plotSymbols)[number];

/** Red is danger and the enemy's fire, blue our own forces, as on the staff's paper maps; each also has its shape. */
export const plotColors = ['red', 'orange', 'blue', 'green'] as const;
export type PlotColor = (typeof plotColors)[number];

export const longestPlotLabel = 80;

const shapeTypeByKind: Record<PlotKind, 'Point' | 'LineString' | 'Polygon'> = {
  symbol: 'Point',
  text: 'Point',
  arrow: 'LineString',
  'attack-arrow': 'LineString',
  line: 'LineString',
  zone: 'Polygon',
};

export function shapeTypeOfPlot(kind: PlotKind): 'Point' | 'LineString' | 'Polygon' {
  return shapeTypeByKind[kind];
}

/** A plot as it is told and kept in the journal, from which a replay draws it again. */
export const plotFacts = z.object({
  incidentId: z.string(),
  kind: z.enum(plotKinds),
  symbol: z.enum(plotSymbols).nullable(),
  label: z.string().nullable(),
  color: z.enum(plotColors),
  shape: z.object({
    type: z.enum(['Point', 'LineString', 'Polygon']),
    coordinates: z.array(z.any()),
  }),
  version: z.number().int(),
  /** Set where two changed the same one at once: this is the later hand's version, beside the other. */
  copyOf: z.string().nullable(),
});
export type PlotFacts = z.infer<typeof plotFacts>;

const ofIncident = z.object({ incidentId: z.string() });

/** What drawing leaves in the journal. */
export const plotJournalKinds = {
  'plot.saved': { version: 1, audience: 'map', payload: plotFacts },
  'plot.removed': { version: 1, audience: 'map', payload: ofIncident },
  'plot.restored': { version: 1, audience: 'map', payload: plotFacts },
  /** Names of private layers are told to auditors alone. */
  'drawn-layer.saved': {
    version: 1,
    audience: 'audit',
    payload: z.object({ name: z.string(), shared: z.boolean(), version: z.number().int() }),
  },
  'drawn-layer.removed': {
    version: 1,
    audience: 'audit',
    payload: z.object({ name: z.string() }),
  },
  'drawn-layer.restored': {
    version: 1,
    audience: 'audit',
    payload: z.object({ name: z.string() }),
  },
  'rows.exported': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      list: z.string(),
      format: z.string(),
      rows: z.number().int(),
      sha256: z.string(),
    }),
  },
} as const;
