/** What helps to decide: the departments, how they stand, and what may be the same case. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentRows } from '#incidents/queries.ts';
import { pointSql } from '#within/within-statement.ts';
import type { CaseSettings } from 'grid-data';

export type DepartmentRecord = {
  code: string;
  nameZh: string;
  nameEn: string;
  closedAt: Date | null;
};

export function allDepartments(db: Reading) {
  return db.query<DepartmentRecord>(sql`-- Which departments are there?
    select code, name_zh as "nameZh", name_en as "nameEn", closed_at as "closedAt"
    from departments order by code`);
}

export type DepartmentStanding = { code: string; openCases: number; returned: number };

/** How much each has in hand, and how often it returned cases of this class since a moment. */
export async function standingOf(
  db: Reading,
  viewer: Viewer,
  { code, classCode, since }: { code: string; classCode: string; since: Date },
): Promise<DepartmentStanding> {
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  const rows = await db.query<DepartmentStanding>(sql`-- How does this department stand?
    select ${code} as code,
      (select count(*)::integer from incidents i where i.department_code = ${code}
        and i.state in ('dispatched', 'processing') and ${scope}) as "openCases",
      (select count(*)::integer from journal j join incidents i on i.id::text = j.subject_id
        where j.subject_kind = 'incident' and j.kind = 'incident.moved' and j.at >= ${since}
          and j.payload ->> 'move' = 'return' and j.department_code = ${code}
          and i.class_code = ${classCode} and ${scope}) as returned`);
  return rows[0]!;
}

type Reported = Pick<IncidentRecord, 'id' | 'classCode' | 'position' | 'reportedAt'>;

/** The same class, so near and so soon, and not merged: nearest first. */
export function suspectedDuplicates(
  db: Reading,
  viewer: Viewer,
  { id, classCode, position, reportedAt }: Reported,
  { duplicateMeters, duplicateHours }: CaseSettings,
) {
  const point = pointSql(position);
  const spanMs = duplicateHours * 3_600_000;
  const from = new Date(reportedAt.getTime() - spanMs);
  const to = new Date(reportedAt.getTime() + spanMs);
  // Degrees around for the index; the metres are measured on the ellipsoid.
  const degrees = (duplicateMeters / 111_000) * 1.3;
  return incidentRows(
    db,
    sql`i.id <> ${id}::uuid and i.class_code = ${classCode} and i.merged_into is null
      and i.state not in ('rejected', 'voided', 'archived')
      and i.reported_at between ${from} and ${to}
      and i.position && ST_Expand(${point}, ${degrees})
      and ST_DistanceSphere(i.position, ${point}) <= ${duplicateMeters}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`,
    sql`ST_DistanceSphere(i.position, ${point}), i.id limit 10`,
  );
}

/** Each keeps its row: number, reporter and clock are its own. */
export function casesMergedInto(db: Reading, viewer: Viewer, id: string) {
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  return incidentRows(
    db,
    sql`i.merged_into = ${id}::uuid and ${scope}`,
    sql`i.reported_at, i.id limit 100`,
  );
}
