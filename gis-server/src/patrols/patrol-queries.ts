import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CheckFinding } from 'grid-data';

export type StoredResult = {
  code: string;
  finding: CheckFinding;
  note: string | null;
  incidentId: string | null;
  photoIds: string[];
};

export type PatrolRecord = {
  id: string;
  taskId: string | null;
  listCode: string;
  listVersion: number;
  place: string;
  areaCode: string;
  longitude: number | null;
  latitude: number | null;
  by: string;
  beganAt: Date;
  endedAt: Date;
  notOk: number;
  results: StoredResult[];
};

const columns = sql`p.id::text as id, p.task_id::text as "taskId", p.list_code as "listCode",
  p.list_version as "listVersion", p.place, p.area_code as "areaCode", ST_X(p.position) as longitude,
  ST_Y(p.position) as latitude, p.user_name as by, p.began_at as "beganAt", p.ended_at as "endedAt",
  p.not_ok as "notOk", p.results`;

export function patrolsInScope(
  db: Reading,
  viewer: Viewer,
  { of, first }: { of: 'all' | 'not-ok' | 'viewer' | { id: string }; first: number },
) {
  const which: Record<string, Statement> = {
    all: sql`true`,
    'not-ok': sql`p.not_ok > 0`,
    viewer: sql`p.user_id = ${viewer.userId}::uuid`,
  };
  const condition = typeof of === 'string' ? which[of]! : sql`p.id = ${of.id}::uuid`;
  return db.query<PatrolRecord>(sql`-- Which rounds and visits were made, newest first?
    select ${columns} from patrols p where ${condition} and ${withinScope(viewer, 'p.area_code')}
    order by p.ended_at desc, p.id limit ${first}`);
}

type NewPatrol = PatrolRecord & { takenAt: Date };

export async function insertPatrol(db: Reading, viewer: Viewer, made: NewPatrol): Promise<void> {
  const { id, taskId, listCode, listVersion, place, areaCode, longitude, latitude } = made;
  await db.query(sql`-- What was found on this round?
    insert into patrols (id, task_id, list_code, list_version, place, area_code, position, user_id, user_name,
      began_at, ended_at, taken_at, not_ok, results)
    values (${id}, ${taskId}, ${listCode}, ${listVersion}, ${place}, ${areaCode},
      ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4490), ${viewer.userId},
      ${viewer.displayName}, ${made.beganAt}, ${made.endedAt}, ${made.takenAt}, ${made.notOk},
      ${JSON.stringify(made.results)}::jsonb)`);
}

export type PatrolTaskRecord = {
  id: string;
  listCode: string;
  place: string;
  areaCode: string;
  areaName: string;
  dueAt: Date | null;
  issuedBy: string;
  issuedAt: Date;
  endedAt: Date | null;
  doneAt: Date | null;
  doneBy: string | null;
};

/** In the viewer's scope or from above; what one sees of the doing is what lies in scope. */
export function patrolTasks(
  db: Reading,
  viewer: Viewer,
  { of, first }: { of: 'all' | 'open-to-viewer' | { id: string }; first: number },
) {
  const which =
    of === 'all'
      ? sql`true`
      : of === 'open-to-viewer'
        ? sql`(t.ended_at is null and done.ended_at is null and starts_with(${viewer.areaCode}, t.area_code))`
        : sql`t.id = ${of.id}::uuid`;
  return db.query<PatrolTaskRecord>(sql`-- What is to be looked at, and has it been?
    select t.id::text as id, t.list_code as "listCode", t.place, t.area_code as "areaCode",
      t.area_name as "areaName", t.due_at as "dueAt", t.issued_by_name as "issuedBy",
      t.issued_at as "issuedAt", t.ended_at as "endedAt", done.ended_at as "doneAt", done.user_name as "doneBy"
    from patrol_tasks t left join lateral (select p.ended_at, p.user_name from patrols p
        where p.task_id = t.id and ${withinScope(viewer, 'p.area_code')}
        order by p.taken_at limit 1) as done on true
    where ${which} and (${withinScope(viewer, 't.area_code')} or starts_with(${viewer.scopePrefix}, t.area_code))
    order by t.ended_at is not null or done.ended_at is not null,
      coalesce(t.due_at, timestamptz '9999-01-01'), t.issued_at desc limit ${first}`);
}

type NewTask = Omit<PatrolTaskRecord, 'endedAt' | 'doneAt' | 'doneBy'>;

export async function insertPatrolTask(db: Reading, made: NewTask): Promise<void> {
  const { id, listCode, place, areaCode, areaName, dueAt, issuedBy, issuedAt } = made;
  await db.query(sql`-- What is to be looked at?
    insert into patrol_tasks (id, area_code, area_name, list_code, place, due_at, issued_by_name, issued_at)
    values (${id}, ${areaCode}, ${areaName}, ${listCode}, ${place}, ${dueAt}, ${issuedBy}, ${issuedAt})`);
}

export async function endPatrolTask(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is it taken back only now?
    update patrol_tasks t set ended_at = ${at} where t.id = ${id}::uuid and t.ended_at is null
      and ${withinScope(viewer, 't.area_code')} returning t.id`);
  return rows.length > 0;
}
