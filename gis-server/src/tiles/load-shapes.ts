import type { Database } from '#database/transaction.ts';
import type { ShapeFeature, ShapeLayerName, TileService } from 'tiles';
import { copyRows, type TextRow } from './copy-rows.ts';

type ShapeSource = {
  query: string;
  /** The source-layers that a row goes to, with its shape in each. */
  featuresOf: (row: TextRow) => { sourceLayer: string; feature: ShapeFeature }[];
};

const sources: Record<ShapeLayerName, ShapeSource> = {
  areas: {
    // Which areas are there, largest first, so that small ones are drawn upon them?
    query: `select code, name, level, ST_AsGeoJSON(outline, 7, 0), ST_AsGeoJSON(center, 7, 0)
      from areas order by length(code), code`,
    featuresOf: ([code, name, level, outline, center]) => {
      const attributes = { code: code ?? '', name: name ?? '', level: level ?? '' };
      const areaCode = code ?? '';
      return [
        { sourceLayer: 'areas', feature: { geometry: shape(outline), attributes, areaCode } },
        { sourceLayer: 'area-names', feature: { geometry: shape(center), attributes, areaCode } },
      ];
    },
  },
  'grid-cells': {
    // Which grid cells are there, of both systems?
    query: `select code, name, grid_system, area_code, ST_AsGeoJSON(outline, 7, 0)
      from grid_cells order by grid_system, code`,
    featuresOf: ([code, name, gridSystem, areaCode, outline]) => {
      const attributes = { code: code ?? '', name: name ?? '', gridSystem: gridSystem ?? '' };
      const feature = { geometry: shape(outline), attributes, areaCode: areaCode ?? '' };
      return [{ sourceLayer: 'grid-cells', feature }];
    },
  },
  base: {
    // What is the ground made of?
    query: `select layer, kind, coalesce(name, ''), coalesce(height_m, 0), ST_AsGeoJSON(geometry, 7, 0)
      from base_features order by id`,
    featuresOf: ([layer, kind, name, height, geometry]) => {
      const attributes: Record<string, string | number> = { kind: kind ?? '' };
      if (name) attributes['name'] = name;
      if (Number(height) > 0) attributes['heightM'] = Number(height);
      const feature = { geometry: shape(geometry), attributes, areaCode: '' };
      return [{ sourceLayer: layer ?? '', feature }];
    },
  },
};

/** Fills a shape layer from its table. */
export async function loadShapes(
  service: TileService,
  database: Database,
  layer: ShapeLayerName,
): Promise<void> {
  const features = new Map<string, ShapeFeature[]>();
  await copyRows(database.pool, sources[layer].query, (row) => {
    for (const { sourceLayer, feature } of sources[layer].featuresOf(row)) {
      const kept = features.get(sourceLayer);
      if (kept === undefined) features.set(sourceLayer, [feature]);
      else kept.push(feature);
    }
  });
  service.loadShapes(layer, (sourceLayer) => features.get(sourceLayer) ?? []);
}

function shape(geoJson: string | null | undefined): ShapeFeature['geometry'] {
  return JSON.parse(geoJson ?? 'null') as ShapeFeature['geometry'];
}
