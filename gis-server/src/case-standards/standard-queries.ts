import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { LimitUnit } from 'grid-data';

export type StandardRecord = {
  id: string;
  classCode: string;
  condition: string;
  limitValue: number;
  limitUnit: LimitUnit;
  closeCondition: string;
  /** Where cases of it go, before the department of the class; null where the class decides. */
  departmentCode: string | null;
  version: number;
  retiredAt: Date | null;
};

const columns = sql`s.id::text as id, s.class_code as "classCode", s.condition,
  s.limit_value as "limitValue", s.limit_unit as "limitUnit", s.close_condition as "closeCondition",
  s.department_code as "departmentCode", s.version, s.retired_at as "retiredAt"`;

export function allStandards(db: Reading) {
  return db.query<StandardRecord>(sql`-- Against what may cases be registered?
    select ${columns} from case_standards s
    order by s.retired_at is not null, s.class_code, s.limit_value, s.condition`);
}

export async function standardById(db: Reading, id: string): Promise<StandardRecord | null> {
  const rows = await db.query<StandardRecord>(sql`-- What does this standard say?
    select ${columns} from case_standards s where s.id = ${id}::uuid`);
  return rows[0] ?? null;
}

export function standardsInForce(db: Reading, classCode: string) {
  return db.query<StandardRecord>(sql`-- Which conditions does this class have?
    select ${columns} from case_standards s
    where s.class_code = ${classCode} and s.retired_at is null order by s.limit_value, s.condition`);
}

export async function insertStandard(db: Reading, standard: StandardRecord): Promise<boolean> {
  const rows = await db.query(sql`-- A new condition of a class
    insert into case_standards (id, class_code, condition, limit_value, limit_unit, close_condition,
      department_code)
    values (${standard.id}, ${standard.classCode}, ${standard.condition}, ${standard.limitValue},
      ${standard.limitUnit}, ${standard.closeCondition}, ${standard.departmentCode})
    on conflict (class_code, condition) do nothing returning id`);
  return rows.length > 0;
}

/** Where nobody else did meanwhile; whether it did. */
export async function updateStandard(db: Reading, standard: StandardRecord): Promise<boolean> {
  const rows = await db.query(sql`-- What does it say from now on?
    update case_standards set condition = ${standard.condition}, limit_value = ${standard.limitValue},
      limit_unit = ${standard.limitUnit}, close_condition = ${standard.closeCondition},
      department_code = ${standard.departmentCode}, retired_at = ${standard.retiredAt}, version = version + 1
    where id = ${standard.id}::uuid and version = ${standard.version} returning id`);
  return rows.length > 0;
}

export async function setStandardOf(
  db: Reading,
  incidentId: string,
  standardId: string | null,
): Promise<void> {
  await db.query(sql`-- What was this case registered against?
    update incidents set standard_id = ${standardId}::uuid where id = ${incidentId}::uuid`);
}

export async function retireClass(db: Reading, code: string, at: Date | null): Promise<boolean> {
  const rows = await db.query(sql`-- Does this class take new cases?
    update incident_classes set retired_at = ${at} where code = ${code} returning code`);
  return rows.length > 0;
}

export async function closeDepartment(
  db: Reading,
  code: string,
  at: Date | null,
): Promise<boolean> {
  const rows = await db.query(sql`-- Does this department get cases?
    update departments set closed_at = ${at} where code = ${code} returning code`);
  return rows.length > 0;
}

/** Cases that would be lost with it: those it has in hand, has to sign, or has fed back. */
export async function casesHeldBy(db: Reading, code: string): Promise<number> {
  const rows = await db.query<{ count: number }>(sql`-- How many cases does it hold?
    select count(*)::integer as count from incidents
    where department_code = ${code}
      and state in ('dispatched', 'processing', 'suspended', 'feedback', 'checking')`);
  return rows[0]!.count;
}

/** Writes a setting over the one before; the row is held until the end of the transaction. */
export async function writeSetting(db: Reading, key: string, value: object): Promise<void> {
  await db.query(sql`-- What holds from now on?
    insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value`);
}
