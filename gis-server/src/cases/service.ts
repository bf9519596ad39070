import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import {
  amberOf,
  colourOf,
  DomainError,
  dueOf,
  isRunning,
  judgeMove,
  leftOf,
  movesFrom,
  needsOf,
  stageColourOf,
  targetOf,
  worklistFilterSchema,
  worklistKeys,
  worklistsFor,
} from 'grid-data';
import type { CaseFacts, Clock, WorklistFilter } from 'grid-data';
import { pageOf, decodeCursor, pageSize } from '#graphql/page.ts';
import { isUuid, takeInWord } from '#graphql/take-in.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import { factsOf } from './case-queries.ts';
import {
  allDepartments,
  casesMergedInto,
  standingOf,
  suspectedDuplicates,
} from './desk-queries.ts';
import { handDownLevels } from './hand-down-levels.ts';
import { pickDepartment } from './pick-department.ts';
import { pageOfWorklist, worklistCounts } from './worklist-queries.ts';
import { readCaseRules } from './case-rules.ts';
import type { CaseRules } from './case-rules.ts';
import { moverOf } from './mover.ts';

const noIncident = '00000000-0000-0000-0000-000000000000';

type Parts = { database: Database; clock: Clock; areas: AreaService };

export type AskedFilter = Partial<Record<keyof WorklistFilter, unknown>> | null | undefined;
export type AskedWorklist = {
  areaCode: string;
  key: string;
  filter?: AskedFilter;
  first: number;
  after?: string | null;
};

/** Returns of the last month hint at a class that belongs elsewhere. */
const lookBackMs = 30 * 86_400_000;

export type CaseService = ReturnType<typeof createCaseService>;

/** What is asked about cases: what leads on from here, and how the clock stands. */
export function createCaseService({ database, clock, areas }: Parts) {
  const viewOf = async (viewer: Viewer, areaCode: string, asked: AskedFilter) => {
    const filter = takeInFilter(asked);
    return {
      within: await areas.takeIn(viewer, { areaCode: filter.areaCode ?? areaCode }),
      now: clock.now(),
      filter,
    };
  };

  return {
    /** The lists of the viewer's rights, each with as many as its rows. */
    async worklists(viewer: Viewer, areaCode: string, filter?: AskedFilter) {
      const keys = worklistsFor(viewer.permissions);
      if (keys.length === 0) return [];
      const view = await viewOf(viewer, areaCode, filter);
      const counts = await database.inScope(viewer, (db) => worklistCounts(db, viewer, keys, view));
      return keys.map((key) => ({ key, count: counts.get(key) ?? 0 }));
    },

    async worklist(viewer: Viewer, asked: AskedWorklist) {
      const size = pageSize('worklist', asked.first);
      const key = takeInWord(asked.key, worklistKeys, 'key');
      const after = takeInCursor(asked.after);
      const view = await viewOf(viewer, asked.areaCode, asked.filter);
      const rows = await database.inScope(viewer, (db) =>
        pageOfWorklist(db, viewer, { key, view }, { limit: size + 1, after }),
      );
      return pageOf(rows, size, (row) => [urgencyOf(row).toISOString(), row.id]);
    },

    departments: (viewer: Viewer) => database.inScope(viewer, allDepartments),

    /** Where a dispatch would go by rule, and how that department stands; null where no rule knows. */
    dispatchAdvice: (viewer: Viewer, incident: IncidentRecord) =>
      database.inScope(viewer, async (db) => {
        const now = clock.now();
        const rules = await readCaseRules(db);
        const picked = await pickDepartment(db, viewer, incident, { at: now, ...rules });
        if (picked === null) return null;
        const since = new Date(now.getTime() - lookBackMs);
        const { classCode } = incident;
        const standing = await standingOf(db, viewer, { code: picked.code, classCode, since });
        return { ...standing, ...picked };
      }),

    duplicates: (viewer: Viewer, incident: IncidentRecord, { settings }: CaseRules) =>
      database.inScope(viewer, (db) => suspectedDuplicates(db, viewer, incident, settings)),

    /** For a report that is not written yet, as it would be found beside. */
    duplicatesAt(
      viewer: Viewer,
      { classCode, position }: { classCode: string; position: Position },
      { settings }: CaseRules,
    ) {
      takeInPosition(position, 'position');
      const report = { id: noIncident, classCode, position, reportedAt: clock.now() };
      return database.inScope(viewer, (db) => suspectedDuplicates(db, viewer, report, settings));
    },

    handDownLevels: (viewer: Viewer, { areaCode }: IncidentRecord, { settings }: CaseRules) =>
      database.inScope(viewer, (db) => handDownLevels(db, viewer, areaCode, settings)),

    mergedInto: (viewer: Viewer, id: string) =>
      database.inScope(viewer, (db) => casesMergedInto(db, viewer, id)),

    rules: (viewer: Viewer): Promise<CaseRules> => database.inScope(viewer, readCaseRules),

    /** All rows of the table from its state; those of others too, with the reason, so that a desk can explain. */
    moves(viewer: Viewer, incident: IncidentRecord, { settings }: Pick<CaseRules, 'settings'>) {
      const facts = factsOf(incident);
      return movesFrom(incident.state).map((row) => {
        const refusal = judgeMove(row, facts, moverOf(viewer), settings);
        const to = targetOf(row, facts);
        return {
          move: row.move,
          to,
          permitted: refusal === null,
          refusal,
          needs: [...needsOf(row, settings)],
          photo: row.photo ?? null,
        };
      });
    },

    stageColourOf: (of: Pick<CaseFacts, 'state' | 'stages'>, rules: CaseRules) =>
      stageColourOf(of, { ...rules, now: clock.now() }),

    clockOf({ facts }: IncidentRecord, { workTime }: CaseRules) {
      const { clock: kept, closeDueAt } = facts;
      const first = kept?.runs[0];
      if (kept === null || first === undefined) return null;
      const now = clock.now();
      return {
        unit: kept.unit,
        given: kept.given,
        startedAt: new Date(first.from),
        dueAt: dueOf(kept, workTime),
        amberAt: amberOf(kept, workTime),
        closeDueAt,
        running: isRunning(kept),
        leftMinutes: Math.round(leftOf(kept, workTime, now) / 60_000),
        colour: colourOf(kept, workTime, now),
      };
    },
  };
}

const lastOfAll = new Date('9999-01-01T00:00:00Z');

function urgencyOf({ dueAt, state, facts }: IncidentRecord): Date {
  const stageDue = facts.stages[state]?.due ?? null;
  return dueAt ?? (stageDue === null ? lastOfAll : new Date(stageDue));
}

/** Checks what somebody has chosen or kept. */
export function takeInFilter(asked: AskedFilter): WorklistFilter {
  const given = Object.entries(asked ?? {}).filter(([, value]) => value !== null);
  const read = worklistFilterSchema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const field = ['filter', ...(read.error.issues[0]?.path ?? [])].join('.');
  throw new DomainError('invalid-input', `${field}: is no filter of a list`, {
    reason: 'bad-filter',
    details: { field },
  });
}

function takeInCursor(after: string | null | undefined) {
  if (!after) return null;
  const [at, id] = decodeCursor(after, ['string', 'string']);
  const urgency = new Date(at);
  if (Number.isNaN(urgency.getTime()) || !isUuid(id)) {
    throw new DomainError('invalid-input', 'after is not a cursor of this list', {
      reason: 'cursor',
      details: { field: 'after' },
    });
  }
  return { urgency, id };
}
