import { codesWithin } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import type { ImportKind, RejectedRow } from 'grid-data/import';
import { classOfRow } from './apply/incidents.ts';
import * as queries from './queries.ts';

const stretchLines = 2_000;
const placedByPosition: readonly ImportKind[] = [
  'city-components',
  'cameras',
  'places',
  'units',
  'incidents',
  'key-units',
];

/** Gives each staged row its area, then takes out and reports those that cannot be stored. */
export async function* placeRows(
  database: Database,
  viewer: Viewer,
  batchId: string,
  kind: ImportKind,
): AsyncGenerator<RejectedRow> {
  if (placedByPosition.includes(kind)) await placeByPosition(database, viewer, batchId);
  else await database.write(viewer, (tx) => tx.query(areaByCode(batchId, kind)));
  yield* await refuseTakenNames(database, viewer, batchId, kind);
  const checks = [...sharedChecks(viewer, kind), ...(checksByKind[kind] ?? [])];
  yield* await database.write(viewer, (tx) =>
    tx.query<RejectedRow>(queries.refuseRows(batchId, checks)),
  );
}

/**
 * A name is given once in the whole city, and who has it elsewhere is none of the viewer's business: so this alone is
 * asked beyond the scope, and answered with no more than "taken".
 */
async function refuseTakenNames(
  database: Database,
  viewer: Viewer,
  batchId: string,
  kind: ImportKind,
): Promise<RejectedRow[]> {
  const name = accountName[kind];
  if (name === undefined || viewer.scopePrefix === '') return [];
  const taken: queries.RowCheck = {
    reason: 'name-taken',
    detail: sql`'the name ' || ${name} || ' is taken'`,
    holds: sql`exists (select 1 from users where users.name = ${name}
      and not ${codesWithin(viewer.scopePrefix, 'users.area_code')})`,
  };
  return database.write({ ...viewer, role: 'administrator', scopePrefix: '' }, (tx) =>
    tx.query<RejectedRow>(queries.refuseRows(batchId, [taken])),
  );
}

const accountName: Partial<Record<ImportKind, Statement>> = {
  'grid-workers': sql`(row.payload ->> 'accountName')`,
  accounts: sql`row.key`,
};

/** In stretches, because one open transaction stops everybody else on the embedded engine. */
async function placeByPosition(database: Database, viewer: Viewer, batchId: string): Promise<void> {
  const [range] = await database.inScope(viewer, (db) =>
    db.query<{ first: number | null; last: number | null }>(queries.lineRange(batchId)),
  );
  const first = range?.first ?? 0;
  const last = range?.last ?? -1;
  for (let from = first; from <= last; from += stretchLines) {
    const to = from + stretchLines - 1;
    await database.write(viewer, (tx) => tx.query(queries.placeStretch(batchId, from, to)));
  }
}

const codeField: Partial<Record<ImportKind, Statement>> = {
  areas: sql`payload ->> 'code'`,
  departments: sql`coalesce(payload ->> 'areaCode', '')`,
  'grid-cells': sql`left(payload ->> 'code', 12)`,
  'grid-workers': sql`left(payload ->> 'gridCode', 12)`,
  accounts: sql`payload ->> 'areaCode'`,
};

function areaByCode(batchId: string, kind: ImportKind): Statement {
  return sql`-- Which area does each staged row name?
    update import_rows set area_code = ${codeField[kind] ?? sql`''`} where batch_id = ${batchId}`;
}

const place = sql`coalesce(row.position, st_startpoint(row.outline))`;
const areaIsUnknown = sql`not exists (select 1 from areas where areas.code = row.area_code)`;

function sharedChecks(viewer: Viewer, kind: ImportKind): queries.RowCheck[] {
  const twice: queries.RowCheck = {
    reason: 'twice-in-file',
    detail: sql`'line ' || (select min(line) from import_rows other
      where other.batch_id = row.batch_id and other.key = row.key) || ' is the same: ' || row.key`,
    holds: sql`exists (select 1 from import_rows other
      where other.batch_id = row.batch_id and other.key = row.key and other.line < row.line)`,
  };
  if (kind === 'areas' || kind === 'departments' || kind === 'regulations') return [twice];
  const isPlaced = placedByPosition.includes(kind);
  return [
    twice,
    {
      reason: isPlaced ? 'outside-every-area' : 'unknown-area',
      detail: isPlaced
        ? sql`'no area known to you holds ' || round(st_x(${place})::numeric, 6) || ' ' || round(st_y(${place})::numeric, 6)`
        : sql`'no area ' || row.area_code || ' is known to you'`,
      holds: areaIsUnknown,
    },
    {
      reason: 'outside-scope',
      detail: sql`'area ' || row.area_code || ' is not yours'`,
      holds: sql`not ${codesWithin(viewer.scopePrefix, 'row.area_code')}`,
    },
  ];
}

const parentOf = sql`left(row.area_code, case length(row.area_code) when 12 then 9 else 6 end)`;

/** Codes of a regulation that the dictionary does not have; null where it has all. */
const unknownClasses = sql`(select string_agg(named, ', ') from jsonb_array_elements_text(row.payload -> 'classCodes') named
  where not exists (select 1 from incident_classes where code = named))`;

