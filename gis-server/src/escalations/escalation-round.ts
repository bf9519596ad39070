/** Escalation by rota: as a limit draws near, is missed, and stays missed, those who answer are told, each once. */
import { systemViewer } from '#access/viewer.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { openStates, runningStates } from '#incidents/queries.ts';
import { amberOf, escalationLevels, isRunning } from 'grid-data';
import type { CaseClock, CaseSettings, Clock, EscalationLevel } from 'grid-data';

/** On the first day of an installation, limits missed long ago are no news. */
const oldestMs = 7 * 86_400_000;
const atOnce = 200;

type Late = {
  id: string;
  areaCode: string;
  departmentCode: string | null;
  dueAt: Date;
  longitude: number;
  latitude: number;
};
type OnDuty = { post: string; areaCode: string; name: string };

type Parts = { database: Database; clock: Clock };

/** One round after the other; the first looks after cases that are older than the moment it goes by. */
export function createEscalation(parts: Parts): () => Promise<void> {
  let isFilled = false;
  return async () => {
    if (!isFilled) await fillAmber(parts);
    isFilled = true;
    await escalate(parts);
  };
}

async function escalate({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await database.write(systemViewer(), async (tx) => {
    const { settings } = await readCaseRules(tx);
    const lateBefore = new Date(now.getTime() - settings.escalation.lateAfterHours * 3_600_000);
    const found = {
      stage: await newlyAt(tx, 'stage', now),
      amber: await newlyAt(tx, 'amber', now),
      red: await newlyAt(tx, 'red', now),
      late: await newlyAt(tx, 'late', lateBefore),
    };
    if (Object.values(found).every(({ length }) => length === 0)) return;
    const onDuty = await openDuties(tx);
    for (const level of escalationLevels) {
      for (const late of found[level]) record(tx, { level, late, onDuty, settings });
    }
  });
}

/** Clocks that were started before amber was kept. */
async function fillAmber({ database, clock }: Parts): Promise<void> {
  await database.write(systemViewer(), async (tx) => {
    const { workTime } = await readCaseRules(tx);
    const running = await tx.query<{ id: string; clock: CaseClock }>(sql`-- Which run without it?
      select i.id::text as id, i.clock from incidents i
      where i.amber_at is null and i.clock is not null and i.due_at > ${clock.now()}
        and i.state = any(${runningStates})`);
    const rows = running
      .filter((each) => isRunning(each.clock))
      .map((each) => ({ id: each.id, at: amberOf(each.clock, workTime).toISOString() }));
    await tx.query(sql`-- From when on is each of them nearly due?
      update incidents i set amber_at = r.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, at timestamptz)
      where i.id = r.id`);
  });
}

/** Marks them in the same statement: two rounds at once tell it once. */
function newlyAt(tx: Writing, level: EscalationLevel, before: Date): Promise<Late[]> {
  // Stages have their limits where the clock of disposal stands too: after the feedback.
  const [limit, states] =
    level === 'stage' ? [sql`i.stage_due_at`, openStates] : [sql`i.due_at`, runningStates];
  const column = level === 'amber' ? sql`i.amber_at` : limit;
  const since = new Date(before.getTime() - oldestMs);
  return tx.query<Late>(sql`-- Whose limit has come so far without being told of?
    with reached as (
      select i.id, ${limit} as due_at from incidents i
      where ${column} > ${since} and ${column} <= ${before} and ${limit} is not null
        and i.state = any(${states})
        and not exists (select from incident_escalations e
          where e.incident_id = i.id and e.due_at = ${limit} and e.level = ${level})
      order by ${column} limit ${atOnce}
    ), told as (
      insert into incident_escalations (incident_id, due_at, level)
      select id, due_at, ${level} from reached on conflict do nothing returning incident_id, due_at
    )
    select i.id::text as id, i.area_code as "areaCode", i.department_code as "departmentCode",
      told.due_at as "dueAt", ST_X(i.position) as longitude, ST_Y(i.position) as latitude
    from told join incidents i on i.id = told.incident_id`);
}

function openDuties(tx: Writing): Promise<OnDuty[]> {
  return tx.query<OnDuty>(sql`-- Who is on duty, and where?
    select d.post, d.area_code as "areaCode", u.display_name as name
    from duties d join users u on u.id = d.user_id where d.signed_out_at is null`);
}

type Reached = {
  level: EscalationLevel;
  late: Late;
  onDuty: readonly OnDuty[];
  settings: CaseSettings;
};

function record(tx: Writing, { level, late, onDuty, settings }: Reached): void {
  const { id, areaCode, departmentCode, dueAt, longitude, latitude } = late;
  const told = settings.escalation[level]
    .filter((role) => role !== 'department' || departmentCode !== null)
    .map((role) => ({
      role,
      name: role === 'department' ? departmentCode : nameOf(role, late, onDuty),
    }));
  tx.record({
    kind: 'incident.escalated',
    areaCode,
    departmentCode,
    subjectKind: 'incident',
    subjectId: id,
    position: { longitude, latitude },
    payload: { level, dueAt: dueAt.toISOString(), told },
  });
}

/** On duty at the nearest center that the case lies under; null where nobody is signed in. */
function nameOf(role: string, { areaCode }: Late, onDuty: readonly OnDuty[]): string | null {
  const [nearest] = onDuty
    .filter((duty) => duty.post === role && areaCode.startsWith(duty.areaCode))
    .toSorted((a, b) => b.areaCode.length - a.areaCode.length);
  return nearest?.name ?? null;
}
