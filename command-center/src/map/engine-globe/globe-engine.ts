/** The globe: our own ground, relief, houses and marks on Cesium's engine, asking nobody outside. */
import { ScreenSpaceEventHandler, ScreenSpaceEventType, type CesiumWidget } from '@cesium/engine';
import type { LonLat } from 'grid-data';
import { brightnessOf, evenLight, type Daylight } from '../daylight/daylight.ts';
import { createEmitter } from '../emitter.ts';
import type {
  Bounds,
  Drape,
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
import { zoomOf } from '../engine-flat/view-conversion.ts';
import type { MapLayer } from '../layer.ts';
import { loadMapSymbols } from '../map-symbols.ts';
import { themeColor } from '../theme-colors.ts';
import { Buildings } from './ground/buildings.ts';
import { Drapes } from './ground/drapes.ts';
import { GroundPictures } from './ground/ground-pictures.ts';
import { reliefTerrain } from './ground/relief-terrain.ts';
import { Relief } from './ground/relief.ts';
import { VectorTiles } from './ground/vector-tiles.ts';
import { areaNames } from './marks/area-names.ts';
import { GlobeMarks } from './marks/globe-marks.ts';
import { GroundShapes } from './marks/ground-shapes.ts';
import { ShapeMarks } from './marks/shape-marks.ts';
import { MarkPictures } from './marks/mark-pictures.ts';
import { MovingMarks } from './marks/moving-marks.ts';
import { areasHolding, pickMarks, type Picked } from './marks/picks.ts';
import { beside, viewOfBounds } from './view/framing.ts';
import { GlobeCamera } from './view/globe-camera.ts';
import { lightAt, makeWidget, paintSurroundings } from './view/globe-widget.ts';

/** How often the marks follow while the view moves. */
const followEveryMs = 350;
const hoverEveryMs = 120;

export class GlobeEngine implements MapEngine {
  readonly kind = 'globe';
  readonly #drawn = Promise.withResolvers<void>();
  readonly firstPicture = this.#drawn.promise;
  readonly #emitter = createEmitter<MapEngineEvents>();
  readonly #relief = new Relief();
  readonly #tiles: VectorTiles;
  readonly #pictures = new MarkPictures();
  readonly #widget: CesiumWidget;
  readonly #camera: GlobeCamera;
  readonly #ground: GroundPictures;
  readonly #buildings: Buildings;
  readonly #drapes: Drapes;
  readonly #marks: GlobeMarks;
  readonly #moving: MovingMarks;
  readonly #shapes: GroundShapes;
  readonly #mouse: ScreenSpaceEventHandler;
  #layers: readonly MapLayer[] = [];
  #lookups = new Map<string, ReadonlyMap<string, string>>();
  #padding = { top: 0, right: 0, bottom: 0, left: 0 };
  #daylight = evenLight;
  #lastShown = '';
  #followedAt = 0;
  #hoveredAt = 0;

  constructor(start: MapEngineStart) {
    this.#tiles = new VectorTiles((cause) => this.#emitter.emit('trouble', cause));
    this.#widget = makeWidget(
      start.container,
      reliefTerrain(this.#relief, start.view, () => this.#widget.scene.requestRender()),
    );
    const { scene } = this.#widget;
    const heightAt = (lon: number, lat: number) => this.#relief.heightAt(lon, lat);
    this.#camera = new GlobeCamera(this.#widget, this.#relief, start.view);
    const sources = { tiles: this.#tiles, relief: this.#relief, pictures: this.#pictures };
    this.#ground = new GroundPictures(this.#widget, sources);
    this.#buildings = new Buildings(scene, this.#tiles, this.#relief);
    this.#drapes = new Drapes(scene, this.#relief);
    this.#marks = new GlobeMarks(scene, sources);
    this.#moving = new MovingMarks(scene, this.#pictures, heightAt);
    const upright = new ShapeMarks(scene, this.#pictures, heightAt);
    this.#shapes = new GroundShapes(scene, upright, (ids) =>
      this.#emitter.emit('shapesDrawn', ids),
    );
    this.#mouse = new ScreenSpaceEventHandler(this.#widget.canvas);
    this.#listen();
    this.setTheme(start.theme);
    this.setView(start.view);
    loadMapSymbols().then(
      (symbols) => {
        this.#pictures.setSymbols(symbols);
        this.#drawAnew();
      },
      (cause: unknown) => this.#emitter.emit('trouble', String(cause)),
    );
  }

  view(): ViewState {
    return this.#camera.view();
  }

  bounds(): Bounds {
    return this.#camera.bounds();
  }

  setView(view: ViewState): void {
    this.#camera.set(view);
    this.#light([view.longitude, view.latitude]);
    this.#follow();
  }

  flyTo(part: Partial<ViewState>): void {
    this.#camera.flyTo(beside({ ...this.view(), ...part }, this.#padding));
  }

  flyToBounds(bounds: Bounds): void {
    const { clientWidth, clientHeight } = this.#widget.canvas;
    const screen = { widthPx: clientWidth, heightPx: clientHeight };
    this.#camera.flyTo(viewOfBounds(bounds, screen, this.#padding));
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.#layers = layers;
    this.#ground.setLayers(layers);
    this.#marks.setLayers([areaNames, ...layers]);
    this.#moving.show(layers.some((layer) => layer.source.kind === 'moving'));
    this.#follow();
  }

  setLookup(name: string, symbolByCode: ReadonlyMap<string, string>): void {
    this.#lookups = new Map(this.#lookups).set(name, symbolByCode);
    this.#marks.setLookups(this.#lookups);
    this.#follow();
  }

  setPagePoints(layerId: string, points: GeoJSON.FeatureCollection<GeoJSON.Point> | null): void {
    this.#marks.setPagePoints(layerId, points);
    this.#follow();
  }

  redrawCones(): void {
    this.#marks.redraw();
    this.#follow();
  }

  setShapes(shapes: readonly MapShape[]): void {
    this.#shapes.set(shapes);
    this.#widget.scene.requestRender();
  }

  setDrapes(drapes: readonly Drape[]): void {
    this.#drapes.set(drapes);
  }

  setMovingThings(things: readonly MovingThing[]): void {
    this.#moving.set(things);
    this.#widget.scene.requestRender();
  }

  refreshLayer(layerId: string): void {
    const layer = this.#layers.find(({ id }) => id === layerId);
    if (layer?.source.kind !== 'tiles') return;
    this.#tiles.forget(layer.source.tiles);
    this.#ground.refresh(layerId);
    this.#marks.redraw(layerId);
    this.#follow();
  }

  setTheme(theme: ThemeName): void {
    paintSurroundings(this.#widget, themeColor('map-ground'));
    this.#pictures.forget();
    this.#ground.useTheme(theme).then(
      (style) => {
        const building = style.layers.find(({ sourceLayer }) => sourceLayer === 'building');
        const color = building?.color.evaluate({ zoom: 16 }, { type: 3, properties: {} });
        if (color !== undefined) this.#buildings.setColor(String(color));
        this.#drawAnew();
      },
      (cause: unknown) => this.#emitter.emit('trouble', String(cause)),
    );
  }

  setDaylight(daylight: Daylight): void {
    this.#daylight = daylight;
    this.#ground.setBrightness(brightnessOf(daylight));
    const { longitude, latitude } = this.view();
    this.#light([longitude, latitude]);
  }

  project(position: LonLat): ScreenPoint | null {
    return this.#camera.project(position);
  }

  unproject(point: ScreenPoint): LonLat | null {
    return this.#camera.unproject(point);
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
    this.#widget.resize();
    this.#widget.scene.requestRender();
  }

  destroy(): void {
    this.#mouse.destroy();
    this.#drapes.set([]);
    this.#widget.destroy();
  }

  #light(place: LonLat): void {
    lightAt(this.#widget, place, this.#daylight);
    this.#widget.scene.requestRender();
  }

  #listen(): void {
    const { scene, canvas, camera } = this.#widget;
    scene.postRender.addEventListener(() => this.#viewMoved());
    camera.moveEnd.addEventListener(() => {
      this.#follow();
      this.#emitter.emit('settled', this.view());
    });
    const ready = scene.globe.tileLoadProgressEvent.addEventListener((waiting: number) => {
      if (waiting > 0) return;
      ready();
      this.#follow();
      this.#drawn.resolve();
    });
    scene.renderError.addEventListener((_scene: unknown, cause: unknown) =>
      this.#emitter.emit('trouble', String(cause)),
    );
    for (const name of ['pointerdown', 'wheel'] as const)
      canvas.addEventListener(name, () => this.#camera.stopFlight(), { passive: true });
    this.#mouse.setInputAction(
      ({ position }: { position: ScreenPoint }) => void this.#click(position),
      ScreenSpaceEventType.LEFT_CLICK,
    );
    this.#mouse.setInputAction(
      ({ endPosition }: { endPosition: ScreenPoint }) => this.#hover(endPosition),
      ScreenSpaceEventType.MOUSE_MOVE,
    );
  }

  #viewMoved(): void {
    const { positionWC, directionWC, upWC } = this.#widget.camera;
    const shown = `${String(positionWC)}${String(directionWC)}${String(upWC)}`;
    if (shown === this.#lastShown) return;
    this.#lastShown = shown;
    this.#emitter.emit('view', this.view());
    const now = performance.now();
    if (now - this.#followedAt > followEveryMs) this.#follow();
  }

  /** Draws what belongs around the view, wherever it has got to. */
  #follow(): void {
    this.#followedAt = performance.now();
    const view = this.view();
    const { clientWidth, clientHeight } = this.#widget.canvas;
    const zoom = zoomOf(view.metersPerPixel, view.latitude);
    this.#moving.setZoom(zoom);
    const drawn = [
      this.#marks.showAround(view, Math.hypot(clientWidth, clientHeight)),
      this.#buildings.showAround([view.longitude, view.latitude], zoom),
    ];
    Promise.all(drawn).catch((cause: unknown) => this.#emitter.emit('trouble', String(cause)));
  }

  #drawAnew(): void {
    this.#marks.redraw();
    this.#moving.redraw();
    this.#shapes.redraw();
    this.#follow();
  }

  #pick(screen: ScreenPoint): Picked {
    const project = (position: LonLat) => this.project(position);
    return pickMarks(this.#widget.scene, screen, { moving: this.#moving, project });
  }

  async #click(screen: ScreenPoint): Promise<void> {
    const { hits, bin } = this.#pick(screen);
    const first = hits[0];
    if (!first && bin) {
      const [longitude, latitude] = bin.position;
      this.flyTo({ longitude, latitude, metersPerPixel: this.view().metersPerPixel / 4 });
      return;
    }
    const position = this.unproject(screen) ?? first?.position;
    if (!position) return;
    const { metersPerPixel, latitude } = this.view();
    const search = { position, zoom: zoomOf(metersPerPixel, latitude), tiles: this.#tiles };
    const areas = await areasHolding(this.#layers, search);
    this.#emitter.emit('click', {
      position,
      screen: { x: screen.x, y: screen.y },
      hits: [...hits, ...areas],
    });
  }

  thingsAt(point: ScreenPoint): readonly MapHit[] {
    return this.#pick(point).hits.filter(({ kind }) => !isGround(kind));
  }

  #hover(screen: ScreenPoint): void {
    const now = performance.now();
    if (now - this.#hoveredAt < hoverEveryMs) return;
    this.#hoveredAt = now;
    const { hits, bin } = this.#pick(screen);
    this.#widget.canvas.style.cursor = hits.length > 0 || bin ? 'pointer' : '';
    this.#emitter.emit('hover', hits[0] ?? null);
  }
}