const checksByKind: Partial<Record<ImportKind, readonly queries.RowCheck[]>> = {
  areas: [
    {
      reason: 'parent-missing',
      detail: sql`'no area ' || ${parentOf} || ' in the file or the city'`,
      holds: sql`length(row.area_code) > 6
        and not exists (select 1 from areas where areas.code = ${parentOf})
        and not exists (select 1 from import_rows other where other.batch_id = row.batch_id and other.key = ${parentOf})`,
    },
    {
      reason: 'no-outline',
      detail: sql`'a new area needs its outline'`,
      holds: sql`row.outline is null and not exists (select 1 from areas where areas.code = row.area_code)`,
    },
  ],
  departments: [
    {
      reason: 'unknown-area',
      detail: sql`'no area ' || row.area_code || ' is known'`,
      holds: sql`row.area_code <> '' and ${areaIsUnknown}`,
    },
  ],
  'city-components': [
    {
      reason: 'unknown-class',
      detail: sql`'no class ' || substr(row.key, 7, 4) || ' in the dictionary'`,
      holds: sql`not exists (select 1 from city_component_classes where code = substr(row.key, 7, 4))`,
    },
    {
      reason: 'other-county',
      detail: sql`'the code names county ' || left(row.key, 6) || ', the position lies in ' || row.area_code`,
      holds: sql`left(row.key, 6) <> left(row.area_code, 6)`,
    },
  ],
  'grid-workers': [
    {
      reason: 'unknown-grid-cell',
      detail: sql`'no ' || (row.payload ->> 'gridSystem') || ' cell ' || (row.payload ->> 'gridCode')`,
      holds: sql`not exists (select 1 from grid_cells cell
        where cell.grid_system = row.payload ->> 'gridSystem' and cell.code = row.payload ->> 'gridCode')`,
    },
    {
      reason: 'post-taken',
      detail: sql`'the file names two for post ' || (row.payload ->> 'post') || ' of the cell'`,
      holds: sql`exists (select 1 from import_rows other
        where other.batch_id = row.batch_id and other.line < row.line
          and other.payload ->> 'gridSystem' = row.payload ->> 'gridSystem'
          and other.payload ->> 'gridCode' = row.payload ->> 'gridCode'
          and other.payload ->> 'post' = row.payload ->> 'post')`,
    },
    {
      reason: 'account-elsewhere',
      detail: sql`row.payload ->> 'accountName' || ' is the account of another role'`,
      holds: sql`exists (select 1 from users
        where users.name = row.payload ->> 'accountName' and users.role <> 'grid-worker')`,
    },
    {
      reason: 'no-password',
      detail: sql`'a new account needs a first password'`,
      holds: sql`not row.payload ? 'passwordHash' and not exists (select 1 from users where users.name = row.payload ->> 'accountName')
        and not exists (select 1 from import_rows other where other.batch_id = row.batch_id
          and other.payload ->> 'accountName' = row.payload ->> 'accountName' and other.payload ? 'passwordHash')`,
    },
  ],
  regulations: [
    {
      reason: 'unknown-class',
      detail: sql`'no class ' || ${unknownClasses}`,
      holds: sql`${unknownClasses} is not null`,
    },
  ],
  incidents: [
    {
      reason: 'unknown-class',
      detail: sql`'no class ' || coalesce(row.payload ->> 'classCode', row.payload ->> 'className')`,
      holds: sql`${classOfRow} is null`,
    },
    {
      reason: 'class-retired',
      detail: sql`${classOfRow} || ' takes no new case any more'`,
      holds: sql`exists (select 1 from incident_classes kind
        where kind.code = ${classOfRow} and kind.retired_at is not null)`,
    },
    {
      reason: 'unknown-city-component',
      detail: sql`'no city component ' || (row.payload ->> 'cityComponentCode') || ' is known to you'`,
      holds: sql`row.payload ? 'cityComponentCode'
        and not exists (select 1 from city_components thing where thing.code = row.payload ->> 'cityComponentCode')`,
    },
    {
      reason: 'seen-in-future',
      detail: sql`'reported at ' || (row.payload ->> 'reportedAt') || ', which lies in the future'`,
      holds: sql`(row.payload ->> 'reportedAt')::timestamptz
        > (select started_at from import_batches where id = row.batch_id)`,
    },
    {
      reason: 'order-elsewhere',
      detail: sql`'this order has become a case outside your area'`,
      holds: sql`exists (select 1 from intake where intake.source = row.payload ->> 'source'
        and intake.external_id = row.payload ->> 'externalId'
        and not exists (select 1 from incidents where incidents.id = intake.incident_id))`,
    },
  ],
  accounts: [
    {
      reason: 'account-exists',
      detail: sql`'an account ' || row.key || ' stands already; move or reset it instead'`,
      holds: sql`exists (select 1 from users where users.name = row.key)`,
    },
    {
      reason: 'unknown-department',
      detail: sql`'no department ' || (row.payload ->> 'departmentCode')`,
      holds: sql`row.payload ? 'departmentCode'
        and not exists (select 1 from departments where code = row.payload ->> 'departmentCode')`,
    },
  ],
};
