import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInWord } from '#graphql/take-in.ts';
import { readJournalHead } from '#journal/read-journal.ts';
import { subjectKinds } from '#journal/journal-row.ts';
import type { SubjectKind } from '#journal/journal-row.ts';
import { DomainError } from 'grid-data';
import * as queries from './queries.ts';

export type HistoryService = ReturnType<typeof createHistoryService>;

type Question = {
  afterSeq?: number | null;
  beforeSeq?: number | null;
  subjectKind?: string | null;
  subjectId?: string | null;
  first: number;
};

/** The journal as it is read: the story of one thing, or the latest of all. */
export function createHistoryService({ database }: { database: Database }) {
  return {
    of: (viewer: Viewer, subjectKind: SubjectKind, subjectIds: readonly string[]) =>
      database.inScope(viewer, (db) => queries.historyOf(db, viewer, subjectKind, subjectIds)),

    feedbackNotes: (viewer: Viewer, incidentIds: readonly string[]) =>
      database.inScope(viewer, (db) =>
        queries.lastNotes(db, viewer, { move: 'feed-back', incidentIds }),
      ),

    newestFirst(viewer: Viewer, question: Question) {
      const asked = {
        afterSeq: takeInSeq(question.afterSeq, 'afterSeq'),
        beforeSeq: takeInSeq(question.beforeSeq, 'beforeSeq'),
        subjectKind: question.subjectKind
          ? takeInWord(question.subjectKind, subjectKinds, 'subjectKind')
          : null,
        subjectId: question.subjectId ?? null,
        limit: pageSize('journal', question.first),
      };
      return database.inScope(viewer, (db) => queries.newestFirst(db, viewer, asked));
    },

    head: (viewer: Viewer) => database.inScope(viewer, readJournalHead),
  };
}

/** A number of the journal as it came over the wire, where it is a Float. */
export function takeInSeq(seq: number | null | undefined, field: string): number | null {
  if (seq === null || seq === undefined) return null;
  if (Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw new DomainError('invalid-input', `${field}: ${seq} is no number of the journal`, {
    reason: 'sequence',
    details: { field },
  });
}
