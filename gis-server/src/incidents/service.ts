import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { isUuid, takeInWords } from '#graphql/take-in.ts';
import type { WithinInput } from '#within/within.ts';
import { DomainError, incidentGrades, incidentStates } from 'grid-data';
import type { Clock } from 'grid-data';
import { cityMidnight } from './city-day.ts';
import type { IncidentRecord } from './incident-record.ts';
import * as queries from './queries.ts';

export type IncidentQuestion = {
  within: WithinInput;
  states?: readonly string[] | null;
  openOnly?: boolean | null;
  overdueOnly?: boolean | null;
  reportedToday?: boolean | null;
  closedToday?: boolean | null;
  grades?: readonly number[] | null;
  first: number;
  after?: string | null;
};

export type IncidentService = ReturnType<typeof createIncidentService>;

type Parts = { database: Database; clock: Clock; areas: AreaService };

/** What is asked about incidents; what is done to them stands in incident-commands.ts. */
export function createIncidentService({ database, clock, areas }: Parts) {
  const takeInFilter = async (viewer: Viewer, question: Omit<IncidentQuestion, 'first'>) => ({
    within: await areas.takeIn(viewer, question.within),
    states: takeInWords(question.states, incidentStates, 'states'),
    openOnly: question.openOnly === true,
    overdueAt: question.overdueOnly === true ? clock.now() : null,
    reportedSince: question.reportedToday === true ? cityMidnight(clock.now()) : null,
    closedSince: question.closedToday === true ? cityMidnight(clock.now()) : null,
    grades: takeInGrades(question.grades),
  });

  return {
    byId(viewer: Viewer, ids: readonly string[]): Promise<IncidentRecord[]> {
      const known = ids.filter(isUuid);
      if (known.length === 0) return Promise.resolve([]);
      return database.inScope(viewer, (db) => queries.incidentsById(db, viewer, known));
    },

    async page(viewer: Viewer, question: IncidentQuestion) {
      const size = pageSize('incidents', question.first);
      const after = takeInCursor(question.after);
      const filter = await takeInFilter(viewer, question);
      const rows = await database.inScope(viewer, (db) =>
        queries.incidentPage(db, viewer, filter, { limit: size + 1, after }),
      );
      return pageOf(rows, size, (row) => [row.reportedAt.toISOString(), row.id]);
    },

    /** The viewer's own reports: the answers come back to who asked. */
    async reportedBy(viewer: Viewer, asked: { first: number; after?: string | null }) {
      const size = pageSize('incidents', asked.first);
      const after = takeInCursor(asked.after);
      const rows = await database.inScope(viewer, (db) =>
        queries.incidentsReportedBy(db, viewer, { limit: size + 1, after }),
      );
      return pageOf(rows, size, (row) => [row.reportedAt.toISOString(), row.id]);
    },

    async counts(viewer: Viewer, within: WithinInput) {
      const filter = await takeInFilter(viewer, { within });
      return database.inScope(viewer, (db) => queries.countsByState(db, viewer, filter));
    },

    ofComponents(viewer: Viewer, codes: readonly string[], first: number) {
      return database.inScope(viewer, (db) =>
        queries.incidentsOfComponents(db, viewer, codes, first),
      );
    },

    classes: (viewer: Viewer) => database.inScope(viewer, (db) => queries.allClasses(db)),

    isOverdue: (incident: IncidentRecord): boolean =>
      incident.dueAt !== null &&
      incident.dueAt < clock.now() &&
      queries.runningStates.includes(incident.state),
  };
}

function takeInGrades(grades: readonly number[] | null | undefined): readonly number[] | null {
  const wrong = grades?.find((grade) => !incidentGrades.some((known) => known === grade));
  if (wrong === undefined) return grades ?? null;
  throw new DomainError('invalid-input', `grades: ${wrong} is not one of 1, 2, 3, 4`, {
    reason: 'unknown-word',
    details: { field: 'grades', known: incidentGrades },
  });
}

/** Cursors carry milliseconds: reported_at is written from a clock that knows no finer ones. */
function takeInCursor(after: string | null | undefined): queries.AfterIncident {
  if (!after) return null;
  const [at, id] = decodeCursor(after, ['string', 'string']);
  const reportedAt = new Date(at);
  if (Number.isNaN(reportedAt.getTime()) || !isUuid(id)) {
    throw new DomainError('invalid-input', 'after is not a cursor of this list', {
      reason: 'cursor',
      details: { field: 'after' },
    });
  }
  return { reportedAt, id };
}
