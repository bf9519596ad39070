import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { DispatchRule } from 'grid-data';

export type DispatchRuleRecord = DispatchRule & { id: string; changedBy: string; changedAt: Date };

/** Of the viewer's scope, and of the areas above, which hold below as well. */
export function dispatchRules(db: Reading, viewer: Viewer) {
  return db.query<DispatchRuleRecord>(sql`-- Where do cases go by rule?
    select r.id::text as id, r.area_code as "areaCode", r.class_code as "classCode", r.during,
      r.department_code as "departmentCode", r.changed_by as "changedBy", r.changed_at as "changedAt"
    from dispatch_rules r where r.removed_at is null
      and (${withinScope(viewer, 'r.area_code')} or starts_with(${viewer.scopePrefix}, r.area_code))
    order by r.area_code, r.class_code nulls last, r.during`);
}

export async function insertDispatchRule(db: Reading, { id, ...rule }: DispatchRuleRecord) {
  const rows = await db.query(sql`-- Is this a question that no rule answers yet?
    insert into dispatch_rules (id, area_code, class_code, during, department_code, changed_by, changed_at)
    values (${id}::uuid, ${rule.areaCode}, ${rule.classCode}, ${rule.during}, ${rule.departmentCode},
      ${rule.changedBy}, ${rule.changedAt})
    on conflict do nothing returning id`);
  return rows.length > 0;
}

export async function removeDispatchRule(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<DispatchRule | null> {
  const [row] = await db.query<DispatchRule>(sql`-- Which rule ends now?
    update dispatch_rules r set removed_at = ${at}, changed_by = ${viewer.displayName}, changed_at = ${at}
    where r.id = ${id}::uuid and r.removed_at is null and ${withinScope(viewer, 'r.area_code')}
    returning r.area_code as "areaCode", r.class_code as "classCode", r.during,
      r.department_code as "departmentCode"`);
  return row ?? null;
}

/** How many cases each of these has in hand: a unit is put on a case by its name. */
export async function loadOf(
  db: Reading,
  viewer: Viewer,
  names: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ name: string; load: number }>(sql`-- How much do these have in hand?
    select i.handler_name as name, count(*)::integer as load from incidents i
    where i.state = 'processing' and i.handler_name = any(${names})
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    group by i.handler_name`);
  return new Map(rows.map(({ name, load }) => [name, load]));
}
