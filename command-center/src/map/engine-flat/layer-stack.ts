/** Puts the declared layers and shapes into whichever style is loaded, again after each change of theme. */
import type { AddLayerObject, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapShape } from '../engine.ts';
import type { MapLayer } from '../layer.ts';
import { updateCones } from './cones.ts';
import type { Lookups } from './expressions.ts';
import { FlatShapes } from './flat-shapes.ts';
import {
  conePartOf,
  conesSourceId,
  pageSourceId,
  sourceOf,
  styleLayersOf,
} from './style-layers.ts';

export type ClickableStyleLayer = { layer: MapLayer; bin: boolean };

export class LayerStack {
  #map: MapLibreMap;
  #layers: readonly MapLayer[] = [];
  #shapes: readonly MapShape[] = [];
  #drawnShapes: FlatShapes;
  #lookups = new Map<string, ReadonlyMap<string, string>>();
  #clickable = new Map<string, ClickableStyleLayer>();
  #drawnIds: string[] = [];
  #pagePoints = new Map<string, GeoJSON.FeatureCollection<GeoJSON.Point>>();

  constructor(map: MapLibreMap, onShapesDrawn: (ids: readonly string[]) => void) {
    this.#map = map;
    this.#drawnShapes = new FlatShapes(map, onShapesDrawn);
    map.on('moveend', () => this.redrawCones());
    map.on('sourcedata', ({ sourceId, isSourceLoaded }) => {
      const layer = this.#layers.find(({ id }) => id === sourceId);
      if (isSourceLoaded && layer && conePartOf(layer)) this.redrawCones();
    });
  }

  /** Style layers that answer clicks, by id. */
  get clickable(): ReadonlyMap<string, ClickableStyleLayer> {
    return this.#clickable;
  }

  get lookups(): Lookups {
    return this.#lookups;
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.#layers = layers;
    this.apply();
  }

  setLookup(name: string, symbolByCode: ReadonlyMap<string, string>): void {
    this.#lookups.set(name, symbolByCode);
    this.apply();
  }

  setPagePoints(layerId: string, points: GeoJSON.FeatureCollection<GeoJSON.Point> | null): void {
    const wasFed = this.#pagePoints.has(layerId);
    if (points) this.#pagePoints.set(layerId, points);
    else this.#pagePoints.delete(layerId);
    if (wasFed !== (points !== null)) this.apply();
    else if (points)
      void this.#map.getSource<GeoJSONSource>(pageSourceId(layerId))?.setData(points);
  }

  setShapes(shapes: readonly MapShape[]): void {
    this.#shapes = shapes;
    if (this.#styleIsUsable()) this.#drawnShapes.apply(shapes, this.#lookups);
  }

  apply(): void {
    if (!this.#styleIsUsable()) return;
    for (const id of this.#drawnIds) if (this.#map.getLayer(id)) this.#map.removeLayer(id);
    this.#drawnIds = [];
    this.#clickable.clear();
    const underNames = this.#firstNameLayer();
    for (const layer of this.#layers) this.#add(layer, underNames);
    this.#drawnShapes.apply(this.#shapes, this.#lookups);
    this.redrawCones();
  }

  #add(layer: MapLayer, underNames: string | undefined): void {
    const source = sourceOf(layer);
    if (!source) return;
    if (!this.#map.getSource(layer.id)) this.#map.addSource(layer.id, source);
    const cones = conesSourceId(layer.id);
    if (conePartOf(layer) && !this.#map.getSource(cones)) {
      this.#map.addSource(cones, {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
      });
    }
    const points = this.#pagePoints.get(layer.id);
    if (points && !this.#map.getSource(pageSourceId(layer.id))) {
      this.#map.addSource(pageSourceId(layer.id), { type: 'geojson', data: points });
    }
    const styled = styleLayersOf(layer, this.#lookups, points !== undefined);
    for (const { spec, clickable, bin } of styled) {
      this.#map.addLayer(spec, isGround(spec) ? underNames : undefined);
      this.#drawnIds.push(spec.id);
      if (clickable) this.#clickable.set(spec.id, { layer, bin });
    }
  }

  #firstNameLayer(): string | undefined {
    return this.#map.getLayersOrder().find((id) => this.#map.getLayer(id)?.type === 'symbol');
  }

  redrawCones(): void {
    for (const layer of this.#layers) {
      const part = conePartOf(layer);
      if (part) updateCones(this.#map, layer, part);
    }
  }

  /** Sources and layers can be added as soon as the style itself is parsed, whatever its tiles do. */
  #styleIsUsable(): boolean {
    return this.#map.style?._loaded === true;
  }
}

/** Fills and lines lie under the writing of the base map, marks above it. */
function isGround(spec: AddLayerObject): boolean {
  return spec.type === 'fill' || spec.type === 'line';
}
