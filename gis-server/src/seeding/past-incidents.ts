/** The incidents of the last 30 days and the journal of how they came about. */
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { writePayload, type Limit } from 'grid-data';
import type { DemoCity, IncidentRow } from 'grid-data/generate';
import { callBackJournalRows, seedPastCallers } from './past-callers.ts';
import { pastClock } from './past-clock.ts';
import { insertRows, type Row } from './insert-rows.ts';
import type { SeededAccount } from './people.ts';
import { pointText } from './shape-text.ts';

export async function seedPastIncidents(
  database: Database,
  city: DemoCity,
  accounts: readonly SeededAccount[],
): Promise<number> {
  const incidents = [...city.incidents];
  const limits = new Map(
    city.incidentClasses.map(({ code, limitValue: value, limitUnit: unit }) => [
      code,
      { value, unit },
    ]),
  );
  const people = new Map(accounts.map((account) => [account.name, account]));
  await insertRows(
    database,
    incidentTable,
    incidents.map((incident) =>
      incidentRow(incident, people, limits.get(incident.classCode) ?? null),
    ),
  );
  await seedPastCallers(database, incidents, people);
  await seedCaseNumbers(database, incidents);
  await seedJournal(database, incidents, people);
  return incidents.length;
}

const incidentTable = {
  name: 'incidents',
  columns: [
    ['id', 'uuid'],
    ['case_no', 'text'],
    ['class_code', 'text'],
    ['title', 'text'],
    ['description', 'text'],
    ['state', 'text'],
    ['grade', 'integer'],
    ['source', 'text'],
    ['area_code', 'text'],
    ['unit_grid_code', 'text'],
    ['governance_grid_code', 'text'],
    ['component_code', 'text'],
    ['department_code', 'text'],
    ['reporter_id', 'uuid'],
    ['address', 'text'],
    ['position', 'geometry'],
    ['reported_at', 'timestamptz'],
    ['registered_at', 'timestamptz'],
    ['dispatched_at', 'timestamptz'],
    ['due_at', 'timestamptz'],
    ['feedback_at', 'timestamptz'],
    ['closed_at', 'timestamptz'],
    ['acknowledged_at', 'timestamptz'],
    ['acknowledged_by', 'text'],
    ['version', 'integer'],
    ['limit_value', 'double precision'],
    ['limit_unit', 'text'],
    ['clock', 'jsonb'],
    ['close_due_at', 'timestamptz'],
    ['stages', 'jsonb'],
    ['stage_due_at', 'timestamptz'],
  ],
} as const;

type People = ReadonlyMap<string, SeededAccount>;

function incidentRow(incident: IncidentRow, people: People, limit: Limit | null): Row {
  const firstAt = (state: string) =>
    incident.history.find((step) => step.state === state)?.at.toISOString() ?? null;
  // Somebody has looked at each past incident; only what happens from now on is unacknowledged.
  const seen = incident.history[1] ?? incident.history[0];
  return {
    id: incident.id,
    case_no: incident.caseNo,
    class_code: incident.classCode,
    title: incident.title,
    description: incident.description,
    state: incident.state,
    grade: incident.grade,
    source: incident.source,
    area_code: incident.areaCode,
    unit_grid_code: incident.unitGridCode,
    governance_grid_code: incident.governanceGridCode,
    component_code: incident.componentCode,
    department_code: incident.departmentCode,
    reporter_id: people.get(incident.reporterAccount ?? '')?.id ?? null,
    address: incident.address,
    position: pointText(incident.longitude, incident.latitude),
    reported_at: incident.reportedAt.toISOString(),
    registered_at: firstAt('registered'),
    dispatched_at: firstAt('dispatched'),
    due_at: incident.dueAt?.toISOString() ?? null,
    feedback_at: firstAt('feedback'),
    closed_at: incident.closedAt?.toISOString() ?? null,
    acknowledged_at: seen?.at.toISOString() ?? null,
    acknowledged_by: people.get(seen?.actorAccount ?? '')?.displayName ?? null,
    version: incident.history.length,
    ...pastClock(incident, limit),
  };
}

/** The next case of a past day must not get a number that the demo has given. */
async function seedCaseNumbers(
  database: Database,
  incidents: readonly IncidentRow[],
): Promise<void> {
  const last = new Map<string, number>();
  for (const { caseNo } of incidents) {
    if (caseNo === null) continue;
    const prefix = caseNo.slice(0, 14);
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number(caseNo.slice(14))));
  }
  const columns = [
    ['prefix', 'text'],
    ['last', 'integer'],
  ] as const;
  const rows = [...last].map(([prefix, number]) => ({ prefix, last: number }));
  await insertRows(database, { name: 'case_numbers', columns }, rows);
}

async function seedJournal(
  database: Database,
  incidents: readonly IncidentRow[],
  people: People,
): Promise<void> {
  const entries = incidents
    .flatMap((incident) => [
      ...incident.history.map((_, step) => journalRow(incident, step, people)),
      ...callBackJournalRows(incident, people),
    ])
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((entry, index) => ({ ...entry, seq: index + 1 }));
  const first = entries[0];
  if (first === undefined) return;
  // Rows without a partition of their month would keep that partition from being made later.
  const { text, values } =
    sql`select ensure_month_partitions('journal', ${first.at}::timestamptz, now())`;
  await database.pool.query(text, [...values]);
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- Numbers go on behind the past.
      update journal_counter set head = ${entries.length}`),
  );
  await insertRows(database, journalTable, entries);
}

const journalTable = {
  name: 'journal',
  columns: [
    ['seq', 'bigint'],
    ['at', 'timestamptz'],
    ['kind', 'text'],
    ['actor_id', 'text'],
    ['actor_name', 'text'],
    ['area_code', 'text'],
    ['department_code', 'text'],
    ['subject_kind', 'text'],
    ['subject_id', 'text'],
    ['position', 'geometry'],
    ['payload', 'jsonb'],
  ],
} as const;

function journalRow(incident: IncidentRow, step: number, people: People) {
  const { state, at, actorAccount, note } = incident.history[step] as IncidentRow['history'][0];
  const before = incident.history[step - 1];
  const actor = people.get(actorAccount ?? '');
  const said =
    before === undefined
      ? {
          kind: 'incident.reported' as const,
          payload: writePayload('incident.reported', {
            classCode: incident.classCode,
            title: incident.title,
            grade: incident.grade,
            source: incident.source,
            componentCode: incident.componentCode,
          }),
        }
      : {
          kind: 'incident.moved' as const,
          payload: writePayload('incident.moved', {
            move: null,
            from: before.state,
            to: state,
            departmentCode: incident.departmentCode,
            note,
          }),
        };
  return {
    at: at.toISOString(),
    ...said,
    actor_id: actor?.id ?? null,
    actor_name: actor?.displayName ?? null,
    area_code: incident.areaCode,
    department_code: incident.departmentCode,
    subject_kind: 'incident',
    subject_id: incident.id,
    position: pointText(incident.longitude, incident.latitude),
  };
}
