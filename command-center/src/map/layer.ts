/** How a layer is declared: once, for both engines, the layer list, the legend and the URL. */
import type { EngineKind, ThingKind } from './engine.ts';

/** Names of tokens in theme/tokens.css without the leading dashes, such as `state-alarm`. */
export type ColorToken = string;

/** One value for all, or one by an attribute of the feature. */
export type ByAttribute<Value> = {
  attribute: string;
  values: Readonly<Record<string, Value>>;
  otherwise: Value;
};
export type Styled<Value> = Value | ByAttribute<Value>;

/** A symbol's name, or found by an attribute in a lookup that the page fills (classes and their icons). */
export type IconSource = Styled<string> | { attribute: string; lookup: string; otherwise: string };

export type MarkShape = 'disc' | 'square' | 'diamond' | 'triangle' | 'ring';

export type Symbol =
  | { kind: 'fill'; color: Styled<ColorToken>; opacity: number }
  | {
      kind: 'line';
      color: Styled<ColorToken>;
      opacity: number;
      widthPx: number;
      dashed?: boolean;
    }
  | { kind: 'dot'; color: Styled<ColorToken>; radiusPx: Styled<number>; opacity: number }
  | {
      kind: 'icon';
      icon: IconSource;
      shape: Styled<MarkShape>;
      color: Styled<ColorToken>;
      sizePx: number;
    }
  /** The ground a camera covers, from bearingDeg, widthDeg and rangeMeters; a ring where the bearing is unknown. */
  | { kind: 'view-cone'; color: Styled<ColorToken>; opacity: number }
  /** How many things stand here, as a disc that grows with the count; `counted` sums these attributes instead of all. */
  | { kind: 'bin'; color: ColorToken; counted: readonly string[] | null }
  | { kind: 'label'; attribute: string; color: ColorToken; sizePx: number; below?: boolean };

export type LayerPart = {
  /** A layer of the tiles; or `page`: points that the page itself feeds, which then stand in for the layer's bins. */
  sourceLayer: string;
  symbol: Symbol;
  minZoom: number;
  maxZoom: number;
  /** Draw only features whose attribute is one of the values. */
  only?: { attribute: string; values: readonly (string | number)[] };
};

export type LegendEntry = {
  /** Key of its words, in the namespace `map`. */
  words: string;
  color: ColorToken;
  shape: MarkShape | 'line' | 'fill' | 'cone';
  icon?: string;
};

export type MapLayer = {
  id: string;
  /** `tiles`: vector tiles of /tiles/{tiles}; `moving`: fed by setMovingThings. */
  source: { kind: 'tiles'; tiles: string; minZoom: number; maxZoom: number } | { kind: 'moving' };
  /** Name of the attribute that names the thing, or `featureId` where the tile's own id does. */
  idAttribute: string;
  parts: readonly LayerPart[];
  legend: readonly LegendEntry[];
  /** What a click on it selects; null lets the click fall through. */
  click: ThingKind | null;
  engines: readonly EngineKind[];
  /** Drawn when the URL names no layers. */
  shownAtStart: boolean;
};
