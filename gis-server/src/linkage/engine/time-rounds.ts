/** What time alone brings: moments that rules wait for, and limits that are missed. */
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { momentsBetween, type Clock } from 'grid-data';
import { runningStates } from '#incidents/queries.ts';
import { rules } from '../rule-queries.ts';
import { engineViewer } from './hear-events.ts';

/** What a server that was away has missed by more is not caught up with. */
const lookBackMs = 120_000;
/** On the first day of an installation, limits missed long ago are no news. */
const oldestLimitMs = 3_600_000;
const limitsAtOnce = 500;

type Parts = { database: Database; clock: Clock };

/** The same moment noticed twice, here or by another server, is one row. */
export async function noticeMoments({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  const known = await database.inScope(engineViewer, (db) => rules(db, engineViewer));
  for (const { id, areaCode, rule, enabled, stopped, changedAt } of known) {
    if (!enabled || stopped !== null || rule.when.kind !== 'time') continue;
    const after = new Date(Math.max(changedAt.getTime(), now.getTime() - lookBackMs));
    for (const moment of momentsBetween(rule.when, after, now)) {
      const commandId = `linkage-time:${id}:${moment.toISOString()}`;
      await database.command(engineViewer, { commandId, kind: 'linkage.notice-time' }, async (tx) =>
        tx.record({
          kind: 'linkage.noticed',
          areaCode: rule.where[0] ?? areaCode,
          subjectKind: 'linkage-rule',
          subjectId: id,
          payload: { ruleId: id, what: 'time', unitId: null },
        }),
      );
    }
  }
}

type OverdueRow = {
  id: string;
  area_code: string;
  department_code: string | null;
  class_code: string;
  title: string;
  grade: number;
  source: string;
  due_at: Date;
  longitude: number;
  latitude: number;
};

/** Once for each limit. */
export async function noticeOverdue({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  const since = new Date(now.getTime() - oldestLimitMs);
  await database.write(engineViewer, async (tx) => {
    const missed = await tx.query<OverdueRow>(sql`-- Whose limit has passed without being told of?
      with missed as (
        select i.id, i.due_at from incidents i
        where i.due_at > ${since} and i.due_at <= ${now} and i.state = any(${runningStates})
        order by i.due_at limit ${limitsAtOnce}
      ), told as (
        insert into incidents_overdue_told (incident_id, due_at) select id, due_at from missed
        on conflict do nothing returning incident_id
      )
      select i.id::text as id, i.area_code, i.department_code, i.class_code, i.title, i.grade, i.source, i.due_at,
        ST_X(i.position) as longitude, ST_Y(i.position) as latitude
      from told join incidents i on i.id = told.incident_id`);
    for (const { id, longitude, latitude, ...row } of missed) {
      tx.record({
        kind: 'incident.overdue',
        areaCode: row.area_code,
        departmentCode: row.department_code,
        subjectKind: 'incident',
        subjectId: id,
        position: { longitude, latitude },
        payload: {
          classCode: row.class_code,
          title: row.title,
          grade: row.grade,
          source: row.source,
          dueAt: row.due_at.toISOString(),
        },
      });
    }
  });
}
