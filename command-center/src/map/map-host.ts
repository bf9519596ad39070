/**
 * The one map of the page. It lives outside React: the flat engine is made once and kept (its contexts leak when
 * remade), the globe is made when called and taken down when left. Whatever the page wants drawn is kept here and
 * given to whichever engine shows, also to one made anew because the graphics card dropped its picture.
 */
import type { LonLat } from 'grid-data';
import { createStore, useStore } from '#ui/create-store.ts';
import type {
  Drape,
  EngineFactory,
  EngineKind,
  MapEngine,
  MovingThing,
  ThemeName,
  ViewState,
} from './engine.ts';
import { evenLight, type Daylight } from './daylight/daylight.ts';
import { createEmitter } from './emitter.ts';
import type { MapClick, MapHit } from './engine.ts';
import { cameraSights, forgetSights } from './camera-sights.ts';
import { allLayers } from './layers/all-layers.ts';
import { isDrawn, mapModel, type MapModel } from './map-model.ts';
import { mapRest } from './map-rest.ts';
import { turnedCameras } from './turned-cameras.ts';
import { viewOfBox } from './view-of-box.ts';

const factories: Record<EngineKind, () => Promise<{ createEngine: EngineFactory }>> = {
  flat: () => import('./engine-flat/create-engine.ts'),
  globe: () => import('./engine-globe/create-engine.ts'),
};

type HostState = {
  engine: MapEngine | null;
  ready: boolean;
  /** Why the map is not whole, or null. */
  trouble: string | null;
};

type PagePoints = GeoJSON.FeatureCollection<GeoJSON.Point>;
type HostEvents = { view: ViewState; click: MapClick; hover: MapHit | null };

export const mapHost = createStore<HostState>({ engine: null, ready: false, trouble: null });

export function useMapHost<Part>(select: (state: HostState) => Part): Part {
  return useStore(mapHost, select);
}

export const mapContainer = document.createElement('div');
mapContainer.style.cssText = 'position:absolute;inset:0';

const emitter = createEmitter<HostEvents>();
const lookups = new Map<string, ReadonlyMap<string, string>>();
const pagePoints = new Map<string, PagePoints | null>();
let moving: readonly MovingThing[] = [];
let drapes: readonly Drape[] = [];
/** As many as the ground bears: the one laid first gives way. */
const mostDrapes = 4;
let padding = { top: 0, right: 0, bottom: 0, left: 0 };
let theme: ThemeName = 'dark-wall';
let daylight: Daylight = evenLight;
let flat: MapEngine | null = null;
let switching = 0;
/** Where the map is to begin that no engine draws yet, because a page covers it: most who open the desk never see it. */
let awaited: ViewState | null = null;
/** Taken down by us: that their contexts end is no news. */
const left = new WeakSet<MapEngine>();
/** Why the map is not whole while the graphics card has dropped it; what the page shows for it are words of its own. */
export const graphicsLost = 'graphics-lost';
const rebuildPausesMs = [0, 500, 1_000, 2_000, 5_000];

/** Shows the engine that the model asks for, beginning at a view; where a page covers the map, once it is seen. */
export async function showEngine(kind: EngineKind, view: ViewState): Promise<void> {
  const turn = (switching += 1);
  const before = mapHost.get().engine;
  awaited = before === null && mapRest.get().resting ? view : null;
  if (awaited) return;
  if (before?.kind === kind) return;
  try {
    const engine = kind === 'flat' && flat ? flat : await makeEngine(kind, view);
    if (turn !== switching) {
      if (engine !== flat) takeDown(engine);
      return;
    }
    if (kind === 'flat') flat = engine;
    leave(before);
    setVisible(engine, true);
    feed(engine);
    engine.setView(view);
    nowShows(engine);
  } catch (cause) {
    mapHost.set({ trouble: cause instanceof Error ? cause.message : String(cause) });
    // The other engine goes on: the model must say what is really shown.
    if (before && turn === switching) mapModel.set({ engineKind: before.kind });
  }
}

