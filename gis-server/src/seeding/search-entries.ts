import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { searchGrams } from '#search/search-grams.ts';
import type { DemoCity } from 'grid-data/generate';
import { insertRows, type Row } from './insert-rows.ts';
import { pointText } from './shape-text.ts';

const index = 'search_entries_by_grams';

/** Lets everything with a name of its own be found; city components are found by their code, where they stand. */
export async function seedSearchEntries(
  database: Database,
  city: DemoCity,
  onProgress: (count: number) => void,
): Promise<number> {
  // Growing the index row by row took 50 s where building it over all rows takes 5.
  await database.pool.query(`drop index ${index}`);
  const count = await insertRows(
    database,
    {
      name: 'search_entries',
      columns: [
        ['kind', 'text'],
        ['id', 'text'],
        ['area_code', 'text'],
        ['title', 'text'],
        ['detail', 'text'],
        ['grams', 'text[]'],
        ['position', 'geometry'],
      ],
    },
    entries(city),
    onProgress,
  );
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- Where does each grid cell lie?
      update search_entries found set position = st_pointonsurface(cell.outline)
      from grid_cells cell where found.kind = 'grid-cell' and found.id = cell.grid_system || ':' || cell.code`),
  );
  await database.pool.query(`create index ${index} on search_entries using gin (grams)`);
  return count;
}

type Found = {
  kind: string;
  id: string;
  /** What people type to find it, where it has a code that people know. */
  code: string | null;
  areaCode: string;
  title: string;
  detail: string | null;
  /** Null where the thing's own shape tells. */
  position: readonly [longitude: number, latitude: number] | null;
};

function* entries(city: DemoCity): Generator<Row> {
  for (const found of things(city)) {
    yield {
      kind: found.kind,
      id: found.id,
      area_code: found.areaCode,
      title: found.title,
      detail: found.detail,
      grams: searchGrams([found.title, found.detail, found.code]),
      position: found.position === null ? null : pointText(...found.position),
    };
  }
}

function* things(city: DemoCity): Generator<Found> {
  for (const { code, name, center } of city.areas) {
    yield {
      kind: 'area',
      id: code,
      code,
      areaCode: code,
      title: name,
      detail: code,
      position: center,
    };
  }
  for (const one of city.places) {
    yield {
      ...one,
      kind: 'place',
      code: null,
      title: one.name,
      detail: one.address,
      position: placeOf(one),
    };
  }
  for (const cell of city.gridCells) {
    yield {
      kind: 'grid-cell',
      id: `${cell.gridSystem}:${cell.code}`,
      code: cell.code,
      areaCode: cell.areaCode,
      title: cell.name,
      detail: cell.code,
      position: null,
    };
  }
  for (const one of city.incidents) {
    const { id, title, areaCode, address } = one;
    yield {
      kind: 'incident',
      ...{ id, title, areaCode },
      code: null,
      detail: address,
      position: placeOf(one),
    };
  }
  for (const one of city.cameras) {
    yield {
      ...one,
      kind: 'camera',
      code: one.gbCode,
      title: one.name,
      detail: one.address,
      position: placeOf(one),
    };
  }
  for (const one of city.units) {
    yield {
      ...one,
      kind: 'unit',
      code: one.callSign,
      title: one.name,
      detail: one.callSign,
      position: one.home,
    };
  }
}

function placeOf({ longitude, latitude }: { longitude: number; latitude: number }) {
  return [longitude, latitude] as const;
}
