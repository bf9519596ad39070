import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { JournalPageDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { mergeNewest } from './merge-newest.ts';
import { useJournalRefresh } from './use-journal-refresh.ts';

const pageSize = 50;

/** What the journal is asked for: all of it, one kind of subject, or the story of one thing. */
export type Subject = { kind: string | null; id: string | null };

/** The journal, newest first, kept current by itself. */
export function useActs({ kind, id }: Subject) {
  const about = { subjectKind: kind, subjectId: id };
  const [firstSeq, setFirstSeq] = useState<number | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(JournalPageDocument, {
    variables: { first: pageSize, beforeSeq: null, ...about },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const rows = data?.journal;
  const refresh = () =>
    fetchMore({
      variables: { first: pageSize, beforeSeq: null, ...about },
      updateQuery: (before, { fetchMoreResult: fresh }) => ({
        journal: mergeNewest(before.journal, fresh.journal, ({ seq }) => seq),
      }),
    });
  const fresh = useJournalRefresh({
    concerns: (entry) =>
      entry.kind !== 'heartbeat' &&
      (kind === null || entry.subjectKind === kind) &&
      (id === null || entry.subjectId === id),
    refresh,
  });
  const lastSeq = rows?.at(-1)?.seq ?? null;
  const more = async (): Promise<void> => {
    const { data: next } = await fetchMore({
      variables: { first: pageSize, beforeSeq: lastSeq, ...about },
      updateQuery: (before, { fetchMoreResult: older }) => ({
        journal: [...before.journal, ...older.journal],
      }),
    });
    // The journal has no page info: a short page is the last one.
    const older = next?.journal ?? [];
    if (older.length < pageSize) setFirstSeq(older.at(-1)?.seq ?? lastSeq);
  };
  const ended = (rows?.length ?? 0) < pageSize || lastSeq === firstSeq;
  const face = faceOf({ value: rows, error, retry: () => void refetch(), ...fresh });
  return { face, more: ended ? null : more };
}
