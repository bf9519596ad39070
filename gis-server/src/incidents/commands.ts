/** The statements that change incidents. */
import { withinCaseScope } from '#access/scope.ts';
import { systemUserId } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { pointSql } from '#within/within-statement.ts';
import type { Position } from '#within/within.ts';
import type { Stage } from 'grid-data';

export type NewIncident = {
  id: string;
  classCode: string;
  title: string;
  description: string | null;
  grade: number;
  source: string;
  areaCode: string;
  unitGridCode: string | null;
  governanceGridCode: string | null;
  componentCode: string | null;
  address: string | null;
  position: Position;
  reportedAt: Date;
  /** The stay in the first state, with the limit of its stage. */
  stage: Stage;
};

export async function insertIncident(db: Reading, viewer: Viewer, incident: NewIncident) {
  const point = pointSql(incident.position);
  await db.query(sql`-- Writes down a new incident.
    insert into incidents (id, class_code, title, description, state, grade, source, area_code,
      unit_grid_code, governance_grid_code, component_code, reporter_id, address, position, reported_at,
      stages, stage_due_at)
    values (${incident.id}, ${incident.classCode}, ${incident.title}, ${incident.description},
      'reported', ${incident.grade}, ${incident.source}, ${incident.areaCode},
      ${incident.unitGridCode}, ${incident.governanceGridCode}, ${incident.componentCode},
      ${viewer.userId === systemUserId ? null : viewer.userId}, ${incident.address}, ${point}, ${incident.reportedAt},
      ${JSON.stringify({ reported: incident.stage })}::jsonb,
      ${incident.stage.due === null ? null : new Date(incident.stage.due)})`);
}

export async function indexIncident(db: Reading, incident: NewIncident, grams: readonly string[]) {
  await db.query(sql`-- Lets the search find a new incident.
    insert into search_entries (kind, id, area_code, title, detail, grams, position)
    values ('incident', ${incident.id}, ${incident.areaCode}, ${incident.title},
      ${incident.address}, ${grams}, ${pointSql(incident.position)})
    on conflict (kind, id) do nothing`);
}

/** Says that somebody has seen the alarm; the first who does so is remembered. */
export async function acknowledge(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Marks an incident as seen, once.
    update incidents i set acknowledged_at = ${at}, acknowledged_by = ${viewer.displayName},
      version = i.version + 1
    where i.id = ${id}::uuid and i.acknowledged_at is null and i.state <> 'archived'
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    returning i.id`);
  return rows.length > 0;
}
