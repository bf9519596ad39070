import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { KeyUnitKind } from 'grid-data';

export type KeyUnitRecord = {
  id: string;
  name: string;
  kind: KeyUnitKind;
  address: string | null;
  areaCode: string;
  longitude: number;
  latitude: number;
  personInCharge: string | null;
};

const columns = sql`u.id, u.name, u.kind, u.address, u.area_code as "areaCode", ST_X(u.position) as longitude,
  ST_Y(u.position) as latitude, u.person_in_charge as "personInCharge"`;

export type AfterKeyUnit = { areaCode: string; id: string } | null;

export function keyUnitPage(
  db: Reading,
  viewer: Viewer,
  { kind, limit, after }: { kind: KeyUnitKind | null; limit: number; after: AfterKeyUnit },
) {
  return db.query<KeyUnitRecord>(sql`-- Which units does the field look after there?
    select ${columns} from key_units u
    where ${withinScope(viewer, 'u.area_code')} and not u.closed
      and ${kind === null ? sql`true` : sql`u.kind = ${kind}`}
      and ${after === null ? sql`true` : sql`(u.area_code, u.id) > (${after.areaCode}, ${after.id})`}
    order by u.area_code, u.id limit ${limit}`);
}

export function keyUnitsById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<KeyUnitRecord>(sql`-- Which units are these?
    select ${columns} from key_units u where u.id = any(${ids}) and ${withinScope(viewer, 'u.area_code')}`);
}

export function keyUnitsOfIncidents(db: Reading, viewer: Viewer, incidentIds: readonly string[]) {
  return db.query<KeyUnitRecord & { incidentId: string }>(sql`-- Which unit is each case about?
    select ${columns}, about.incident_id::text as "incidentId"
    from key_unit_cases about join key_units u on u.id = about.key_unit_id
    where about.incident_id = any(${incidentIds}::uuid[]) and ${withinScope(viewer, 'about.area_code')}
      and ${withinScope(viewer, 'u.area_code')}`);
}

/** What holds against a unit: somebody has found it true and put it on the books. */
const isViolation = (viewer: Viewer): Statement =>
  sql`i.registered_at is not null and i.state <> 'voided'
    and ${withinScope(viewer, 'about.area_code')} and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`;

export type ViolationsOfUnit = { keyUnitId: string; incidentIds: string[]; count: number };

export function violationsOf(
  db: Reading,
  viewer: Viewer,
  { ids, first }: { ids: readonly string[]; first: number },
) {
  return db.query<ViolationsOfUnit>(sql`-- What was found against these units, newest first?
    select about.key_unit_id as "keyUnitId", count(*)::integer as count,
      (array_agg(i.id::text order by i.reported_at desc, i.id))[1:${first}::integer] as "incidentIds"
    from key_unit_cases about join incidents i on i.id = about.incident_id
    where about.key_unit_id = any(${ids}) and ${isViolation(viewer)}
    group by about.key_unit_id`);
}

export async function tieCase(
  db: Reading,
  { incidentId, keyUnitId, areaCode }: { incidentId: string; keyUnitId: string; areaCode: string },
): Promise<void> {
  await db.query(sql`-- Which unit is the new case about?
    insert into key_unit_cases (incident_id, key_unit_id, area_code)
    values (${incidentId}::uuid, ${keyUnitId}, ${areaCode})`);
}
