import { gisClient, journalSocket } from '#gis/client.ts';
import { JournalDocument, JournalHeadDocument } from '#gis/generated/graphql.ts';
import { askAnew, askFailedAnew } from './ask-anew.ts';
import { forgetLostIncident } from './forget-lost-incident.ts';
import { JournalFeed } from './journal-feed.ts';
import {
  forgetJournal,
  journalState,
  tellBegin,
  tellEntry,
  tellReload,
  type JournalEntry,
} from './journal-state.ts';

let feed: JournalFeed<JournalEntry> | null = null;

/** Follows the journal for as long as somebody is signed in; entities in each row refresh the normalized cache. */
export function startJournal(): () => void {
  const started = new JournalFeed<JournalEntry>({
    head: async () => {
      const answer = await gisClient.query({
        query: JournalHeadDocument,
        fetchPolicy: 'network-only',
      });
      if (answer.data === undefined) throw new Error('no journal head');
      return answer.data.journalHead;
    },
    subscribe: (afterSeq, sink) => {
      const forget = journalSocket.on('connected', sink.opened);
      const subscription = gisClient
        .subscribe({ query: JournalDocument, variables: { afterSeq } })
        .subscribe({
          next: ({ data }) => {
            if (data?.journal) sink.entry(data.journal);
          },
          error: sink.ended,
          complete: sink.ended,
        });
      return () => {
        forget();
        subscription.unsubscribe();
        // A half-dead socket would be used again by the next subscription.
        journalSocket.terminate();
      };
    },
    onBegin: tellBegin,
    onEntry: (entry) => {
      forgetLostIncident(gisClient.cache, entry);
      tellEntry(entry);
      journalState.set({ heardAt: Date.now() });
      if (entry.kind === 'heartbeat') askFailedAnew();
    },
    onReload: (seq) => {
      tellReload(seq);
      askAnew();
    },
    onStatus: (status) => {
      const before = journalState.get().status;
      journalState.set(status === 'live' ? { status, heardAt: Date.now() } : { status });
      if (status === 'live' && before !== 'live') askFailedAnew();
    },
  });
  feed = started;
  started.start();
  return () => {
    started.stop();
    feed = null;
    forgetJournal();
  };
}

export function reconnectJournal(): void {
  feed?.retryNow();
}
