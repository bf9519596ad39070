/** Areas, grid cells, the base map and the relief. */
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { pinyinInitials } from '#search/search-grams.ts';
import type { DemoCity, Relief } from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';
import { multiPolygonText, pointText, shapeText } from './shape-text.ts';

export async function seedGround(database: Database, city: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'areas',
      columns: [
        ['code', 'text'],
        ['name', 'text'],
        ['level', 'text'],
        ['parent_code', 'text'],
        ['pinyin', 'text'],
        ['pinyin_initials', 'text'],
        ['center', 'geometry'],
        ['outline', 'geometry'],
        ['illustrative', 'boolean'],
        ['population', 'integer'],
        ['area_km2', 'double precision'],
        ['source', 'text'],
      ],
    },
    city.areas.map((area) => ({
      code: area.code,
      name: area.name,
      level: area.level,
      // The demo's tree begins at the county; what lies above it is no part of it.
      parent_code: area.level === 'county' ? null : area.parentCode,
      pinyin: area.pinyin,
      pinyin_initials: area.pinyinInitials,
      center: pointText(...area.center),
      outline: multiPolygonText(area.polygon),
      illustrative: area.derived,
      population: area.population,
      area_km2: area.areaKm2,
      source: 'demo',
    })),
  );
  await seedGridCells(database, city);
  await seedBaseMap(database, city);
  await seedRelief(database, city.relief);
}

async function seedGridCells(database: Database, { gridCells }: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'grid_cells',
      columns: [
        ['grid_system', 'text'],
        ['code', 'text'],
        ['name', 'text'],
        ['area_code', 'text'],
        ['outline', 'geometry'],
        ['area_m2', 'double precision'],
        ['land_use', 'text'],
        ['source', 'text'],
      ],
    },
    gridCells.map((cell) => ({
      grid_system: cell.gridSystem,
      code: cell.code,
      name: cell.name,
      area_code: cell.areaCode,
      outline: multiPolygonText(cell.polygon),
      area_m2: cell.areaM2,
      land_use: cell.landUse,
      source: 'demo',
    })),
  );
}

async function seedBaseMap(database: Database, { baseFeatures }: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'base_features',
      columns: [
        ['id', 'bigint'],
        ['layer', 'text'],
        ['kind', 'text'],
        ['name', 'text'],
        ['pinyin_initials', 'text'],
        ['geometry', 'geometry'],
        ['height_m', 'real'],
      ],
    },
    baseFeatures.map((feature) => ({
      id: feature.id,
      layer: feature.layer,
      kind: feature.kind,
      name: feature.name,
      pinyin_initials: pinyinInitials(feature.name ?? ''),
      geometry: shapeText(feature.geometry),
      height_m: feature.heightM,
    })),
  );
}

async function seedRelief(database: Database, relief: Relief): Promise<void> {
  const { west, south, east, north, columns, rows, heightsM } = relief;
  const bytes = Buffer.from(heightsM.buffer, heightsM.byteOffset, heightsM.byteLength);
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- Keeps the heights that hills, rivers and sight lines share.
      insert into rasters (name, west, south, east, north, columns, rows, heights)
      values ('relief', ${west}, ${south}, ${east}, ${north}, ${columns}, ${rows}, ${bytes})`),
  );
}
