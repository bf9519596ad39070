/**
 * Open cases after a changed calendar: due times anew, in small transactions, each change with a row of its own. How far
 * it got stands in the settings, so that a process that dies in the midst is followed by one that goes on.
 */
import { systemViewer } from '#access/viewer.ts';
import { factsOf, writeCase } from '#cases/case-queries.ts';
import { readCaseRules, type CaseRules } from '#cases/case-rules.ts';
import { recordMove } from '#cases/move-case.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentRows, openStates } from '#incidents/queries.ts';
import { stageFrom, withDueTimes, type CaseFacts } from 'grid-data';
import { writeSetting } from './standard-queries.ts';

export const recomputeKey = 'case-recomputation';

const pageRows = 100;
const beforeAll = '00000000-0000-0000-0000-000000000000';

export const beginRecomputation = (tx: Reading) =>
  writeSetting(tx, recomputeKey, { after: beforeAll });

export async function isRecomputing(db: Reading): Promise<boolean> {
  return (await progressOf(db)) !== null;
}

export class Recomputation {
  readonly #database: Database;
  #running: Promise<void> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Goes on where it stands; who asks while it runs waits for the same. */
  run(): Promise<void> {
    this.#running ??= this.#all().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #all(): Promise<void> {
    while (await this.#database.write(systemViewer(), nextPage)) {
      // until nothing is left
    }
  }
}

async function nextPage(tx: Writing): Promise<boolean> {
  const after = await progressOf(tx);
  if (after === null) return false;
  const incidents = await incidentRows(
    tx,
    sql`i.state = any(${openStates}) and i.id > ${after}::uuid`,
    sql`i.id limit ${pageRows} for update`,
  );
  const last = incidents.at(-1);
  if (last === undefined) {
    await tx.query(sql`-- All of them are done.
      delete from settings where key = ${recomputeKey}`);
    return false;
  }
  const rules = await readCaseRules(tx);
  for (const incident of incidents) await recompute(tx, incident, rules);
  await writeSetting(tx, recomputeKey, { after: last.id });
  return true;
}

async function recompute(tx: Writing, incident: IncidentRecord, rules: CaseRules): Promise<void> {
  const before = factsOf(incident);
  const after = withDueTimes(withStageDue(before, rules), rules);
  // A clock that was started before amber was kept has not changed by that alone: src/escalations fills it in.
  const stood = { ...before, amberAt: before.amberAt ?? after.amberAt };
  if (JSON.stringify(dueTimes(stood)) === JSON.stringify(dueTimes(after))) return;
  const kept = { id: incident.id, version: incident.version, caseNo: null };
  await writeCase(tx, systemViewer(), kept, after);
  recordMove(tx, incident, { move: 'recomputed', words: { note: null }, after });
}

function withStageDue(facts: CaseFacts, rules: CaseRules): CaseFacts {
  const stage = facts.stages[facts.state];
  if (stage === undefined) return facts;
  const { due } = stageFrom(facts.state, { at: new Date(stage.from), ...rules });
  return { ...facts, stages: { ...facts.stages, [facts.state]: { ...stage, due } } };
}

const dueTimes = ({ dueAt, amberAt, closeDueAt, stages, state }: CaseFacts) => [
  dueAt,
  amberAt,
  closeDueAt,
  stages[state]?.due ?? null,
];

async function progressOf(db: Reading): Promise<string | null> {
  const rows = await db.query<{
    after: string;
  }>(sql`-- How far have the open cases been looked through?
    select value ->> 'after' as after from settings where key = ${recomputeKey}`);
  return rows[0]?.after ?? null;
}
