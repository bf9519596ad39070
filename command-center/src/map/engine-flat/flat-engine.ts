/** The flat map: maplibre-gl draws base map and tiles, deck.gl what moves. */
import { Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from 'grid-data';
import type {
  Bounds,
  MapEngine,
  MapEngineEvents,
  MapEngineStart,
  MapShape,
  MovingThing,
  MapHit,
  ScreenPoint,
  ThemeName,
  ViewState,
} from '../engine.ts';
import { isGround } from '../nearest-first.ts';
import { evenLight, type Daylight } from '../daylight/daylight.ts';
import { createEmitter } from '../emitter.ts';
import type { MapLayer } from '../layer.ts';
import { loadMapSymbols } from '../map-symbols.ts';
import { bareStyle } from './base-style.ts';
import { clickAt, hitsAt } from './hits.ts';
import { LayerStack } from './layer-stack.ts';
import { resolveMarkImages } from './mark-images.ts';
import { MovingThings } from './moving-things.ts';
import { refreshTilesNear } from './refresh-tiles.ts';
import { StyleKeeper } from './style-keeper.ts';
import { lightFlat } from './sun-and-night.ts';
import { TroubleWatch } from './trouble-watch.ts';
import { metersPerPixelOf, zoomOf } from './view-conversion.ts';

const flightMs = 1200;

export class FlatEngine implements MapEngine {
  readonly kind = 'flat';
  readonly #drawn = Promise.withResolvers<void>();
  readonly firstPicture = this.#drawn.promise;
  #map: MapLibreMap;
  #emitter = createEmitter<MapEngineEvents>();
  #moving = new MovingThings();
  #layers: LayerStack;
  #style: StyleKeeper;
  #padding = { top: 0, right: 0, bottom: 0, left: 0 };
  #daylight = evenLight;

  constructor(start: MapEngineStart) {
    this.#map = new MapLibreMap({
      container: start.container,
      style: bareStyle(),
      center: [start.view.longitude, start.view.latitude],
      zoom: zoomOf(start.view.metersPerPixel, start.view.latitude),
      bearing: start.view.bearingDeg,
      pitch: start.view.pitchDeg,
      maxPitch: 70,
      minZoom: 6,
      maxZoom: 20,
      attributionControl: false,
      // The hall has its own keys for it, the same on both engines.
      keyboard: false,
      fadeDuration: 150,
      localIdeographFontFamily: "'Noto Sans SC', sans-serif",
      transformRequest: (url) => ({ url: new URL(url, location.origin).href }),
    });
    resolveMarkImages(this.#map);
    this.#layers = new LayerStack(this.#map, (ids) => this.#emitter.emit('shapesDrawn', ids));
    const trouble = new TroubleWatch(this.#map, (cause) => this.#emitter.emit('trouble', cause));
    this.#style = new StyleKeeper(this.#map, {
      onStyle: () => {
        lightFlat(this.#map, this.#daylight);
        this.#layers.apply();
        this.#moving.redrawInTheme();
      },
      onTrouble: (cause) => {
        trouble.set('style', cause);
        if (cause === null) this.#map.once('idle', () => this.#drawn.resolve());
      },
    });
    this.#map.addControl(this.#moving.overlay);
    this.#listen();
    void this.#style.use(start.theme);
    loadMapSymbols().then(
      (symbols) => this.#moving.setSymbols(symbols),
      (cause: unknown) => trouble.set('symbols', String(cause)),
    );
  }

  view(): ViewState {
    const { lng, lat } = this.#map.getCenter();
    return {
      longitude: lng,
      latitude: lat,
      metersPerPixel: metersPerPixelOf(this.#map.getZoom(), lat),
      bearingDeg: (this.#map.getBearing() + 360) % 360,
      pitchDeg: this.#map.getPitch(),
    };
  }

  bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  setView(view: ViewState): void {
    this.#map.jumpTo(cameraOf(view));
  }

  flyTo(part: Partial<ViewState>): void {
    const { top, right, bottom, left } = this.#padding;
    const view = { ...this.view(), ...part };
    this.#map.flyTo({
      ...cameraOf(view),
      offset: [(left - right) / 2, (top - bottom) / 2],
      duration: flightMs,
    });
  }

  flyToBounds([west, south, east, north]: Bounds): void {
    this.#map.fitBounds([west, south, east, north], {
      padding: this.#padding,
      duration: flightMs,
      maxZoom: 17,
      linear: false,
    });
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.#layers.setLayers(layers);
    this.#moving.show(layers.some((layer) => layer.source.kind === 'moving'));
  }

  setLookup(name: string, symbolByCode: ReadonlyMap<string, string>): void {
    this.#layers.setLookup(name, symbolByCode);
  }

  setPagePoints(layerId: string, points: GeoJSON.FeatureCollection<GeoJSON.Point> | null): void {
    this.#layers.setPagePoints(layerId, points);
  }

  redrawCones(): void {
    this.#layers.redrawCones();
  }

  setShapes(shapes: readonly MapShape[]): void {
    this.#layers.setShapes(shapes);
  }

  setMovingThings(things: readonly MovingThing[]): void {
    this.#moving.set(things);
  }

  refreshLayer(layerId: string, near: LonLat | null): void {
    refreshTilesNear(this.#map, layerId, near);
  }

  setTheme(theme: ThemeName): void {
    void this.#style.use(theme);
  }

  setDaylight(daylight: Daylight): void {
    this.#daylight = daylight;
    lightFlat(this.#map, daylight);
  }

  project(position: LonLat): ScreenPoint | null {
    const point = this.#map.project([position[0], position[1]]);
    return Number.isFinite(point.x) ? { x: point.x, y: point.y } : null;
  }

  unproject(point: ScreenPoint): LonLat | null {
    const { lng, lat } = this.#map.unproject([point.x, point.y]);
    return Number.isFinite(lng) ? [lng, lat] : null;
  }

  setPadding(padding: { top: number; right: number; bottom: number; left: number }): void {
    this.#padding = padding;
  }

  on<Name extends keyof MapEngineEvents>(
    name: Name,
    listener: (event: MapEngineEvents[Name]) => void,
  ): () => void {
    return this.#emitter.on(name, listener);
  }

  resize(): void {
    this.#map.resize();
  }

  destroy(): void {
    this.#style.stop();
    this.#map.remove();
  }

  thingsAt(point: ScreenPoint): readonly MapHit[] {
    const under = { layers: this.#layers, moving: this.#moving };
    return hitsAt(this.#map, point, under).filter(({ kind }) => !isGround(kind));
  }

  #listen(): void {
    const map = this.#map;
    map.on('move', () => {
      this.#moving.setZoom(map.getZoom());
      this.#emitter.emit('view', this.view());
    });
    map.on('moveend', () => this.#emitter.emit('settled', this.view()));
    map.on('click', (event: MapMouseEvent) => {
      const click = clickAt(map, event, { layers: this.#layers, moving: this.#moving });
      if (click) this.#emitter.emit('click', click);
    });
    map.on('mousemove', (event: MapMouseEvent) => {
      const under = { layers: this.#layers, moving: this.#moving };
      const hit = hitsAt(map, event.point, under).find(({ kind }) => kind !== 'area') ?? null;
      map.getCanvas().style.cursor = hit ? 'pointer' : '';
      this.#emitter.emit('hover', hit);
    });
  }
}

function cameraOf(view: ViewState): {
  center: [number, number];
  zoom: number;
  bearing: number;
  pitch: number;
} {
  return {
    center: [view.longitude, view.latitude],
    zoom: zoomOf(view.metersPerPixel, view.latitude),
    bearing: view.bearingDeg,
    pitch: view.pitchDeg,
  };
}
