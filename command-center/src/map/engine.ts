/** What a map must be able to do, whichever library draws it. One view state: the ground point at the screen's centre. */
import type { LonLat } from 'grid-data';
import type { Daylight } from './daylight/daylight.ts';
import type { MapLayer, Symbol } from './layer.ts';

export const engineKinds = ['flat', 'globe'] as const;
export type EngineKind = (typeof engineKinds)[number];

export const themeNames = ['dark-wall', 'light-desk'] as const;
export type ThemeName = (typeof themeNames)[number];

export type ViewState = {
  longitude: number;
  latitude: number;
  /** Ground metres per CSS pixel at the screen's centre. */
  metersPerPixel: number;
  /** Compass degrees at the top of the screen, 0 north, clockwise. */
  bearingDeg: number;
  /** 0 looks straight down. */
  pitchDeg: number;
};

/** CSS pixels from the container's top left corner. */
export type ScreenPoint = { x: number; y: number };

/** [west, south, east, north], degrees. */
export type Bounds = readonly [number, number, number, number];

/** Kinds of things that can be selected; the words of a search hit's `kind`. */
export const thingKinds = [
  'area',
  'grid-cell',
  'city-component',
  'incident',
  'camera',
  'place',
  'unit',
  'road',
] as const;
export type ThingKind = (typeof thingKinds)[number];

export type MapHit = {
  kind: ThingKind;
  id: string;
  position: LonLat;
  attributes: Readonly<Record<string, unknown>>;
};

export type MapClick = {
  position: LonLat;
  screen: ScreenPoint;
  /** What lies under the pointer: things, the nearest first, then the ground they stand on. */
  hits: readonly MapHit[];
};

/** A shape that is not a tile layer: the selected area's outline, a measuring circle, a unit's beat. */
export type MapShape = {
  id: string;
  geometry: GeoJSON.Geometry;
  symbols: readonly Symbol[];
  /** What its labels say. */
  attributes?: Readonly<Record<string, string>>;
};

/** A picture laid on the ground: a net of its points, row by row, each with the place that it shows. */
export type Drape = {
  id: string;
  columns: number;
  points: readonly { x: number; y: number; place: LonLat }[];
  /** Draws the picture as it is now; false where there is none at the moment. */
  paint: (canvas: HTMLCanvasElement) => boolean;
};

/** A thing that moves, at the place it was last heard from. */
export type MovingThing = {
  id: string;
  kind: string;
  label: string;
  position: LonLat;
  headingDeg: number;
  /** False when its last word is old: drawn dim. */
  fresh: boolean;
};

export type MapEngineEvents = {
  /** Each frame while the view changes: tethers and pulses follow it. */
  view: ViewState;
  /** The view has come to rest. */
  settled: ViewState;
  click: MapClick;
  /** The thing nearest to the pointer, or null. */
  hover: MapHit | null;
  /** Ids of the page's shapes that stand in the picture whole, whenever they are others. */
  shapesDrawn: readonly string[];
  /** Something the map needs did not come; null when it works again. */
  trouble: string | null;
};

export type MapEngineStart = { container: HTMLElement; view: ViewState; theme: ThemeName };

export interface MapEngine {
  readonly kind: EngineKind;
  /** Kept once the first whole picture is drawn, however early that was. */
  readonly firstPicture: Promise<void>;
  view(): ViewState;
  bounds(): Bounds;
  setView(view: ViewState): void;
  /** Interruptible, under 1.5 s; jumps where reduced motion is asked for. */
  flyTo(view: Partial<ViewState>): void;
  /** Flies so that the bounds fill what panels leave free. */
  flyToBounds(bounds: Bounds): void;
  /** Declares which layers are drawn, bottom first. */
  setLayers(layers: readonly MapLayer[]): void;
  /** Symbol name by class code, per lookup name, for `{ lookup }` in a layer's symbols. */
  setLookup(name: string, symbolByCode: ReadonlyMap<string, string>): void;
  /**
   * Feeds a layer's `page` parts, which are drawn in place of its bins; null gives the bins back. An engine without
   * it draws the bins.
   */
  setPagePoints?(layerId: string, points: GeoJSON.FeatureCollection<GeoJSON.Point> | null): void;
  /** The cameras whose surveyed cones are left out have changed. */
  redrawCones(): void;
  setShapes(shapes: readonly MapShape[]): void;
  /** Pictures on the ground, alive as long as they are given. An engine without it lays none. */
  setDrapes?(drapes: readonly Drape[]): void;
  setMovingThings(things: readonly MovingThing[]): void;
  /** Reads a layer's tiles anew; at a place only those that hold it. */
  refreshLayer(layerId: string, near: LonLat | null): void;
  setTheme(theme: ThemeName): void;
  /** Sun and night over ground and buildings; evenly lit until it is told. */
  setDaylight(daylight: Daylight): void;
  /** Null where the point cannot be seen (behind the horizon). */
  project(position: LonLat): ScreenPoint | null;
  /** Null where the screen point shows no ground. */
  unproject(point: ScreenPoint): LonLat | null;
  /** Things under a point of the screen, the nearest first, without the ground they stand on. */
  thingsAt(point: ScreenPoint): readonly MapHit[];
  /** CSS pixels that panels cover, so that flights centre what is free. */
  setPadding(padding: { top: number; right: number; bottom: number; left: number }): void;
  on<Name extends keyof MapEngineEvents>(
    name: Name,
    listener: (event: MapEngineEvents[Name]) => void,
  ): () => void;
  resize(): void;
  destroy(): void;
}

/** Each engine's folder exports one of these as `createEngine`, loaded on demand. */
export type EngineFactory = (start: MapEngineStart) => Promise<MapEngine>;
