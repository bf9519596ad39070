import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { runningStates } from '#incidents/queries.ts';

export type ChangedThings = { count: number; ids: string[] };

const mostIds = 50;

async function changed(db: Reading, rows: Statement): Promise<ChangedThings> {
  const [found] = await db.query<ChangedThings>(sql`-- How many are these, and which are the newest?
    select count(*)::int as count,
      coalesce((array_agg(id order by at desc))[1:${mostIds}], '{}') as ids
    from (${rows}) as rows`);
  return found ?? { count: 0, ids: [] };
}

type Since = { areaCode: string; since: Date; now: Date };

/** What a person who comes back must know, each as rows that can be opened. */
export async function changesSince(db: Reading, viewer: Viewer, { areaCode, since, now }: Since) {
  const told = sql`at > ${since} and at <= ${now} and ${codesWithin(areaCode, 'area_code')}
    and ${withinScope(viewer, 'area_code')}`;
  const cases = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  return {
    since,
    asOf: now,
    reported: await changed(
      db,
      sql`select subject_id as id, at from journal where kind = 'incident.reported' and ${told}`,
    ),
    closed: await changed(
      db,
      sql`select subject_id as id, max(at) as at from journal
        where kind = 'incident.moved' and payload ->> 'to' = 'closed' and ${told} group by subject_id`,
    ),
    overdue: await changed(
      db,
      sql`select i.id::text as id, i.due_at as at from incidents i
        where i.due_at > ${since} and i.due_at <= ${now} and i.state = any(${runningStates})
          and ${codesWithin(areaCode, 'i.area_code')} and ${cases}`,
    ),
    camerasLost: await changed(
      db,
      sql`select s.camera_id as id, s.from_at as at from camera_condition_spans s
        where s.to_at is null and s.state = 'offline' and s.from_at > ${since}
          and ${codesWithin(areaCode, 's.area_code')} and ${withinScope(viewer, 's.area_code')}`,
    ),
    scenesChanged: await changed(
      db,
      sql`select subject_id as id, max(at) as at from journal
        where kind like 'wall.%' and subject_kind = 'wall-screen' and ${told} group by subject_id`,
    ),
  };
}
