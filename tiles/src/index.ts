/** The tile engine: layers in memory, tiles on demand, and the base map's local assets. */
export { TileService, type TileServiceOptions } from '#serve/tile-service.ts';
export type { TileAnswer, TileRequest, TileScope } from '#serve/tile-request.ts';
export type { PointRow } from '#engine/point-row.ts';
export {
  pointLayerSpecs,
  type PointLayerName,
  type PointLayerSpec,
} from '#layers/point-layer-spec.ts';
export { shapeLayerSpecs, type ShapeLayerName } from '#layers/shape-layer-specs.ts';
export type { ShapeFeature } from '#shapes/shape-feature.ts';
export { heightAt, heightsOnLattice, type ReliefRaster } from '#relief/relief-tile.ts';
export { answerStaticAsset, type StaticAsset } from '#assets/static-asset.ts';
export { mapSymbols, type MapSymbol } from '#assets/symbols.ts';