/** Takes the map down: the next person at this screen must not see what the last one saw. */
export function closeMap(): void {
  switching += 1;
  awaited = null;
  const { engine } = mapHost.get();
  if (engine && engine !== flat) takeDown(engine);
  if (flat) takeDown(flat);
  flat = null;
  moving = [];
  drapes = [];
  forgetSights();
  pagePoints.clear();
  mapContainer.replaceChildren();
  mapHost.set({ engine: null, ready: false, trouble: null });
}

async function makeEngine(kind: EngineKind, view: ViewState): Promise<MapEngine> {
  const { createEngine } = await factories[kind]();
  const container = document.createElement('div');
  container.dataset['engine'] = kind;
  container.style.cssText = 'position:absolute;inset:0';
  mapContainer.append(container);
  try {
    const engine = await createEngine({ container, view, theme });
    const shown = (): boolean => mapHost.get().engine === engine;
    // The event does not bubble, and the flat map draws on two canvases: heard on its way down.
    container.addEventListener('webglcontextlost', () => void replace(engine), true);
    engine.on('view', (next) => shown() && emitter.emit('view', next));
    engine.on('settled', (next) => shown() && mapModel.set({ view: next }));
    engine.on('click', (click) => shown() && emitter.emit('click', click));
    engine.on('hover', (hit) => shown() && emitter.emit('hover', hit));
    engine.on('trouble', (trouble) => shown() && mapHost.set({ trouble }));
    engine.on('shapesDrawn', (ids) => {
      container.dataset['shapes'] = ids.join(' ');
    });
    void engine.firstPicture.then(() => {
      container.dataset['ready'] = 'true';
    });
    return engine;
  } catch (cause) {
    container.remove();
    throw cause;
  }
}

function nowShows(engine: MapEngine): void {
  mapHost.set({ engine, trouble: null });
  void engine.firstPicture.then(() => {
    if (mapHost.get().engine === engine) mapHost.set({ ready: true });
  });
}

function leave(engine: MapEngine | null): void {
  if (!engine) return;
  if (engine === flat) setVisible(engine, false);
  else takeDown(engine);
}

function takeDown(engine: MapEngine): void {
  left.add(engine);
  try {
    engine.destroy();
  } catch {
    // An engine without its graphics card may fail at tidying up; nothing of it is used again.
  }
  mapContainer.querySelector(`[data-engine="${engine.kind}"]`)?.remove();
}

