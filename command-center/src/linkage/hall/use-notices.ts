import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { LinkageNoticesDocument, type LinkageNoticesQuery } from '#gis/generated/graphql.ts';
import { onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { firingOf } from './heard-firings.ts';

export type Notice = LinkageNoticesQuery['linkageNotices'][number];

/** What rules tell the viewer that still stands, kept current by the journal. */
export function useNotices(): readonly Notice[] {
  const { data, refetch } = useQuery(LinkageNoticesDocument, { fetchPolicy: 'cache-and-network' });
  useEffect(() => {
    // Where the question fails the banner says so; the next row asks again.
    const ask = (): void => void refetch().catch(() => undefined);
    return onJournal({
      begin: ask,
      reload: ask,
      entry: (entry) => {
        if (tellsSomebody(entry)) ask();
      },
    });
  }, [refetch]);
  return data?.linkageNotices ?? [];
}

function tellsSomebody(entry: JournalEntry): boolean {
  if (entry.kind === 'linkage.notice-acknowledged' || entry.kind.startsWith('duty.')) return true;
  return firingOf(entry, 0)?.outcomes.some(({ kind }) => kind === 'notify') ?? false;
}
