import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import type { UnitRecord } from './unit-record.ts';

const columns = sql`u.id, u.name, u.kind, u.call_sign as "callSign",
  u.department_code as "departmentCode", u.area_code as "areaCode", u.heading_deg as "headingDeg",
  u.speed_mps as "speedMps", u.position_at as "positionAt",
  ST_X(u.position) as longitude, ST_Y(u.position) as latitude`;

type Row = Omit<UnitRecord, 'position'> & { longitude: number | null; latitude: number | null };

function toRecord({ longitude, latitude, ...rest }: Row): UnitRecord {
  const known = longitude !== null && latitude !== null;
  return { ...rest, position: known ? { longitude, latitude } : null };
}

export async function unitsById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  const rows = await db.query<Row>(sql`-- Which units have these ids?
    select ${columns} from units u
    where u.id = any(${ids}) and ${withinScope(viewer, 'u.area_code')}`);
  return rows.map(toRecord);
}

export type UnitFilter = { within: Within; heardSince: Date | null };

export async function unitsWithin(db: Reading, viewer: Viewer, filter: UnitFilter, limit: number) {
  const { within, heardSince } = filter;
  const heard = heardSince === null ? sql`true` : sql`u.position_at >= ${heardSince}`;
  const rows = await db.query<Row>(sql`-- Which units belong or stand there?
    select ${columns} from units u
    where ${liesWithin(within, 'u')} and ${withinScope(viewer, 'u.area_code')} and ${heard}
    order by u.id limit ${limit}`);
  return rows.map(toRecord);
}

export function unitBeats(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<{ id: string; beat: object | null }>(sql`-- Which beats do these units walk?
    select u.id, ST_AsGeoJSON(u.beat, 7)::json as beat from units u
    where u.id = any(${ids}) and ${withinScope(viewer, 'u.area_code')}`);
}
