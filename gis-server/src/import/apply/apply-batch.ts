import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import type { ImportKind } from 'grid-data/import';
import { bringAccounts, bringGridWorkers } from './accounts.ts';
import { applyAreas, applyGridCells } from './areas.ts';
import { bringIncidents } from './incidents.ts';
import { applyKeyUnits, applyRegulations } from './key-units.ts';
import { applyDepartments } from './departments.ts';
import { applyCameras, applyCityComponents, applyPlaces, applyUnits } from './things.ts';

export type BatchOrder = { kind: ImportKind; batchId: string; viewer: Viewer; at: Date };

type Bring = (tx: Writing, order: BatchOrder) => Promise<void>;

const bringing: Record<ImportKind, Bring> = {
  areas: byStatements(applyAreas),
  departments: byStatements(applyDepartments),
  'grid-cells': byStatements(applyGridCells),
  'city-components': byStatements(applyCityComponents),
  cameras: byStatements(applyCameras),
  places: byStatements(applyPlaces),
  units: byStatements(applyUnits),
  'grid-workers': bringGridWorkers,
  accounts: bringAccounts,
  incidents: bringIncidents,
  'key-units': byStatements(applyKeyUnits),
  regulations: byStatements(applyRegulations),
};

function byStatements(statements: (order: BatchOrder) => Statement[]): Bring {
  return async (tx, order) => {
    for (const statement of statements(order)) await tx.query(statement);
  };
}

/** Makes the staged rows part of the city, all in the caller's transaction. */
export async function applyBatch(tx: Writing, order: BatchOrder): Promise<void> {
  await bringing[order.kind](tx, order);
  const searched = searchedAs[order.kind];
  if (searched !== undefined) await tx.query(searchable(order.batchId, searched));
}

type Searched = {
  kind: string;
  id: Statement;
  detail: Statement;
  /** What stands for the name where the row has none. */
  nameless?: Statement;
};
const code = sql`payload ->> 'code'`;
const id = sql`payload ->> 'id'`;
const address = sql`payload ->> 'address'`;

const searchedAs: Partial<Record<ImportKind, Searched>> = {
  areas: { kind: 'area', id: code, detail: code },
  'grid-cells': {
    kind: 'grid-cell',
    id: sql`(payload ->> 'gridSystem') || ':' || (payload ->> 'code')`,
    detail: code,
    nameless: code,
  },
  cameras: { kind: 'camera', id, detail: address },
  places: { kind: 'place', id, detail: address },
  units: { kind: 'unit', id, detail: sql`payload ->> 'callSign'` },
};

function searchable(batchId: string, { kind, id, detail, nameless = id }: Searched): Statement {
  return sql`-- Lets the imported things be found.
    insert into search_entries (kind, id, area_code, title, detail, grams, position)
    select ${kind}, ${id}, area_code, coalesce(payload ->> 'name', ${nameless}), ${detail},
      array(select jsonb_array_elements_text(payload -> 'grams')),
      coalesce(position, st_pointonsurface(outline))
    from import_rows where batch_id = ${batchId}
    on conflict (kind, id) do update set area_code = excluded.area_code, title = excluded.title,
      detail = excluded.detail, grams = excluded.grams, position = coalesce(excluded.position, search_entries.position)`;
}
