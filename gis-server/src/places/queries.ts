import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import type { PlaceRecord } from './place-record.ts';

const columns = sql`p.id, p.name, p.kind, p.address, p.area_code as "areaCode", p.capacity,
  ST_X(p.position) as longitude, ST_Y(p.position) as latitude`;

type Row = Omit<PlaceRecord, 'position'> & { longitude: number; latitude: number };

function toRecord({ longitude, latitude, ...rest }: Row): PlaceRecord {
  return { ...rest, position: { longitude, latitude } };
}

export async function placesById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  const rows = await db.query<Row>(sql`-- Which places have these ids?
    select ${columns} from places p
    where p.id = any(${ids}) and ${withinScope(viewer, 'p.area_code')}`);
  return rows.map(toRecord);
}

export async function placePage(
  db: Reading,
  viewer: Viewer,
  filter: { within: Within; kinds: readonly string[] | null },
  page: { limit: number; afterId: string | null },
) {
  const conditions = [liesWithin(filter.within, 'p'), withinScope(viewer, 'p.area_code')];
  if (filter.kinds !== null) conditions.push(sql`p.kind = any(${filter.kinds})`);
  const rows = await db.query<Row>(sql`-- Which places lie there, by id?
    select ${columns} from places p
    where ${joinSql(conditions, ' and ')} and p.id > ${page.afterId ?? ''}
    order by p.id limit ${page.limit}`);
  return rows.map(toRecord);
}
