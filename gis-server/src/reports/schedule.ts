/** When reports are made: kept as a setting of the city. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { DomainError, type Clock } from 'grid-data';
import { reportScheduleSchema, type ReportSchedule } from './due-reports.ts';

const key = 'report-schedule';

type Times = Pick<ReportSchedule, 'version' | 'daily' | 'monthly'>;

/** The house begins to report when it first asks: what lay before it is nobody's news. */
export async function readSchedule(db: Reading, now: Date): Promise<ReportSchedule> {
  const [row] = await db.query<{ value: unknown }>(sql`-- When are reports made?
    select value from settings where key = ${key}`);
  const since = { daily: now.getTime(), monthly: now.getTime() };
  return reportScheduleSchema.parse(row?.value ?? { since });
}

export async function keepFirstSchedule(db: Reading, schedule: ReportSchedule): Promise<void> {
  await db.query(sql`-- Since when are reports made? Said once.
    insert into settings (key, value) values (${key}, ${JSON.stringify(schedule)}::jsonb)
    on conflict (key) do nothing`);
}

export type ReportScheduleService = ReturnType<typeof createReportScheduleService>;

export function createReportScheduleService({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}) {
  const read = (viewer: Viewer): Promise<Times> => {
    // Who reads the reports, and who says when they are made.
    if (!viewer.permissions.has('case.configure')) requirePermission(viewer, 'evaluation.read');
    return database.inScope(viewer, (db) => readSchedule(db, clock.now()));
  };
  return {
    read,

    async save(viewer: Viewer, commandId: string, given: Times): Promise<Times> {
      requirePermission(viewer, 'case.configure');
      if (viewer.scopePrefix !== '') {
        throw new DomainError('not-allowed', 'reports are made for the whole city', {
          reason: 'outside-scope',
        });
      }
      const command = { commandId, kind: 'report-schedule.save' };
      return database.command(viewer, command, async (tx): Promise<Times> => {
        const now = clock.now();
        const kept = await readSchedule(tx, now);
        if (given.version !== kept.version) {
          throw new DomainError('conflict', 'somebody has changed it meanwhile', {
            reason: 'version-conflict',
            details: { givenVersion: given.version, currentVersion: kept.version },
          });
        }
        const version = kept.version + 1;
        const { daily, monthly } = given;
        // Switched on anew it begins anew: the days between were not to be reported.
        const since = {
          daily: daily.isOn && !kept.daily.isOn ? now.getTime() : kept.since.daily,
          monthly: monthly.isOn && !kept.monthly.isOn ? now.getTime() : kept.since.monthly,
        };
        const next = takeIn({ version, daily, monthly, since });
        await tx.query(sql`-- When are they made from now on?
          insert into settings (key, value) values (${key}, ${JSON.stringify(next)}::jsonb)
          on conflict (key) do update set value = excluded.value`);
        tx.record({
          kind: 'case-rule.saved',
          areaCode: '',
          subjectKind: 'case-rule',
          subjectId: 'reports',
          payload: { what: 'reports', name: `${daily.at} ${monthly.at}`, version },
        });
        return { version, daily: next.daily, monthly: next.monthly };
      });
    },
  };
}

function takeIn(given: ReportSchedule): ReportSchedule {
  const read = reportScheduleSchema.safeParse(given);
  if (read.success) return read.data;
  const field = ['schedule', ...(read.error.issues[0]?.path ?? [])].join('.');
  throw new DomainError('invalid-input', `${field}: is no time of a day`, {
    reason: 'bad-time',
    details: { field },
  });
}