/** The graphics card has dropped what an engine drew with: another is made at the same view, as soon as one can be. */
async function replace(engine: MapEngine): Promise<void> {
  if (left.has(engine)) return;
  const shown = mapHost.get().engine === engine;
  const view = mapModel.get().view ?? engine.view();
  if (engine === flat) flat = null;
  takeDown(engine);
  if (!shown) return;
  const turn = (switching += 1);
  mapHost.set({ engine: null, ready: false, trouble: graphicsLost });
  const wanted = (): boolean => turn === switching && mapHost.get().engine === null;
  for (let tries = 0; wanted(); tries += 1) {
    const pauseMs = rebuildPausesMs[Math.min(tries, rebuildPausesMs.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (wanted()) await bringBack(turn, view);
  }
}

async function bringBack(turn: number, view: ViewState): Promise<void> {
  const { engineKind } = mapModel.get();
  try {
    const engine = await makeEngine(engineKind, view);
    if (turn !== switching) return takeDown(engine);
    if (engineKind === 'flat') flat = engine;
    feed(engine);
    nowShows(engine);
  } catch {
    // No card yet: the banner stands, and the next try follows.
  }
}

function setVisible(engine: MapEngine, visible: boolean): void {
  const container = mapContainer.querySelector<HTMLElement>(`[data-engine="${engine.kind}"]`);
  if (container) container.style.visibility = visible ? 'visible' : 'hidden';
}

function feed(engine: MapEngine): void {
  engine.setTheme(theme);
  engine.setDaylight(daylight);
  engine.setPadding(padding);
  for (const [name, symbolByCode] of lookups) engine.setLookup(name, symbolByCode);
  feedWhatChanges(engine);
}

function feedWhatChanges(engine: MapEngine): void {
  const model = mapModel.get();
  for (const [layerId, points] of pagePoints) engine.setPagePoints?.(layerId, points);
  engine.setLayers(layersFor(engine.kind, model));
  engine.setShapes(model.shapes);
  engine.setMovingThings(moving);
  engine.setDrapes?.(drapes);
}

function layersFor(kind: EngineKind, model: MapModel) {
  return allLayers.filter(({ id, engines }) => isDrawn(id, model) && engines.includes(kind));
}

/** What is fed as it changes; null while the map rests, for then it is fed whole at the end. */
const drawing = (): MapEngine | null => (mapRest.get().resting ? null : mapHost.get().engine);

mapRest.subscribe(() => {
  const engine = drawing();
  if (engine) feedWhatChanges(engine);
  else if (awaited && !mapRest.get().resting) void showEngine(mapModel.get().engineKind, awaited);
});

let fed = mapModel.get();
mapModel.subscribe(() => {
  const { engine } = mapHost.get();
  const model = mapModel.get();
  const before = fed;
  fed = model;
  if (!engine) return;
  if (model.engineKind !== before.engineKind) void showEngine(model.engineKind, engine.view());
  if (mapRest.get().resting) return;
  if (model.shownLayers !== before.shownLayers || model.withheldLayers !== before.withheldLayers) {
    engine.setLayers(layersFor(engine.kind, model));
  }
  if (model.shapes !== before.shapes) drawShapesSoon();
});

let shapesDue = false;

/** Once for all that change in one go: what is taken away only to be drawn again never leaves the map. */
function drawShapesSoon(): void {
  if (shapesDue) return;
  shapesDue = true;
  queueMicrotask(() => {
    shapesDue = false;
    drawing()?.setShapes(mapModel.get().shapes);
  });
}

turnedCameras.subscribe(() => drawing()?.redrawCones());
cameraSights.subscribe(() => drawing()?.redrawCones());

export function onMap<Name extends keyof HostEvents>(
  name: Name,
  listener: (event: HostEvents[Name]) => void,
): () => void {
  return emitter.on(name, listener);
}

export function setMapLookup(name: string, symbolByCode: ReadonlyMap<string, string>): void {
  lookups.set(name, symbolByCode);
  mapHost.get().engine?.setLookup(name, symbolByCode);
}

/** Points of a layer that the page knows all of: drawn one by one where the tiles have only counts. */
export function setPagePoints(layerId: string, points: PagePoints | null): void {
  pagePoints.set(layerId, points);
  drawing()?.setPagePoints?.(layerId, points);
}

export function setMovingThings(things: readonly MovingThing[]): void {
  moving = things;
  drawing()?.setMovingThings(things);
}

/** Lays a picture on the ground until the answer is called. */
export function layDrape(drape: Drape): () => void {
  const lay = (next: readonly Drape[]): void => {
    drapes = next;
    drawing()?.setDrapes?.(drapes);
  };
  lay([...drapes.filter(({ id }) => id !== drape.id), drape].slice(-mostDrapes));
  return () => {
    if (drapes.includes(drape)) lay(drapes.filter((each) => each !== drape));
  };
}

export function setMapPadding(next: typeof padding): void {
  padding = next;
  mapHost.get().engine?.setPadding(next);
}

export function setMapTheme(next: ThemeName): void {
  theme = next;
  mapHost.get().engine?.setTheme(next);
}

export function setMapDaylight(next: Daylight): void {
  daylight = next;
  mapHost.get().engine?.setDaylight(next);
}

/** Where the map stands, or will once it is seen. */
export function viewOfMap(): ViewState | null {
  return mapHost.get().engine?.view() ?? awaited;
}

/** `bbox` is [west, south, east, north] as the graph gives it. */
export function flyToBox(bbox: readonly number[]): void {
  if (awaited) awaited = viewOfBox(bbox);
  const [west, south, east, north] = bbox;
  if (west === undefined || south === undefined) return;
  if (east === undefined || north === undefined) return;
  mapHost.get().engine?.flyToBounds([west, south, east, north]);
}

/** Near enough to see a street corner, or as near as the map already is. */
export function flyToPlace(position: LonLat, metersPerPixel = 0.9): void {
  const view = viewOfMap();
  if (!view) return;
  const nearEnough = Math.min(view.metersPerPixel, metersPerPixel);
  const there = { longitude: position[0], latitude: position[1], metersPerPixel: nearEnough };
  if (awaited) awaited = { ...awaited, ...there };
  mapHost.get().engine?.flyTo(there);
}
