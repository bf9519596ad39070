/** A layer of a MapLibre style; the tests check whole styles against the style specification. */
export type StyleLayer = {
  id: string;
  type: 'background' | 'fill' | 'line' | 'symbol' | 'hillshade' | 'fill-extrusion';
  source?: string;
  'source-layer'?: string;
  minzoom?: number;
  maxzoom?: number;
  filter?: unknown;
  layout?: Record<string, unknown>;
  paint?: Record<string, unknown>;
};
