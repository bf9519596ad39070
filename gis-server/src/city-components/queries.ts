import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import type { CityComponentClass, CityComponentState } from 'grid-data';
import type { CityComponentRecord } from './city-component-record.ts';

const columns = sql`c.code, c.class_code as "classCode", c.name, c.area_code as "areaCode",
  c.unit_grid_code as "unitGridCode", c.state, c.competent_department as "competentDepartment",
  c.owner_department as "ownerDepartment", c.maintain_department as "maintainDepartment",
  c.initial_date::timestamp at time zone 'Asia/Shanghai' as "initialDate",
  c.change_date::timestamp at time zone 'Asia/Shanghai' as "changeDate",
  c.data_source as "dataSource", c.address, c.version,
  ST_X(c.position) as longitude, ST_Y(c.position) as latitude`;

type Row = Omit<CityComponentRecord, 'position'> & { longitude: number; latitude: number };

function toRecord({ longitude, latitude, ...rest }: Row): CityComponentRecord {
  return { ...rest, position: { longitude, latitude } };
}

export async function cityComponentsByCode(db: Reading, viewer: Viewer, codes: readonly string[]) {
  const rows = await db.query<Row>(sql`-- Which city components have these codes?
    select ${columns} from city_components c
    where c.code = any(${codes}) and ${withinScope(viewer, 'c.area_code')}`);
  return rows.map(toRecord);
}

/** The component as it is once nobody else is changing it; held until the end of the transaction. */
export async function cityComponentForUpdate(db: Reading, viewer: Viewer, code: string) {
  const rows = await db.query<Row>(sql`-- What is this component now, while nobody else changes it?
    select ${columns} from city_components c
    where c.code = ${code} and ${withinScope(viewer, 'c.area_code')} for update`);
  return rows[0] === undefined ? null : toRecord(rows[0]);
}

export type CityComponentFilter = {
  within: Within;
  classCodes: readonly string[] | null;
  states: readonly string[] | null;
};

/** One rule for the list and its counts. */
function matching(viewer: Viewer, { within, classCodes, states }: CityComponentFilter): Statement {
  const conditions = [liesWithin(within, 'c'), withinScope(viewer, 'c.area_code')];
  if (classCodes !== null) conditions.push(sql`c.class_code = any(${classCodes})`);
  if (states !== null) conditions.push(sql`c.state = any(${states})`);
  return joinSql(conditions, ' and ');
}

export async function cityComponentPage(
  db: Reading,
  viewer: Viewer,
  filter: CityComponentFilter,
  page: { limit: number; afterCode: string | null },
) {
  const rows = await db.query<Row>(sql`-- Which city components lie there, by code?
    select ${columns} from city_components c
    where ${matching(viewer, filter)} and c.code > ${page.afterCode ?? ''}
    order by c.code limit ${page.limit}`);
  return rows.map(toRecord);
}

export function countsByClass(viewer: Viewer, filter: CityComponentFilter): Statement {
  return sql`-- How many of each class lie there?
    select c.class_code as "classCode", count(*) as count from city_components c
    where ${matching(viewer, filter)} group by c.class_code order by c.class_code`;
}

export function allClasses(db: Reading) {
  return db.query<CityComponentClass>(sql`-- Which classes of city components are there?
    select code, name_zh as "nameZh", name_en as "nameEn", icon
    from city_component_classes order by code`);
}

/** Sets the state where the version still holds; answers the new row's area or nothing. */
export async function setState(
  db: Reading,
  viewer: Viewer,
  change: { code: string; version: number; state: CityComponentState; at: Date },
) {
  const rows = await db.query<{ code: string }>(sql`-- Sets the state of a city component.
    update city_components c set state = ${change.state}, version = c.version + 1,
      change_date = (${change.at}::timestamptz at time zone 'Asia/Shanghai')::date
    where c.code = ${change.code} and c.version = ${change.version}
      and ${withinScope(viewer, 'c.area_code')}
    returning c.code`);
  return rows.length > 0;
}
